import { takeEntities } from './entities.ts';
import { findRegion } from './find-region.ts';
import type { ParsedAddress } from './parsed-address.ts';
import { findName, nameBefore, nameBeforePhone, type Span } from './receiver.ts';
import { settle } from './settle-region.ts';

/** Words a buyer puts in front of an address; they are no part of it. */
const filler =
  /^(?:我家?的?)?(?:亲|你好|您好|麻烦)?(?:请)?(?:收货人?|收件人?|姓名|寄到|发到|送到|寄|发)?(?:新)?(?:地址)?(?:是|在|为|改成|换成|改为)?$/;
/** No address is longer; what lies behind is left in the detail unread. */
const LONGEST = 2_000;
const edges = /^[\s,;:|、。.·\-_/]+|[\s,;:|、。·\-_/]+$/g;

/**
 * Reads one address text, wherever name and phone stand in it. Pure and linear in the length of the text.
 * @param whole anything; what is no address yields little or nothing and never throws
 */
export function parse(whole: string): ParsedAddress {
  const text = whole.slice(0, LONGEST);
  const entities = takeEntities(text);
  let rest = entities.rest;
  const result: ParsedAddress = { confidence: 0, inferred: [] };
  if (entities.phone !== undefined) result.phone = entities.phone;
  if (entities.ext !== undefined) result.ext = entities.ext;
  if (entities.postcode !== undefined) result.postcode = entities.postcode;
  const erase = (span: Span): void => {
    rest = blanked(rest, span);
  };
  const takeName = (span: Span | undefined): void => {
    if (!span || result.name !== undefined) return;
    result.name = text.slice(span.start, span.end).replace(/(?<=.)收$/, '');
    erase(span);
  };

  if (entities.name !== undefined) result.name = entities.name;
  else takeName(findName(entities));
  const found = findRegion(rest);
  if (found) takeName(nameBefore(rest, found.start));
  let end = 0;
  let front = '';
  if (found && result.name === undefined) {
    // …河北省钱玉梅137…: the name is what stands between the region and the phone.
    const places = [
      { start: found.start, end: found.end },
      ...(found.town ? [found.town] : []),
      ...found.repeats,
    ];
    const outside = places.reduce((text, span) => blanked(text, span), rest);
    takeName(findName({ ...entities, rest: outside }));
  }
  takeName(nameBeforePhone(rest, entities.phoneSpans));
  if (found) {
    settle(result, found.region, text.slice(found.start, found.end));
    if (found.town) {
      result.town = found.town.name;
      erase(found.town);
    }
    for (const span of found.repeats) erase(span);
    const lead = rest.slice(0, found.start).replace(edges, '');
    front = filler.test(lead) ? '' : wordsOf(text, rest, 0, found.start);
    end = found.end;
  }
  const detail = wordsOf(text, rest, end, rest.length);
  const words = [front, detail].filter((part) => part !== '').join(' ') + whole.slice(LONGEST).trimEnd();
  if (words !== '') result.detail = words;
  return result;
}

const blanked = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + '\n'.repeat(end - start) + text.slice(end);

/** The words left over, as the original writes them. */
function wordsOf(text: string, rest: string, from: number, to: number): string {
  const words: string[] = [];
  for (let i = from; i < to; i += 1) words.push(rest.charAt(i) === '\n' ? ' ' : text.charAt(i));
  return words
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，;；:：|、。·\-_/)）\]】]+|[\s,，;；:：|、·\-_/]+$/g, '')
    .trim();
}
