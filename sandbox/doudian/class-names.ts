import type { PageLayout } from '../page/layout.ts';

/** Recorded layouts of the chat page, newest first (markets.md §2): 2026-09, 2026-06, and the months before. */
export const chatLayouts = ['rebuilt', 'prefix', 'opaque'] as const;
export type ChatLayout = (typeof chatLayouts)[number];

/** A name of ours as this load's class: `msgContent-JqEWJs`, or 20 letters and figures that say nothing. */
export type ClassNames = (name: string) => string;

export const chatClassNames =
  (layout: PageLayout<ChatLayout>): ClassNames =>
  (name) =>
    layout.name === 'opaque' ? layout.tail(name, 20) : `${name}-${layout.tail(name, 6)}`;
