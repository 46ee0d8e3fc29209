import type { Inference, RegionField } from '../address/parsed-address.ts';
import { type LocalText, say } from '../language/local-text.ts';
import type { ZoneRegion } from './zone-region.ts';

const levelNames: Record<Inference['part'], LocalText> = {
  province: say('省', 'province'),
  city: say('市', 'city'),
  district: say('区县', 'district'),
  town: say('乡镇', 'town'),
};

/** Why parts are not what the text literally writes. */
const howNames: Record<Exclude<Inference['how'], 'short'>, (parts: LocalText, from: string) => LocalText> = {
  former: (parts, from) =>
    say(`${parts['zh-CN']}写的是旧名「${from}」`, `${parts.en} by its former name “${from}”`),
  mistyped: (parts, from) =>
    say(`${parts['zh-CN']}写的是「${from}」，按写错认的`, `${parts.en} written “${from}”, taken as mistyped`),
  contains: (parts, from) =>
    say(`${parts['zh-CN']}是推断的，来自「${from}」`, `${parts.en} inferred from “${from}”`),
  town: (parts, from) =>
    say(`${parts['zh-CN']}是推断的，来自乡镇「${from}」`, `${parts.en} inferred from the town “${from}”`),
  corps: (parts, from) =>
    say(`${parts['zh-CN']}是推断的，来自兵团「${from}」`, `${parts.en} inferred from the corps “${from}”`),
};

const named = (parts: readonly Inference['part'][]): LocalText =>
  say(
    parts.map((part) => levelNames[part]['zh-CN']).join('、'),
    parts.map((part) => levelNames[part].en).join(' and '),
  );

/** The levels of a region in one line; a municipality is named once. */
export function placeLine({ province, city, district, town }: ZoneRegion): string {
  return [province, city === province ? undefined : city, district, town]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** How the region was read, and from what the parts that the text does not write. */
export function howRead(
  where: ZoneRegion & { inferred?: readonly RegionField[]; reasons?: readonly Inference[] },
): LocalText {
  const line = placeLine(where);
  const { inferred = [], reasons = [] } = where;
  const told = new Map<string, { how: keyof typeof howNames; from: string; parts: Inference['part'][] }>();
  for (const { part, how, from } of reasons) {
    if (how === 'short') continue;
    const known = told.get(`${how} ${from}`);
    if (known) known.parts.push(part);
    else told.set(`${how} ${from}`, { how, from, parts: [part] });
  }
  const notes = [...told.values()].map(({ how, from, parts }) => howNames[how](named(parts), from));
  const untold = inferred.filter((field) => !reasons.some(({ part }) => part === field));
  if (untold.length > 0) {
    const { 'zh-CN': zh, en } = named(untold);
    notes.push(say(`${zh}是推断的，原文没有写`, `${en} inferred, not written`));
  }
  if (notes.length === 0) return say(`地址读作：${line}`, `Address read as ${line}`);
  return say(
    `地址读作：${line}（${notes.map((note) => note['zh-CN']).join('；')}）`,
    `Address read as ${line} (${notes.map((note) => note.en).join('; ')})`,
  );
}
