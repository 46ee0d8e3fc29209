import type { PricingView } from '../../components/dock/model.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { Platform } from '../../rules/platform.ts';

/** The shop's rows of the price helper, as the dock's tool takes them. */
export const pricingView = (pack: ShopPack, platform: Platform): PricingView => ({
  ...pack.pricing,
  platform,
  floors: pack.price,
  flashWords: pack.flashSale.words,
});
