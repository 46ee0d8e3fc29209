import { createContext, type ReactNode, type SyntheticEvent, useCallback, useContext } from 'react';

/** Says whether an event comes from the agent's own hand. */
export type Trusts = (event: Event) => boolean;

const TrustContext = createContext<Trusts>((event) => event.isTrusted);

/** Replaces the proof of trust; only tests need it, since no script can make a trusted event. */
export function TrustProvider({ trusts, children }: { trusts: Trusts; children: ReactNode }) {
  return <TrustContext.Provider value={trusts}>{children}</TrustContext.Provider>;
}

/**
 * Wraps an action so that it runs only on a trusted event: a page cannot press the product's buttons
 * (site-map.md, "What the page shows").
 */
export function useGuard(): <E extends SyntheticEvent>(act: (event: E) => void) => (event: E) => void {
  const trusts = useContext(TrustContext);
  return useCallback(
    (act) => (event) => {
      if (trusts(event.nativeEvent)) act(event);
    },
    [trusts],
  );
}
