import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach } from 'vitest';
import { ClockProvider } from '../../../components/ui/clock.tsx';
import { TrustProvider } from '../../../components/ui/trust.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const unmounts: (() => void)[] = [];
afterEach(() => {
  for (const unmount of unmounts.splice(0)) unmount();
});

export interface Stage {
  root: HTMLElement;
  render(node: ReactNode): void;
  /** The one element that matches; fails when there is none. */
  one(selector: string): HTMLElement;
  all(selector: string): HTMLElement[];
  /** The button, tab or option whose accessible name or text is or begins with `name`. */
  named(name: string): HTMLElement;
  press(element: HTMLElement): void;
  key(element: HTMLElement, init: KeyboardEventInit): KeyboardEvent;
  type(element: HTMLElement, text: string): void;
}

/**
 * Mounts a view in happy-dom. Events made by a script are never trusted, so tests say with `trusted` whether the
 * agent's hand is played; without it the product's own proof decides.
 */
export function stage(
  node: ReactNode,
  { trusted, now = () => 1_000_000 }: { trusted?: boolean; now?: () => number } = {},
): Stage {
  const root = document.createElement('div');
  document.body.append(root);
  const react = createRoot(root);
  unmounts.push(() => {
    act(() => react.unmount());
    root.remove();
  });
  const yes = (): boolean => true;
  const wrap = (inner: ReactNode): ReactNode => {
    const timed = <ClockProvider now={now}>{inner}</ClockProvider>;
    return trusted ? <TrustProvider trusts={yes}>{timed}</TrustProvider> : timed;
  };
  const render = (inner: ReactNode): void => act(() => react.render(wrap(inner)));
  const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string): HTMLElement => {
    const [found] = all(selector);
    if (!found) throw new Error(`nothing matches ${selector} in ${root.innerHTML}`);
    return found;
  };
  render(node);
  return {
    root,
    render,
    one,
    all,
    named(name) {
      const found = all('button, [role=option], label').find((element) =>
        (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().startsWith(name),
      );
      if (!found) throw new Error(`no control named ${name} in ${root.innerHTML}`);
      return found;
    },
    press: (element) => act(() => element.click()),
    key(element, init) {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
      act(() => {
        element.dispatchEvent(event);
      });
      return event;
    },
    type(element, text) {
      // React listens to the prototype's setter; setting through the instance would hide the change from it.
      const kind = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      act(() => {
        Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(element, text);
        element.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
  };
}
