import type { LocalText } from '../../../rules/language/local-text.ts';
import { say } from '../../../rules/language/local-text.ts';

/** The tools of the dock: work that is not bound to what the page shows. */
export const toolIds = ['address', 'guide', 'returns', 'pricing'] as const;
export type ToolId = (typeof toolIds)[number];

export const toolNames: Record<ToolId, LocalText> = {
  address: say('查地址', 'Address'),
  guide: say('处理步骤', 'What to do'),
  returns: say('退货台', 'Returns'),
  pricing: say('算价补偿', 'Prices'),
};

/** A tool that something else opened: an order's mark, a chip beside a message. */
export interface OpenTool {
  id: ToolId;
  /** Of the order of the page it is opened for. */
  orderKey?: string;
  /** A text to begin with: an address, a number. */
  text?: string;
  /** Counts up, so that opening the same once more is seen. */
  turn: number;
}
