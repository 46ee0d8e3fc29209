/**
 * What a class name (or an id, or an attribute's value) is worth as an anchor (markets.md §10: never a full hashed
 * class). `plain` a person wrote and will keep; `prefix` a build tool put a hash or a version behind the part a
 * person wrote; `opaque` nothing of it lasts; `utility` says how something looks; `state` says how it is just now.
 */
export type ClassShape =
  | { kind: 'plain' }
  | { kind: 'prefix'; stem: string }
  | { kind: 'opaque' }
  | { kind: 'utility' }
  | { kind: 'state' };

const OPAQUE: ClassShape = { kind: 'opaque' };
const PLAIN: ClassShape = { kind: 'plain' };
const UTILITY: ClassShape = { kind: 'utility' };
const STATE: ClassShape = { kind: 'state' };

/** Words without a vowel, and short words, that people write; pinyin initials of up to four letters count too. */
const abbreviations = new Set(
  (
    'btn txt img src pwd msg hdr ftr cnt num svg tbl lbl str tmpl ctrl wrp qr sn sku tr td th ul li dl dt dd bg fr fl ' +
    'lf rt hd bd ft cls pkg mgr cfg html css js xs sm md lg xl xxl ww jd tb pdd tm kf zh cn spm https http nth prev ' +
    'pwr grp dlg plx tpl scrl thn rmb cny wx qq sms gps cdn npc vip ddh shdz'
  ).split(' '),
);

/** What the letters of a word look like: vowels among consonants, and none of the pairs no word has. */
function isWordy(chunk: string): boolean {
  const word = chunk.toLowerCase();
  if (word.length <= 1 || abbreviations.has(word)) return true;
  const vowels = word.match(/[aeiouy]/g)?.length ?? 0;
  if (vowels === 0) return word.length <= 3;
  if (/[bcdfghjklmnpqrstvwxz]{5,}/.test(word) || /[aeiou]{4,}/.test(word)) return false;
  if (
    /q[^uiy]|j[^aeiouy]|v[^aeioruy]|x[bdfghjklmnqrvwz]|z[bcdfgjkmnpqrstvwx]|[bcdfghjkmpqtvwxz]x|wv|vw|qy|yq|kq|fq|uu|hh/.test(
      word,
    )
  ) {
    return false;
  }
  const share = vowels / word.length;
  return word.length < 5 ? true : share >= 0.15 && share <= 0.75;
}

const shortWords = new Set(
  'is on in to up no ok id go my by of at el ui hd bd ft or an do we us it as so be re un'.split(' '),
);

/** outerWrapper → outer, Wrapper; orderID → order, ID. */
const chunksOf = (token: string): string[] => token.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];

/**
 * Whether a run of letters and digits without separators was made by a machine: digits between letters, cases
 * without camel words, letters no word has.
 */
export function looksRandom(token: string): boolean {
  if (token.length < 4 || !/^[A-Za-z0-9]+$/.test(token)) return false;
  if (/^\d+$/.test(token)) return false;
  const digits = token.match(/\d/g)?.length ?? 0;
  if (digits > 0) {
    if (/^[0-9a-f]{6,}$/.test(token) || /^[0-9A-F]{8,}$/.test(token)) return true;
    // order2, step10, i18n, b2c, h5Page: a number behind or amid words.
    const [, head = '', number = '', tail = ''] = /^([A-Za-z]+)(\d{1,4})([A-Z][a-z]+)*$/.exec(token) ?? [];
    if (head && number && (tail === '' || tail.length > 2))
      return looksRandom(head) || !chunksOf(head).every(isWordy);
    if (/^(?:i18n|l10n|a11y|k8s|utf8|base64|mp[34]|h264)$/i.test(token)) return false;
    const groups = token.match(/\d+|[A-Za-z]+/g) ?? [];
    // sku2price: words with one number among them.
    const letters = groups.filter((group) => !/^\d/.test(group));
    if (
      groups.length <= 3 &&
      letters.length === 2 &&
      letters.every((group) => group.length >= 3 && chunksOf(group).every(isWordy) && !looksRandom(group))
    ) {
      return false;
    }
    return true;
  }
  const chunks = chunksOf(token);
  if (chunks.length > 1) {
    const short = chunks.filter(
      (chunk) =>
        chunk.length <= 2 && !shortWords.has(chunk.toLowerCase()) && !abbreviations.has(chunk.toLowerCase()),
    );
    if (short.length * 2 >= chunks.length) return true;
    if (
      token.length / chunks.length < 2.6 &&
      !chunks.every((chunk) => shortWords.has(chunk.toLowerCase()) || chunk.length > 2)
    )
      return true;
  }
  return !chunks.every(isWordy);
}

const stateWord =
  /^(?:(?:is|has)[-_].+|(?:active|selected|current|cur|hover|focus|focused|disabled|enabled|checked|unchecked|open|opened|close|closed|expanded|collapsed|show|shown|hide|hidden|visible|invisible|loading|loaded|first|last|odd|even|on|off|read|unread|sticky|fixed|dragging|animate|animated|fade|in|out|new|hot|top)|.+[-_](?:active|selected|current|hover|focus|focused|disabled|checked|open|expanded|collapsed|hidden|visible|loading|unread|first|last|odd|even|leave|enter|appear))$/i;

const utilityWord = new RegExp(
  '^-?(?:' +
    '(?:m|p)[trblxyse]?-?(?:\\d+|auto|px)|(?:w|h|fs|lh|fz)\\d{2,}|' +
    '(?:w|h|size|min-w|max-w|min-h|max-h|gap|gap-[xy]|space-[xy]|inset|top|left|right|bottom|z|order|basis|leading|tracking|opacity|rounded|border|shadow|ring|grid-cols|col-span|row-span|duration|delay|scale|rotate|fs|lh|font|fz)-(?:\\d[\\w./%]*|full|auto|screen|fit|min|max|none|xs|sm|md|lg|x?xl|[2-9]xl|bold|medium|semibold|normal|tight|[trblxy](?:-\\d+)?)|' +
    'flex(?:-(?:1|row|col|wrap|auto|none|center|between|shrink-0|grow|column))?|grid|block|inline(?:-(?:block|flex|grid))?|table-cell|relative|absolute|static|' +
    '(?:items|justify|content|self|place-items|object|align)-(?:start|end|center|between|around|evenly|stretch|baseline|top|middle|bottom|cover|contain|left|right)|' +
    'text-(?:xs|sm|base|lg|[2-9]?xl|left|right|center|justify|nowrap|ellipsis|white|black|muted|primary|danger|success|warning|info|[a-z]+-\\d{2,3})|' +
    '(?:bg|from|to|via|fill|stroke|divide|placeholder|outline)-(?:white|black|transparent|[a-z]+-\\d{2,3})|' +
    'border-[a-z]+-\\d{2,3}|cursor-(?:pointer|default|not-allowed)|pointer-events-none|select-none|truncate|ellipsis|underline|italic|uppercase|' +
    'overflow-(?:hidden|auto|scroll|[xy]-(?:hidden|auto|scroll))|whitespace-\\w+|break-\\w+|clearfix|clear|cf|fl|fr|pull-(?:left|right)|float-(?:left|right)|' +
    'tl|tc|cl|ml|mr|dib|ovh|pr|pa|(?:col|ant-col|el-col)-(?:(?:xs|sm|md|lg|xl)-)?\\d+|container|row-\\d+|d-(?:flex|block|none)|fw-?(?:bold|\\d+)|tabular-nums|antialiased|bold|hand|nowrap|' +
    'c-?[0-9a-f]{3}(?:[0-9a-f]{3})?|w\\d+|h\\d{2,}|f1[0-9]|transition(?:-\\w+)?|ease-\\w+)$',
);

/** Names of tools that make names; what follows is never a person's. */
const machineMade =
  /^(?:css-(?:dev-only-.+|var-.+|[a-z0-9]{4,}(?:-.+)?)|jss\d+|jsx-\d+|emotion-\w+|svelte-[a-z0-9]{5,}|astro-[a-z0-9]{5,}|ng-tns-.+|_ng(?:content|host)-.+|ember\d+|r-[a-z0-9]{5,}|data-v-[0-9a-f]{6,}|v-[0-9a-f]{8}|ext-gen\d+|yui_.+|rc_.+_\d+|radix-.+|headlessui-.+|:r[0-9a-z]+:)$/;

/** name_5-118-0, name-4-103-1: the version of a component library. */
const versioned = /^(.*?[A-Za-z])([-_]+)\d{1,3}(?:[-_.]\d{1,4}){1,3}$/;
/** Separators a build tool puts before its hash, the longest first. */
const separators = ['___', '--', '__', '_', '-'];

function isHashTail(tail: string, separator: string): boolean {
  if (!/^[A-Za-z0-9+]{3,24}$/.test(tail)) return false;
  const mixed = /\d/.test(tail) && /[A-Za-z]/.test(tail);
  if (tail.length === 3) return separator.length >= 2 && mixed && !/^[a-z]+\d$/i.test(tail);
  if (looksRandom(tail)) return true;
  // A modifier taken for a hash still leaves its stem to hold on to; a hash taken for a word would break the map.
  if (separator.length === 2 && tail.length >= 5 && mixed) return true;
  // Behind a separator only build tools use, five letters need little to be no word: name___ab2cd, name--dkwqe.
  return (
    separator.length >= 2 &&
    tail.length >= 5 &&
    (/^[A-Za-z]+\d{2,}$/.test(tail) || /^[a-z]+[A-Z]+[a-z]*[A-Z]/.test(tail))
  );
}

/** Tells the part of a name a person wrote from what a build tool added. Never throws. */
export function classShape(name: string): ClassShape {
  if (name.length === 0 || name.length > 80) return OPAQUE;
  if (/[^\w\u2e80-\u9fff-]/.test(name)) return UTILITY;
  if (machineMade.test(name)) return OPAQUE;
  if (utilityWord.test(name)) return UTILITY;
  const styled = /^sc-(\w+?)(?:-\d+)?$/.exec(name)?.[1];
  if (styled && (looksRandom(styled) || /^[a-z]*[A-Z]/.test(styled))) return OPAQUE;
  // vite: _name_1a2b3_13
  const vite = /^_([A-Za-z][\w-]*?)_([a-z0-9]{5,6})_\d+$/.exec(name);
  if (vite?.[1]) return { kind: 'prefix', stem: `_${vite[1]}_` };
  const version = versioned.exec(name);
  if (version?.[1]) {
    const inner = classShape(version[1]);
    if (inner.kind === 'opaque') return OPAQUE;
    return inner.kind === 'prefix' ? inner : { kind: 'prefix', stem: `${version[1]}${version[2]}` };
  }
  for (const separator of separators) {
    const at = name.lastIndexOf(separator);
    if (at <= 0) continue;
    const head = name.slice(0, at);
    const tail = name.slice(at + separator.length);
    if (!isHashTail(tail, separator)) continue;
    const inner = classShape(head);
    if (inner.kind === 'opaque' || head.length < 2) return OPAQUE;
    if (inner.kind === 'prefix') return inner;
    return { kind: 'prefix', stem: head + separator };
  }
  // item-3, row_12: the same thing in other rows has another number.
  const numbered = /^(.*[A-Za-z][-_]+)\d+$/.exec(name)?.[1];
  if (numbered)
    return classShape(numbered.replace(/[-_]+$/, '')).kind === 'opaque'
      ? OPAQUE
      : { kind: 'prefix', stem: numbered };
  const parts = name.split(/[-_]+/).filter(Boolean);
  if (parts.length > 0 && parts.some((part) => looksRandom(part))) return OPAQUE;
  if (/\d{3,}/.test(name) && !/^[a-z]+1688|1688/.test(name)) return OPAQUE;
  if (stateWord.test(name)) return STATE;
  return PLAIN;
}
