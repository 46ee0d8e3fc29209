import type { FiguresChoice } from '../../components/figures/model.ts';
import { namedRanges, rangeFault, rangeOf } from '../../rules/figures/ranges.ts';
import { type Platform, platforms } from '../../rules/platform.ts';

/** What the address says to look at; a named range has no days, so that it means the same tomorrow. */
export type AskedChoice = Partial<FiguresChoice>;

/** Reads `#platform=pdd&shop=…&account=…&range=week` or `&from=…&to=…`; what makes no sense is left out. */
export function readAddress(hash: string): AskedChoice {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const platform = platforms.find((one) => one === given.get('platform'));
  const range = namedRanges.find((one) => one === given.get('range'));
  const [from, to] = [given.get('from'), given.get('to')];
  const shop = given.get('shop');
  const agent = given.get('account');
  return {
    ...(platform && { platform }),
    ...(shop && { shop }),
    ...(agent && { agent }),
    ...(range ? { range } : from && to ? { range: 'own' as const, from, to } : {}),
  };
}

export function writeAddress({ platform, shop, agent, range, from, to }: FiguresChoice): string {
  const said = new URLSearchParams({ platform });
  if (shop !== undefined) said.set('shop', shop);
  if (agent !== undefined) said.set('account', agent);
  if (range === 'own') {
    said.set('from', from);
    said.set('to', to);
  } else said.set('range', range);
  return `#${said}`;
}

/**
 * What is looked at: as asked, where there is something of it. A platform without messages, a shop of another one and
 * days that make no range are not chosen; the first platform and today are.
 */
export function settledChoice(
  asked: AskedChoice,
  places: readonly { platform: Platform; shops: readonly { id: string }[] }[],
  today: string,
): FiguresChoice | undefined {
  const place = places.find(({ platform }) => platform === asked.platform) ?? places[0];
  if (!place) return undefined;
  const isSame = place.platform === asked.platform;
  const shop = isSame ? place.shops.find(({ id }) => id === asked.shop)?.id : undefined;
  const own = { from: asked.from ?? '', to: asked.to ?? '' };
  const isOwn = asked.range === 'own' && !rangeFault(own, today);
  const range = isOwn ? 'own' : asked.range === undefined || asked.range === 'own' ? 'today' : asked.range;
  return {
    platform: place.platform,
    ...(shop !== undefined && { shop }),
    ...(isSame && asked.agent !== undefined && { agent: asked.agent }),
    range,
    ...(range === 'own' ? own : rangeOf(range, today)),
  };
}
