import { formatFen } from '../money/money.ts';
import type { CardFacts } from './card.ts';
import {
  exampleSizeSteps,
  readSizes,
  type SizeSteps,
  sizeClassNames,
  sizeClassOf,
  soundsLikeBag,
} from './size-class.ts';

/** One fact of a card as the agent sees it. */
export interface CardFact {
  label: string;
  text: string;
  /** For the agent's eyes only: it never stands in a text for a buyer. */
  private?: true;
}

/** The shop's own names for facts, as they stand in messages, tables and forms. */
export const factLabels = {
  name: '名称',
  codes: '货号',
  ids: '商品ID',
  material: '材质',
  size: '尺寸',
  sizeClass: '尺码档',
  stock: '库存',
  points: '卖点',
  matching: '搭配',
  price: '售价',
  floor: '底价',
} as const;

/** Facts a shop keeps in its tables and tells no buyer: what it costs, whom it comes from, how low it goes. */
const privateLabel =
  /成本|进价|进货|拿货|供货|供应商|底价|底线|最低|利润|毛利|佣金|返点|内部|内控|保密|仅自己|档口|出厂价|批发价|代发价|cost|floor|profit|margin|supplier|private|internal/iu;
export const isPrivateLabel = (label: string): boolean => privateLabel.test(label.normalize('NFKC'));

/**
 * The size class of every size of a bag: `中包`, or `34cm 大包，29cm 中包` where the card tells several. Nothing
 * for what is no bag, and where the measures leave the longest side open.
 */
export function cardSizeClass(
  { name, size, bag }: Pick<CardFacts, 'name' | 'size' | 'bag'>,
  steps: SizeSteps = exampleSizeSteps,
): string | undefined {
  if (size === undefined || !(bag ?? soundsLikeBag(name))) return undefined;
  const sizes = readSizes(size).map(({ longest }) => ({
    name: sizeClassNames[sizeClassOf(longest, steps)],
    longest,
  }));
  const [first, ...rest] = sizes;
  if (!first) return undefined;
  if (rest.every((one) => one.name === first.name)) return first.name;
  return sizes.map(({ name: found, longest }) => `${longest / 10}cm ${found}`).join('，');
}

const yuan = (fen: number): string => `¥${formatFen(fen).replace(/\.00$/, '')}`;

/** Every fact of a card in the order agents are asked about it, the private ones among them. */
export function cardFacts(card: CardFacts, steps: SizeSteps = exampleSizeSteps): CardFact[] {
  const sizeClass = cardSizeClass(card, steps);
  const facts: (CardFact | undefined)[] = [
    card.material === undefined ? undefined : { label: factLabels.material, text: card.material },
    card.size === undefined ? undefined : { label: factLabels.size, text: card.size },
    sizeClass === undefined ? undefined : { label: factLabels.sizeClass, text: sizeClass },
    card.stock === undefined ? undefined : { label: factLabels.stock, text: card.stock },
    ...card.points.map((text) => ({ label: factLabels.points, text })),
    card.matching.length === 0 ? undefined : { label: factLabels.matching, text: card.matching.join('、') },
    ...card.lines.map(({ label, text }) => ({
      label,
      text,
      ...(isPrivateLabel(label) && { private: true as const }),
    })),
    card.price === undefined ? undefined : { label: factLabels.price, text: yuan(card.price) },
    card.floor === undefined
      ? undefined
      : { label: factLabels.floor, text: yuan(card.floor), private: true as const },
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** One fact as a message; undefined for what no buyer is told. */
export function factText({ label, text, private: own }: CardFact): string | undefined {
  if (own) return undefined;
  return label === factLabels.points ? text : `${label}：${text}`;
}

/** The whole card as one message, without what no buyer is told. */
export function cardText(card: CardFacts, steps: SizeSteps = exampleSizeSteps): string {
  const facts = cardFacts(card, steps);
  const points = facts.filter(({ label }) => label === factLabels.points);
  const lines = facts.flatMap((fact) => {
    if (fact.label !== factLabels.points) return factText(fact) ?? [];
    // Several points stand under one head.
    if (fact !== points[0]) return [];
    return `${factLabels.points}：${points.map(({ text }) => text).join('；')}`;
  });
  return [card.name, ...lines].join('\n');
}

/**
 * Values of a card for phrases, by the names agents write them with; what the card does not say is absent, and private
 * facts are no values at all.
 */
export function cardValues(card: CardFacts, steps: SizeSteps = exampleSizeSteps): Record<string, string> {
  const values: Record<string, string> = { 商品: card.name };
  if (card.codes[0] !== undefined) values[factLabels.codes] = card.codes[0];
  for (const fact of cardFacts(card, steps)) {
    if (fact.private) continue;
    const before = values[fact.label];
    values[fact.label] = before === undefined ? fact.text : `${before}；${fact.text}`;
  }
  return values;
}
