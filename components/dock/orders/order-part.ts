import type { Language } from '../../../rules/language/local-text.ts';
import type { DockActions } from '../model.ts';
import type { OrderRowView } from './order-row.ts';

/** What every part of an order's details is given. */
export interface OrderPartProps {
  row: OrderRowView;
  language: Language;
  actions: DockActions;
  /** Epoch ms, by the minute. */
  now: number;
  /** When the shift that runs began, if one does; epoch ms. */
  shiftStart?: number | undefined;
  /** Whether a text can be put into an editor of the page. */
  hasEditor: boolean;
}
