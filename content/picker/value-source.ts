import { readMoney } from '../../rules/money/money.ts';
import { readDatetime } from '../../rules/time/read-datetime.ts';
import type { LocatorObject } from '../../storage/schemas/site-map.ts';
import { readOwnText, readText } from '../site-map/read-text.ts';
import type { FieldSpec } from './field-spec.ts';

/** How the value is taken from the element: all its text, its own text, an attribute, the part a pattern finds. */
export type ValueSource = Pick<LocatorObject, 'own' | 'attr' | 'pattern' | 'count'>;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** From strict to loose; the first whose first find is the number shown is taken. */
const idPatterns = [
  '(\\d{6,})',
  '(\\d[\\d-]{5,})',
  '([A-Za-z]{1,6}-?\\d[\\dA-Za-z-]{3,})',
  '(\\d[\\dA-Za-z-]{5,})',
  '([\\dA-Za-z][\\dA-Za-z-]{5,})',
];
const moneyPattern = '[¥￥]\\s*(\\d[\\d,]*(?:\\.\\d{1,2})?)';
const bareMoneyPattern = '(\\d[\\d,]*(?:\\.\\d{1,2})?)';
const timePattern = '(\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?)';
const shortTimePattern = '((?:\\d{1,2}[-/月]\\d{1,2}日?|今天|昨天|前天)\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)';

const firstOf = (text: string, pattern: string): string | undefined => {
  const match = new RegExp(pattern, 'u').exec(text);
  return match ? (match[1] ?? match[0]).trim() : undefined;
};

/** Runs that could be an order number: many digits, no date, no phone. The longest first. */
export function idTokens(text: string): string[] {
  const tokens = text.match(/[A-Za-z]{0,8}\d[\dA-Za-z]*(?:-[\dA-Za-z]+)*/g) ?? [];
  return tokens
    .filter((token) => (token.match(/\d/g)?.length ?? 0) >= 5)
    .filter((token) => !/^\d{4}-\d{1,2}-\d{1,2}$/.test(token) && !/^1[3-9]\d{9}$/.test(token))
    .sort((a, b) => b.length - a.length);
}

/** A pattern whose first find in `text` is `value`, led by the words before it where other finds come first. */
function patternFor(text: string, value: string, ladder: readonly string[]): string | undefined {
  const plain = ladder.find((pattern) => firstOf(text, pattern) === value);
  if (plain) return plain;
  const before = text.slice(0, text.indexOf(value)).split('\n').at(-1) ?? '';
  const words = /(\p{L}{1,10})[^\p{L}\d]{0,4}$/u.exec(before)?.[1];
  if (!words) return undefined;
  return ladder
    .map((pattern) => `${literal(words)}[^\\p{L}\\d]{0,4}${pattern}`)
    .find((pattern) => firstOf(text, pattern) === value);
}

function idSources(text: string): ValueSource[] {
  const tokens = idTokens(text);
  const [longest] = tokens;
  if (longest === undefined) return text.length <= 40 && /^\S*\d\S*$/.test(text) ? [{}] : [];
  if (text === longest) return [{}];
  return tokens.slice(0, 3).flatMap((token) => {
    const pattern = patternFor(text, token, idPatterns);
    return pattern ? [{ pattern }] : [];
  });
}

function moneySources(text: string, spec: FieldSpec): ValueSource[] {
  const found: ValueSource[] = readMoney(text) === undefined ? [] : [{}];
  const word = spec.beside?.exec(text)?.[0];
  if (word) {
    const pattern = `${literal(word)}[^\\d]{0,4}(\\d[\\d,]*(?:\\.\\d{1,2})?)`;
    if (firstOf(text, pattern)) found.push({ pattern });
  }
  if (found.length === 0) {
    for (const pattern of [moneyPattern, bareMoneyPattern])
      if (firstOf(text, pattern)) found.push({ pattern });
  }
  return found;
}

function timeSources(text: string, spec: FieldSpec, now: number): ValueSource[] {
  if (readDatetime(text, now, { place: 'any' })) return [{}];
  for (const pattern of [timePattern, shortTimePattern]) {
    const word = spec.beside?.exec(text)?.[0];
    if (word) {
      // 下单 2026-… or 2026-… 下单: where the text begins with the time, the word stands behind it.
      const led = [`${literal(word)}[^\\d]{0,6}${pattern}`, `${pattern}\\s*${literal(word)}`];
      const fits = led.filter((one) => firstOf(text, one));
      if (/^\d/.test(text)) fits.reverse();
      if (fits.length > 0) return fits.map((one) => ({ pattern: one }));
    }
    if (firstOf(text, pattern)) return [{ pattern }];
  }
  return [];
}

/** Names and addresses that share their element with other things: 张三，138…, 浙江省…. */
function textSources(text: string, element: Element, spec: FieldSpec): ValueSource[] {
  const found: ValueSource[] = [];
  const own = readOwnText(element);
  const phone = /(?:\+?86[- ]?)?1[3-9\d*][\d*]{9}(?:-\d{1,6})?/.exec(text);
  const led = /^[\p{L}（）()]{1,12}\s*[:：]\s*/u.exec(text)?.[0];
  if (spec.name === 'receiver' && phone) {
    const pattern = '^(?:[\\p{L}]{1,10}[:：]\\s*)?([^\\d\\s，,:：]{1,20})';
    if (firstOf(text, pattern)) found.push({ pattern });
  }
  if (spec.name === 'address') {
    const pattern = '([\\u4e00-\\u9fff]{2,8}(?:省|自治区|特别行政区|市)[^\\n]{4,})';
    const place = firstOf(text, pattern);
    if (place !== undefined && place !== text) found.push({ pattern });
    // 王**，山东济南市…: behind a masked name, whatever the province is written like.
    const behindName = '^[\\p{L}*＊]{1,8}[，,]\\s*([^\\d\\n][^\\n]{5,})';
    if (firstOf(text, behindName)) found.unshift({ pattern: behindName });
  }
  if (led) {
    const pattern = '^[\\p{L}（）()]{1,12}\\s*[:：]\\s*([^\\n]+)';
    if (firstOf(text, pattern)) found.push({ pattern });
  }
  if (own !== '' && own !== text) {
    if (spec.name === 'buyer' || spec.name === 'status' || spec.name === 'lines.title')
      found.unshift({ own: true });
    else found.push({ own: true });
  }
  if (spec.name === 'status' && text.includes('\n') && own === '') {
    found.unshift({ pattern: '^([^\\n]+)' });
  }
  const full = element.getAttribute('title')?.trim();
  const cut = text.replace(/[…\s.]+$/, '');
  if (full && full !== text && cut.length > 1 && full.startsWith(cut))
    return [{ attr: 'title' }, ...found, {}];
  return spec.name === 'address' || spec.name === 'receiver'
    ? [...found, {}]
    : [...(found[0] ? [found[0]] : []), {}, ...found.slice(1)];
}

/** Stars: what tells the lit ones from the others, as a selector to count. */
function countSources(element: Element): ValueSource[] {
  const found: ValueSource[] = [];
  const groups = new Map<Element, Element[]>();
  for (const one of element.querySelectorAll('*')) {
    const parent = one.parentElement;
    if (parent) groups.set(parent, [...(groups.get(parent) ?? []), one]);
  }
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > 10) continue;
    const names = new Map<string, number>();
    for (const one of group) for (const name of one.classList) names.set(name, (names.get(name) ?? 0) + 1);
    for (const [name, times] of names) {
      if (!/^[A-Za-z][\w-]*$/.test(name) || times > 5) continue;
      const isLit = /on|act|full|fill|lit|light|sel|check|high|solid|yellow|gold|red/i.test(name);
      if (isLit || times < group.length) found[isLit ? 'unshift' : 'push']({ count: `.${name}` });
    }
    if (group.length <= 5 && names.size === 0) found.push({ count: group[0]?.localName ?? '*' });
  }
  return found;
}

/**
 * The ways to take a field's value from the element that was pointed at, the likeliest first; none where its text
 * holds nothing of the kind.
 *
 * @param now epoch ms
 */
export function valueSources(element: Element, spec: FieldSpec, now: number): ValueSource[] {
  const text = readText(element);
  switch (spec.type) {
    case 'element':
      return [{}];
    case 'url':
      return [{ attr: 'src' }];
    case 'id':
      return idSources(text);
    case 'money':
      return text ? moneySources(text, spec) : [];
    case 'time':
      return text ? timeSources(text, spec, now) : [];
    case 'rating': {
      const digit = /^\s*[1-5](?:\.0)?\s*(?:分|星|stars?)?\s*$/i.test(text);
      return [...(digit ? [{}] : []), ...countSources(element)];
    }
    case 'phone':
    case 'int':
      return text ? [{}] : [];
    case 'prose':
    case 'text':
      return text ? textSources(text, element, spec) : [];
  }
}
