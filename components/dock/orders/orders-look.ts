import type { RowChoice } from './arrange-rows.ts';

/** How the agent looks at the orders: kept while another tab of the dock is in front, as a tool opened from an order. */
export interface OrdersLook {
  choice: RowChoice;
  /** The merge suggestions instead of the list. */
  merging: boolean;
  /** The row keys are at. */
  active: number;
  /** The order whose details are open; `byKeys`: the focus went along. */
  opened: { key: string; byKeys: boolean } | undefined;
}

export const firstLook: OrdersLook = {
  choice: { flags: new Set(), sort: 'due', handled: false },
  merging: false,
  active: 0,
  opened: undefined,
};
