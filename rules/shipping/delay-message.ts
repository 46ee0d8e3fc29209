import { type LocalText, say } from '../language/local-text.ts';

/** Why an order is late, as the agent knows it. */
export const delayCauses = ['volume', 'stock', 'making', 'courier', 'weather', 'other'] as const;
export type DelayCause = (typeof delayCauses)[number];

export const delayCauseNames: Record<DelayCause, LocalText> = {
  volume: say('单量大', 'Many orders'),
  stock: say('等补货', 'Restocking'),
  making: say('还在赶制', 'Being made'),
  courier: say('快递原因', 'Courier'),
  weather: say('天气', 'Weather'),
  other: say('其他', 'Other'),
};

const because: Record<DelayCause, string> = {
  volume: '这几天订单比较多，仓库在按付款先后打包',
  stock: '这款暂时缺货，正在等补货到仓',
  making: '这款还在赶制，做好质检后才能打包',
  courier: '快递那边揽收比较慢，包裹还没有交接出去',
  weather: '受天气影响，快递暂时收不了件',
  other: '仓库这边出了点状况',
};

/**
 * A message to the buyer of a late order (B15): an apology, the cause, a way out, and a date only where the agent gives
 * one. No promise words; a draft, never sent.
 * @param date as the agent writes it (3月8日); '' says nothing of a date
 */
export function delayMessage(
  cause: DelayCause,
  { orderId, date = '' }: { orderId?: string; date?: string },
): string {
  const order = orderId === undefined ? '您的订单' : `您尾号${orderId.slice(-4)}的订单`;
  const when = date.trim() === '' ? '' : `目前预计${date.trim()}前后发出，`;
  return `亲，真的很抱歉，${because[cause]}，${order}会比原来说的晚一些。${when}我们在尽力往前赶，有进展马上告诉您。要是您着急用或者不想等了，也请跟我说一声，我来帮您处理，给您添麻烦了~`;
}
