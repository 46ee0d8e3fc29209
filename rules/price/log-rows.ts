import type { Language } from '../language/local-text.ts';
import { type LocalText, say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import { sortableShanghaiTime } from '../time/shanghai.ts';

/** A filled price change as a table takes it; money in fen. */
export interface LoggedChange {
  at: number;
  place: 'dialog' | 'field';
  platform: string;
  way: string;
  by?: string;
  shop?: string;
  orderId?: string;
  buyer?: string;
  old?: number;
  price?: number;
  delta?: number;
  freight?: number;
  reason?: string;
}

const money = (fen: number | undefined): string => (fen === undefined ? '' : formatFen(fen));

const columns: readonly (readonly [LocalText, (change: LoggedChange) => string, number])[] = [
  [say('时间', 'Time'), ({ at }) => sortableShanghaiTime(at), 20],
  [say('客服', 'Agent'), ({ by = '' }) => by, 8],
  [say('店铺', 'Shop'), ({ shop = '' }) => shop, 14],
  [say('平台', 'Platform'), ({ platform }) => platform, 10],
  [say('订单号', 'Order'), ({ orderId = '' }) => orderId, 24],
  [say('买家', 'Buyer'), ({ buyer = '' }) => buyer, 14],
  [say('原商品价', 'Goods before'), ({ old }) => money(old), 10],
  [say('填入商品价', 'Goods filled'), ({ price }) => money(price), 10],
  [say('差额', 'Change'), ({ delta }) => money(delta), 10],
  [say('填入邮费', 'Freight filled'), ({ freight }) => money(freight), 10],
  [say('怎么算的', 'How'), ({ way }) => way, 40],
  [say('原因', 'Why'), ({ reason = '' }) => reason, 24],
  // Nobody here knows whether it was confirmed.
  [say('状态', 'State'), ({ place }) => (place === 'dialog' ? '已填入，是否确认以平台为准' : '逐个填入'), 20],
];

export const logWidths: readonly number[] = columns.map(([, , width]) => width);

/** Header and rows of the log of filled changes, in their order. */
export function* logRows(changes: Iterable<LoggedChange>, language: Language): Generator<readonly string[]> {
  yield columns.map(([head]) => head[language]);
  for (const change of changes) yield columns.map(([, cell]) => cell(change));
}
