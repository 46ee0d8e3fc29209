import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import type { Expression, Operator, PriceName, Rounding } from './expression.ts';

/** Why a formula is not read: where (UTF-16 place in the text, from 0) and what was expected there. */
export interface ExpressionFault {
  at: number;
  says: LocalText;
}

export type ExpressionReading = { ok: true; expression: Expression } | { ok: false; fault: ExpressionFault };

/** Longer than any formula a shop writes, short enough that hostile text ends at once. */
export const longestExpression = 400;
const deepest = 40;
/** Digits before and after the point. */
const mostDigits = { whole: 9, decimals: 6 } as const;

const nameOf: Readonly<Record<string, PriceName>> = {
  成本: 'cost',
  成本价: 'cost',
  进价: 'cost',
  拿货价: 'cost',
  cost: 'cost',
  邮费: 'freight',
  运费: 'freight',
  快递费: 'freight',
  freight: 'freight',
  postage: 'freight',
  原价: 'price',
  售价: 'price',
  现价: 'price',
  price: 'price',
};
const roundingOf: Readonly<Record<string, Rounding>> = {
  抹零: 'yuan',
  抹到元: 'yuan',
  抹到5: 'five',
  尾数9: 'nine',
  取整: 'half-up',
  四舍五入: 'half-up',
};
const signOf: Readonly<Record<string, Operator>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
};
/** The longest first, so that 成本价 is not read as 成本 with something behind it. */
const words = [...Object.keys(nameOf), ...Object.keys(roundingOf)].sort((a, b) => b.length - a.length);

/** Half width and one spelling per sign, character by character: places stay those of the text as written. */
const fold = (text: string): string =>
  [...text.replace(/[\s\u200B-\u200D\uFEFF]/g, ' ')]
    .map((one) => {
      const plain = one.normalize('NFKC').toLowerCase();
      const folded = plain.length === one.length ? plain : one;
      return (
        { '−': '-', '–': '-', '—': '-', '×': '*', '✕': '*', '÷': '/', '∕': '/', '【': '(', '】': ')' }[
          folded
        ] ?? folded
      );
    })
    .join('');

type Token =
  | { kind: 'number'; text: string; at: number; end: number }
  | { kind: 'name'; name: PriceName; at: number; end: number }
  | { kind: 'round'; how: Rounding; at: number; end: number }
  | { kind: 'sign'; sign: Operator; at: number; end: number }
  | { kind: '(' | ')' | '%' | 'end'; at: number; end: number };

class Fault extends Error {
  constructor(
    readonly at: number,
    readonly says: LocalText,
  ) {
    super(says.en);
  }
}

const expected = {
  value: say('一个数、成本、邮费、原价或「(」', 'a number, cost, freight, price or "("'),
  sign: say('＋ − × ÷ 或结尾', '+ − × ÷ or the end'),
  close: say('＋ − × ÷ 或「)」', '+ − × ÷ or ")"'),
};

/**
 * Reads a shop's formula (mission.md B11). Knows numbers (`1,000`, `¥10`, `10元`), `+ − × ÷ * /`, brackets, percent,
 * the names 成本/cost, 邮费/freight, 原价/price, and the words 抹零 (down to yuan), 抹到5, 尾数9 and 取整 (half up to yuan),
 * as `抹零(…)` or behind the formula or bracket they round. Full-width characters read like half-width ones. There is
 * no power, no comparison and no other word: nothing is ever run as a program. Never throws; ends for any text.
 */
export function readExpression(text: string): ExpressionReading {
  try {
    if (text.length > longestExpression) {
      throw new Fault(
        longestExpression,
        say(
          `公式太长，最多 ${longestExpression} 个字`,
          `The formula is too long: at most ${longestExpression} characters`,
        ),
      );
    }
    return { ok: true, expression: parse(tokensOf(text), text) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { at: error.at, says: error.says } };
    throw error;
  }
}

function wrong(text: string, at: number, wanted: LocalText): Fault {
  const found = [...text.slice(at).trimStart()][0];
  if (found === undefined || found === '') {
    return new Fault(
      at,
      say(
        `公式到这里就断了，还应该有${wanted['zh-CN']}`,
        `The formula breaks off here: ${wanted.en} is expected`,
      ),
    );
  }
  return new Fault(
    at,
    say(
      `第 ${at + 1} 个字「${found}」这里应该是${wanted['zh-CN']}`,
      `Character ${at + 1} ("${found}"): ${wanted.en} is expected`,
    ),
  );
}

const numberPattern = /[¥￥]?\s*(\d{1,3}(?:,\d{3})+(?!\d)|\d+)?(\.\d*)?\s*(?:元|块)?/y;

function tokensOf(text: string): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < folded.length) {
    const one = folded.charAt(at);
    if (one === ' ') {
      at += 1;
      continue;
    }
    const [token, end] = tokenAt(text, folded, at, one);
    tokens.push(token);
    at = end;
  }
  tokens.push({ kind: 'end', at: text.length, end: text.length });
  return tokens;
}

function tokenAt(text: string, folded: string, at: number, one: string): [Token, number] {
  if (one === '(' || one === ')' || one === '%') return [{ kind: one, at, end: at + 1 }, at + 1];
  const sign = Object.hasOwn(signOf, one) ? signOf[one] : undefined;
  if (sign) return [{ kind: 'sign', sign, at, end: at + 1 }, at + 1];
  const word = words.find((candidate) => isWordAt(folded, at, candidate));
  if (word !== undefined) {
    const end = at + word.length;
    const name = Object.hasOwn(nameOf, word) ? nameOf[word] : undefined;
    if (name) return [{ kind: 'name', name, at, end }, end];
    const how = roundingOf[word];
    if (how) return [{ kind: 'round', how, at, end }, end];
  }
  if (/[\d¥.]/.test(one)) return numberAt(text, folded, at);
  throw wrong(
    text,
    at,
    say('数、成本、邮费、原价或 ＋ − × ÷ ( ) %', 'a number, a name (cost, freight, price) or + − × ÷ ( ) %'),
  );
}

/** `costs` is not `cost`; Chinese words end where they end. */
const isWordAt = (folded: string, at: number, word: string): boolean =>
  folded.startsWith(word, at) && !(/[a-z]$/.test(word) && /[a-z]/.test(folded.charAt(at + word.length)));

function numberAt(text: string, folded: string, at: number): [Token, number] {
  numberPattern.lastIndex = at;
  const [whole = '', integer, point = ''] = numberPattern.exec(folded) ?? [];
  const decimals = point.slice(1);
  if (integer === undefined || (point !== '' && decimals === '')) {
    throw wrong(text, at, say('完整的数，如 0.6', 'a whole number, like 0.6'));
  }
  const digits = integer.replaceAll(',', '');
  if (digits.length > mostDigits.whole || decimals.length > mostDigits.decimals) {
    throw new Fault(
      at,
      say(
        `第 ${at + 1} 个字起的数太长：整数最多 ${mostDigits.whole} 位，小数最多 ${mostDigits.decimals} 位`,
        `The number at character ${at + 1} is too long: at most ${mostDigits.whole} digits before and ${mostDigits.decimals} after the point`,
      ),
    );
  }
  const end = at + whole.trimEnd().length;
  return [{ kind: 'number', text: `${digits}${point}`, at, end }, end];
}

function parse(tokens: readonly Token[], text: string): Expression {
  let place = 0;
  const peek = (): Token => tokens[place] ?? { kind: 'end', at: text.length, end: text.length };
  const take = (): Token => {
    const token = peek();
    place += 1;
    return token;
  };
  const atDepth = (depth: number): void => {
    if (depth <= deepest) return;
    throw new Fault(
      peek().at,
      say(`括号套得太深，最多 ${deepest} 层`, `Brackets are nested too deeply: at most ${deepest} levels`),
    );
  };

  const sum = (depth: number): Expression => {
    let left = product(depth);
    for (let token = peek(); token.kind === 'sign' && !isTight(token.sign); token = peek()) {
      take();
      left = { kind: 'pair', operator: token.sign, left, right: product(depth) };
    }
    // Behind a formula the word rounds all of it: agents write 「(成本+10)/0.6 抹零」.
    for (let token = peek(); token.kind === 'round'; token = peek()) {
      take();
      left = { kind: 'round', how: token.how, of: left };
    }
    return left;
  };
  const product = (depth: number): Expression => {
    let left = factor(depth);
    for (let token = peek(); token.kind === 'sign' && isTight(token.sign); token = peek()) {
      take();
      left = { kind: 'pair', operator: token.sign, left, right: factor(depth) };
    }
    return left;
  };
  const factor = (depth: number): Expression => {
    atDepth(depth);
    const token = peek();
    if (token.kind === 'sign' && !isTight(token.sign)) {
      take();
      const of = factor(depth + 1);
      return token.sign === '−' ? { kind: 'minus', of } : of;
    }
    let value = primary(depth);
    while (peek().kind === '%') {
      take();
      value = { kind: 'percent', of: value };
    }
    return value;
  };
  const inBrackets = (depth: number): Expression => {
    take();
    const inside = sum(depth + 1);
    if (peek().kind !== ')') throw wrong(text, peek().at, expected.close);
    take();
    return inside;
  };
  const primary = (depth: number): Expression => {
    const token = peek();
    if (token.kind === 'number') {
      take();
      return { kind: 'number', text: token.text };
    }
    if (token.kind === 'name') {
      take();
      return { kind: 'name', name: token.name };
    }
    if (token.kind === '(') return inBrackets(depth);
    if (token.kind === 'round') {
      take();
      if (peek().kind !== '(') throw wrong(text, peek().at, say('「(」', '"("'));
      return { kind: 'round', how: token.how, of: inBrackets(depth) };
    }
    throw wrong(text, token.at, expected.value);
  };

  const whole = sum(0);
  if (peek().kind !== 'end') throw wrong(text, peek().at, expected.sign);
  return whole;
}

const isTight = (sign: Operator): boolean => sign === '×' || sign === '÷';
