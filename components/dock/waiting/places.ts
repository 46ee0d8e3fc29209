import type { Language } from '../../../rules/language/local-text.ts';
import type { ChatPlace } from '../../../storage/schemas/queue.ts';
import { platformName } from '../../i18n/platform-names.ts';

type Place = Pick<ChatPlace, 'platform' | 'shop'>;

/**
 * What tells a buyer's marketplace and shop in a list: said only of what differs within it, so that an agent of one
 * shop reads nothing that is the same in every row.
 */
export function placeNamer(all: readonly Place[], language: Language): (place: Place) => string | undefined {
  const platforms = new Set(all.map(({ platform }) => platform));
  const shops = new Set(all.map(({ shop }) => shop));
  return ({ platform, shop }) => {
    const said = [platforms.size > 1 && platformName(platform, language), shops.size > 1 && shop].filter(
      Boolean,
    );
    return said.length > 0 ? said.join(' · ') : undefined;
  };
}
