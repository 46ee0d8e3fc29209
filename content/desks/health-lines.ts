import type { HealthLine } from '../../components/dock/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { Breakage, PageKind, PageReading } from '../site-map/facts.ts';

const kinds: Record<PageKind, LocalText> = {
  chat: say('聊天页', 'chat page'),
  orders: say('订单页', 'order page'),
  reviews: say('评价页', 'review page'),
  price: say('改价弹窗', 'price dialog'),
  refunds: say('退款页', 'refund page'),
};

/** Fields in the agent's words; a field not named here shows its own name. */
const fields: Record<string, LocalText> = {
  root: say('页面内容', 'page content'),
  orderId: say('订单号', 'order number'),
  editor: say('输入框', 'editor'),
  'messages.item': say('聊天消息', 'messages'),
  text: say('评价内容', 'review text'),
};

/** One breakage as one line, naming the field in plain words. */
export function healthLine({ kind, field }: Breakage): HealthLine {
  const what = fields[field] ?? say(field, field);
  return {
    kind: kinds[kind],
    field,
    text: say(
      `${kinds[kind]['zh-CN']}改版了，读不到「${what['zh-CN']}」，这一页先不标记、不填写`,
      `This ${kinds[kind].en} has changed: no ${what.en} can be read, so nothing is marked or filled here`,
    ),
  };
}

/** One line per broken page kind (site-map.md, Health). */
export function healthLines(readings: readonly PageReading[]): HealthLine[] {
  return readings.flatMap((reading) => reading.health.broken.map(healthLine));
}
