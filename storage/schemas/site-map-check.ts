import { isBroadHost } from '../../rules/hosts/broad-host.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { judgePattern, type PatternVerdict } from '../patterns/judge-pattern.ts';
import { isSelector } from './selector-syntax.ts';
import { readSiteMap, type SiteMap, type SiteMapResult } from './site-map.ts';

/**
 * What a map must bear before it comes in, beyond its form: hosts of one owner, patterns that never run away,
 * selectors that parse. Asked when a map is imported or saved; too costly for a page (issue 3, bad input).
 */

/** More different patterns than any marketplace needs; judging each may cost some 100 ms. */
const MAX_PATTERNS = 100;
/** Nobody mends more than that at once, and judging the worst takes longest. */
const MAX_REFUSED = 5;

interface Placed {
  place: string;
  text: string;
}

/** Keys whose strings are words: every other string of a page entry is a selector or a pattern. */
const wordKeys = new Set([
  'evidence',
  'statuses',
  'ratings',
  'label',
  'attr',
  'as',
  'kind',
  'frames',
  'group',
  'mode',
]);
const patternKeys = new Set(['pattern', 'path']);

/** The selectors and patterns of a map with their places in the document. */
function collect(map: SiteMap): { selectors: Placed[]; patterns: Placed[] } {
  const selectors: Placed[] = [];
  const patterns: Placed[] = [];
  const visit = (value: unknown, key: string, place: string): void => {
    if (typeof value === 'string') {
      (patternKeys.has(key) ? patterns : selectors).push({ place, text: value });
    } else if (Array.isArray(value)) {
      value.forEach((one, i) => {
        visit(one, key, `${place}[${i}]`);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) {
        if (!wordKeys.has(name)) visit(one, name, `${place}.${name}`);
      }
    }
  };
  map.pages.forEach((page, i) => {
    visit(page, '', `pages[${i}]`);
  });
  return { selectors, patterns };
}

const refusals: Record<Exclude<PatternVerdict, 'fine'>, LocalText> = {
  runaway: say(
    '这个正则遇到某些文字会无休止地反复尝试（例如重复里套重复 (a+)+），会卡住页面，请改写',
    'this pattern can run away on some texts (a repetition inside a repetition such as (a+)+) and would freeze the page; rewrite it',
  ),
  slow: say(
    '这个正则里有几段不定长的内容互相争抢，文字一长就很慢，请写得更明确，例如在开头加 ^ 或用 [^，]+ 代替 .+',
    'parts of open length compete in this pattern, which makes it very slow on long texts; say more exactly what is meant, for example begin with ^ or write [^,]+ for .+',
  ),
  unclear: say(
    '这个正则太复杂，无法判断会不会卡住页面，请拆短',
    'this pattern is too complex to tell whether it would freeze the page; make it shorter',
  ),
  invalid: say('不是有效的正则表达式', 'is not a valid regular expression'),
};

function placed(place: string, text: LocalText): LocalText {
  return say(`${place}：${text['zh-CN']}。`, `${place}: ${text.en}.`);
}

/** By the browser itself where there is a document, else by the form. */
function parsesHere(css: string): boolean {
  if (!isSelector(css)) return false;
  if (typeof document === 'undefined') return true;
  try {
    document.createDocumentFragment().querySelector(css);
    return true;
  } catch {
    return false;
  }
}

function explainHosts(map: SiteMap): LocalText[] {
  return map.hosts.flatMap((host, i) =>
    isBroadHost(host)
      ? [
          placed(
            `hosts[${i}]`,
            say(
              `${host} 的范围太大，会包括别人的网站，请写到具体的市场，例如 https://seller.example.com/*`,
              `${host} is too broad and covers other people's sites; name one marketplace, such as https://seller.example.com/*`,
            ),
          ),
        ]
      : [],
  );
}

function explainSelectors(selectors: readonly Placed[], parses: (css: string) => boolean): LocalText[] {
  return selectors
    .filter(({ text }) => !parses(text))
    .map(({ place, text }) =>
      placed(place, say(`浏览器不认识选择器 ${text}`, `the browser does not know the selector ${text}`)),
    );
}

/** Verdicts of patterns judged before: a map being edited is checked again at every key. */
const verdicts = new Map<string, PatternVerdict>();
const MAX_VERDICTS = 2_000;

function verdictOf(pattern: string): PatternVerdict {
  const known = verdicts.get(pattern);
  if (known) return known;
  const verdict = judgePattern(pattern);
  if (verdicts.size >= MAX_VERDICTS) verdicts.clear();
  verdicts.set(pattern, verdict);
  return verdict;
}

function explainPatterns(patterns: readonly Placed[]): LocalText[] {
  const different = new Set(patterns.map(({ text }) => text)).size;
  if (different > MAX_PATTERNS) {
    return [
      say(
        `有 ${different} 个不同的正则，不能超过 ${MAX_PATTERNS} 个。`,
        `There are ${different} different patterns; ${MAX_PATTERNS} is the limit.`,
      ),
    ];
  }
  const errors: LocalText[] = [];
  for (const { place, text } of patterns) {
    const verdict = verdictOf(text);
    if (verdict !== 'fine') errors.push(placed(place, refusals[verdict]));
    if (errors.length === MAX_REFUSED) break;
  }
  return errors;
}

/**
 * Whether a map that was read may come in; [] is yes, else one sentence per fault with its place.
 * @param parses whether the browser takes a selector; by its form where there is no document
 */
export function explainDangers(map: SiteMap, parses: (css: string) => boolean = parsesHere): LocalText[] {
  const { selectors, patterns } = collect(map);
  return [...explainHosts(map), ...explainSelectors(selectors, parses), ...explainPatterns(patterns)];
}

/** `readSiteMap` for a map that comes from outside: imported, edited, or made by pointing. Costs up to seconds. */
export function checkSiteMap(json: unknown): SiteMapResult {
  const read = readSiteMap(json);
  if (!read.ok) return read;
  const errors = explainDangers(read.map);
  return errors.length > 0 ? { ok: false, errors } : read;
}
