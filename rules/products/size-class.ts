/** Size classes of bags by the longest side (mission.md B12). */
export const sizeClasses = ['mini', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof sizeClasses)[number];

/** A longest side below these is of the class, mm; from the last one on it is large. */
export type SizeSteps = Record<Exclude<SizeClass, 'large'>, number>;

/** One shop's classes (mission.md B12), until the shop writes its own. */
export const exampleSizeSteps: SizeSteps = { mini: 200, small: 270, medium: 320 };

/** What agents and buyers call them: not 大号, which is what shops call the larger of two sizes they sell. */
export const sizeClassNames: Record<SizeClass, string> = {
  mini: '迷你包',
  small: '小包',
  medium: '中包',
  large: '大包',
};

/** @param longest mm */
export function sizeClassOf(longest: number, steps: SizeSteps = exampleSizeSteps): SizeClass {
  if (longest < steps.mini) return 'mini';
  if (longest < steps.small) return 'small';
  return longest < steps.medium ? 'medium' : 'large';
}

/** A size that is sold, with its longest side. */
export interface SizeRead {
  /** 大号, 小号 …, where the text tells several sizes apart. */
  label?: string;
  /** mm, to a tenth. */
  longest: number;
}

const millimetres: Record<string, number> = {
  mm: 1,
  毫米: 1,
  cm: 10,
  厘米: 10,
  公分: 10,
  dm: 100,
  分米: 100,
  m: 1_000,
  米: 1_000,
  英寸: 25.4,
  inch: 25.4,
  inches: 25.4,
};
const unit = '(?:mm|毫米|cm|厘米|公分|dm|分米|英寸|inch(?:es)?|米|m)(?![a-z])';
const number = '\\d{1,4}(?:\\.\\d{1,2})?';
/** A side's name before or behind its number: 长, 宽, L, W … */
const side =
  '(?:最长边|最长|长度|宽度|高度|厚度|深度|底长|底宽|底厚|底部|上宽|下宽|包长|包宽|包高|底|长|宽|高|厚|深)';
const sideLetter = '[lwhd]';
const about = '(?:大?约|为|是|[:=≈~])*';
const named = `(?:(?:${side}|(?<![a-z])${sideLetter}(?![a-z]))\\s*${about}\\s*)`;
const behind = `(?:\\s*\\(\\s*(?:${side}|${sideLetter})\\s*\\)|\\s*(?:${side}(?!\\s*${about}\\s*\\d)|${sideLetter}(?![a-z])))`;
const measure = new RegExp(
  `(?<name>${named})?(?<![\\d.])(?<value>${number})(?![\\d.])\\s*(?<unit>${unit})?(?<behind>${behind})?\\s*(?<late>${unit})?`,
  'giu',
);
const measureJoin = /^\s*[*x×✕✖╳·、,]?\s*$/u;
const crossJoin = /^\s*[*x×✕✖╳]\s*$/u;

/** What is measured in the rest of a phrase after one of these is not a side of the bag. */
const notASide =
  /肩带|背带|带长|带子|链条|链长|链|手提|提手|提柄|手柄|手挽|把手|腕带|拉杆|周长|对角|口径|隔层|口袋|挂件|身高|体重|胸围|腰围|臀围|袖长|衣长|裤长|肩宽|跟高|鞋|筒|围|可放|可装|能放|能装|放得下|装得下|适合|电脑|手机|屏|平板|笔记本|ipad|容量|误差/iu;

/** Sides a bag has no size beyond, mm: what is outside was read wrongly. */
const plausible = { least: 20, most: 3_000 } as const;
/** Bare numbers: below this all are centimetres; from `millimetresFrom` on none can be. */
const bare = { centimetresBelow: 100, millimetresFrom: 150, leastMillimetres: 30 } as const;

interface Measured {
  value: number;
  unit: string | undefined;
  name: string;
  start: number;
  end: number;
  text: string;
}

/** Labels that part several sizes of one product. */
const sizeLabel =
  /(?:超大|特大|加大|大|中|小|迷你|mini)(?:号|款|码)|(?:迷你|mini)(?=\s*[:：]?\s*\d)|(?<![a-z\d])(?:xxl|xl|xs|s|m)(?:号|码|款)?(?=\s*[:：]\s*)/giu;

/**
 * The longest side of every size a text speaks of. Reads `长28*宽12*高18cm`, `28×12×18`, `280mm`, `28cm(长)`,
 * `大号34*15*28cm；小号20*8*15cm`, full width. Straps, handles and what fits inside are not sides. A text that leaves
 * open which side or which unit is meant yields nothing: a class is told to buyers.
 */
export function readSizes(text: string): SizeRead[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const found: SizeRead[] = [];
  for (const part of folded.split(/[;；\n]/)) {
    const labels = [...part.matchAll(sizeLabel)];
    // A label behind its measure (`34cm大号`) belongs to what stands before it.
    const isBehind = labels.length > 0 && /\d/.test(part.slice(0, labels[0]?.index));
    if (labels.length === 0) push(found, undefined, longestOf(part));
    else if (isBehind) {
      let from = 0;
      for (const label of labels) {
        push(found, label[0], longestOf(part.slice(from, label.index)));
        from = label.index + label[0].length;
      }
    } else {
      for (const [at, label] of labels.entries()) {
        const end = labels[at + 1]?.index ?? part.length;
        push(found, label[0], longestOf(part.slice(label.index + label[0].length, end)));
      }
    }
  }
  return found;
}

function push(found: SizeRead[], label: string | undefined, longest: number | undefined): void {
  if (longest === undefined) return;
  const same = found.some((one) => one.longest === longest && one.label === label);
  if (!same) found.push({ ...(label !== undefined && { label: label.toUpperCase() }), longest });
}

/** Measures of one size, without those that are no side of it. */
function measuresIn(part: string): Measured[] {
  const measured: Measured[] = [];
  for (const phrase of part.matchAll(/[^,，。!！]+(?:[,，](?=\s*\d)[^,，。!！]+)*/gu)) {
    // What follows the word is about the strap: `长28cm 肩带120cm`.
    const text = phrase[0].slice(0, Math.max(0, strapAt(phrase[0])));
    for (const match of text.matchAll(measure)) {
      const { name = '', value = '', unit: own, behind: after = '', late } = match.groups ?? {};
      measured.push({
        value: Number(value),
        unit: own ?? late,
        name: `${name}${after}`.replace(/[^\p{L}]/gu, ''),
        start: phrase.index + match.index,
        end: phrase.index + match.index + match[0].length,
        text: match[0],
      });
    }
  }
  return measured;
}

const strapAt = (phrase: string): number => {
  const at = phrase.search(notASide);
  return at < 0 ? phrase.length : at;
};

/** The longest side in mm; undefined where the text leaves it open. */
function longestOf(part: string): number | undefined {
  const measured = measuresIn(part);
  if (measured.length === 0) return undefined;
  // What stands before `长/宽/高:` in a row of slashes is named by it.
  const slashed = /长\s*\/?\s*宽\s*\/?\s*高/u.test(part);
  const chains: Measured[][] = [];
  for (const one of measured) {
    const last = chains.at(-1);
    const before = last?.at(-1);
    const between = before ? part.slice(before.end, one.start) : '';
    const isJoined =
      before !== undefined &&
      (crossJoin.test(between) ||
        (one.name !== '' && before.name !== '' && measureJoin.test(between)) ||
        (slashed && /^\s*[/、]\s*$/u.test(between)) ||
        /^\s*[-~–—至到]\s*$/u.test(between));
    if (last && isJoined) last.push(one);
    else chains.push([one]);
  }
  const sides: { mm: number; name: string }[] = [];
  let isSure = true;
  for (const chain of chains) {
    const read = readChain(chain, part, slashed);
    // One number that cannot be placed may be the longest side.
    if (!read) {
      if (chain.length > 1 || chain[0]?.unit !== undefined) return undefined;
      isSure = false;
      continue;
    }
    sides.push(...read);
  }
  const lone = sides.length === 1 ? sides[0] : undefined;
  if (sides.length === 0 || (lone && (!isSure || !/^(?:|长度?|最长边?|包长|底长|l)$/.test(lone.name))))
    return undefined;
  const longest = Math.round(Math.max(...sides.map(({ mm }) => mm)) * 10) / 10;
  return longest >= plausible.least && longest <= plausible.most ? longest : undefined;
}

/** Numbers that share a unit, in mm; undefined where the unit is open. */
function readChain(
  chain: readonly Measured[],
  part: string,
  slashed: boolean,
): { mm: number; name: string }[] | undefined {
  const units = new Set(chain.flatMap(({ unit: own }) => (own === undefined ? [] : [own])));
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last) return undefined;
  // `28/30/32cm` may be three sizes or three sides.
  const isOpen =
    !slashed &&
    (/\d\s*[/、]\s*$/u.test(part.slice(0, first.start)) || /^\s*[/、]\s*\d/u.test(part.slice(last.end)));
  if (isOpen && (units.size === 0 || chain.some(({ unit: own }) => own === undefined))) return undefined;
  if (isOpen && first.unit !== undefined && /\d\s*[/、]\s*$/u.test(part.slice(0, first.start)))
    return undefined;
  if (units.size > 0) {
    const shared = last.unit ?? [...units].at(-1) ?? '';
    return chain.map(({ value, unit: own, name }) => ({
      mm: value * (millimetres[own ?? shared] ?? Number.NaN),
      name,
    }));
  }
  if (chain.length < 2 && first.name === '') return undefined;
  const values = chain.map(({ value }) => value);
  const factor =
    Math.max(...values) < bare.centimetresBelow
      ? 10
      : Math.max(...values) >= bare.millimetresFrom && Math.min(...values) >= bare.leastMillimetres
        ? 1
        : undefined;
  return factor && chain.map(({ value, name }) => ({ mm: value * factor, name }));
}

/** Does the name speak of something that has size classes? */
export const soundsLikeBag = (name: string): boolean =>
  /(?:包|袋|箱|托特|邮差|水桶|饺子|手拿|bag)(?!装|邮|裹|书|机|子店|边|头|臀|跟|脚)/iu.test(name) &&
  !/(?:面包|钱包套|书包挂|沙袋|包装|包邮)(?!.*(?:斜挎|托特|双肩|腋下|手提))/u.test(name);
