import type { ShopPack } from '../../rules/packs/shop.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { dispatchSays } from '../../rules/shipping/index.ts';
import type { Settings } from '../../storage/schemas/settings.ts';

/** What is known without a page: the buyer as typed, the agent, the shop, and when an order paid now leaves (A10). */
export function padValues(
  buyer: string,
  settings: Pick<Settings, 'agentNumber' | 'shopName'>,
  pack: ShopPack,
  now: number,
): PhraseValues {
  const known: [keyof PhraseValues, string | undefined][] = [
    ['买家', buyer.trim()],
    ['客服号', settings.agentNumber],
    ['店铺', settings.shopName],
    ['发货时间', dispatchSays(pack, undefined, now)],
  ];
  return Object.fromEntries(known.filter(([, value]) => value !== undefined && value !== ''));
}
