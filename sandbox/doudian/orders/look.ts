import type { PageLayout } from '../../page/layout.ts';

/** Recorded layouts of the order list, newest first (markets.md §2). */
export const orderLayouts = ['2026', '2021'] as const;

/** How this load calls things: `ui('table-cell')` is `auxo-table-cell`, `mod('index_payAmount')` has a hash behind. */
export interface Look {
  ui(name: string): string;
  mod(name: string): string;
}

const prefixes = ['auxo', 'ecom-g'] as const;

/**
 * The library's prefix has been `auxo-` and `ecom-g-` (`?prefix=`); a rotated build has one nobody has seen yet.
 *
 * @throws Error for a prefix that was never recorded
 */
export function createLook(
  layout: PageLayout<(typeof orderLayouts)[number]>,
  asked: string | undefined,
): Look {
  const wanted = asked ?? 'auxo';
  const recorded = prefixes.find((one) => one === wanted);
  if (!recorded) throw new Error(`no practice prefix “${asked}”; there are ${prefixes.join(', ')}`);
  const prefix = layout.rotated && asked === undefined ? layout.tail('prefix', 5).toLowerCase() : recorded;
  return {
    ui: (name) => `${prefix}-${name}`,
    mod: (name) => `${name}__${layout.tail(name, 5)}`,
  };
}

/** Names in the style sheet: `.h-ui-table-cell` and `.h-index_payAmount`. */
export const classOf =
  ({ ui, mod }: Look) =>
  (name: string): string =>
    name.startsWith('ui-') ? ui(name.slice(3)) : mod(name);
