import type { MarkRow } from '../marks/mark-layer.ts';

/** Collects the rows of several desks for the one mark layer of the page. */
export interface MarkRows {
  set(desk: string, rows: MarkRow[]): void;
  all(): MarkRow[];
}

export function createMarkRows(): MarkRows {
  const byDesk = new Map<string, MarkRow[]>();
  return {
    set: (desk, rows) => void byDesk.set(desk, rows),
    all: () => [...byDesk.values()].flat(),
  };
}
