import type { FiguresChoice } from '../../components/figures/model.ts';
import { namedRanges, rangeFault, rangeOf } from '../../rules/figures/ranges.ts';
import { type Platform, platforms } from '../../rules/platform.ts';
import type { Shift } from '../../rules/shift/shift.ts';
import { shanghaiDay } from '../../rules/time/shanghai.ts';

/** What the address says to look at; a named range has no days, so that it means the same tomorrow. */
export type AskedChoice = Partial<FiguresChoice>;

/** Reads `#platform=pdd&shop=…&account=…&range=week`, `&range=shift&shift=…` or `&from=…&to=…`; what makes no sense is left out. */
export function readAddress(hash: string): AskedChoice {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const platform = platforms.find((one) => one === given.get('platform'));
  const named = given.get('range');
  const range = named === 'shift' ? named : namedRanges.find((one) => one === named);
  const shift = range === 'shift' ? given.get('shift') : undefined;
  const [from, to] = [given.get('from'), given.get('to')];
  const shop = given.get('shop');
  const agent = given.get('account');
  return {
    ...(platform && { platform }),
    ...(shop && { shop }),
    ...(agent && { agent }),
    ...(shift && { shift }),
    ...(range ? { range } : from && to ? { range: 'own' as const, from, to } : {}),
  };
}

export function writeAddress({ platform, shop, agent, range, shift, from, to }: FiguresChoice): string {
  const said = new URLSearchParams({ platform });
  if (shop !== undefined) said.set('shop', shop);
  if (agent !== undefined) said.set('account', agent);
  if (range === 'own') {
    said.set('from', from);
    said.set('to', to);
  } else said.set('range', range);
  if (range === 'shift' && shift !== undefined) said.set('shift', shift);
  return `#${said}`;
}

/**
 * What is looked at: as asked, where there is something of it. A platform without messages, a shop of another one and
 * days that make no range are not chosen; the first platform and today are. Of shifts it is the last one that is chosen
 * where the one asked for is gone.
 * @param shifts those that can be looked at, the last one first
 */
export function settledChoice(
  asked: AskedChoice,
  places: readonly { platform: Platform; shops: readonly { id: string }[] }[],
  today: string,
  shifts: readonly Shift[],
): FiguresChoice | undefined {
  const place = places.find(({ platform }) => platform === asked.platform) ?? places[0];
  if (!place) return undefined;
  const isSame = place.platform === asked.platform;
  const shop = isSame ? place.shops.find(({ id }) => id === asked.shop)?.id : undefined;
  const own = { from: asked.from ?? '', to: asked.to ?? '' };
  const whose = {
    platform: place.platform,
    ...(isSame && asked.agent !== undefined && { agent: asked.agent }),
  };
  const inShop = { ...whose, ...(shop !== undefined && { shop }) };
  const [latest] = shifts;
  switch (asked.range) {
    case 'own':
      if (!rangeFault(own, today)) return { ...inShop, range: 'own', ...own };
      break;
    case 'shift':
      if (latest) {
        const { id, start, end } = shifts.find((one) => one.id === asked.shift) ?? latest;
        const to = end === undefined ? today : shanghaiDay(end);
        return { ...whose, range: 'shift', shift: id, from: shanghaiDay(start), to };
      }
      break;
    case undefined:
      break;
    default:
      return { ...inShop, range: asked.range, ...rangeOf(asked.range, today) };
  }
  return { ...inShop, range: 'today', ...rangeOf('today', today) };
}
