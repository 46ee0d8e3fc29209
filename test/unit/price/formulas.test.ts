import { describe, expect, it } from 'vitest';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import type { Expression } from '../../../rules/price/index.ts';
import {
  longestExpression,
  printExpression,
  readExpression,
  workExpression,
  workFormula,
} from '../../../rules/price/index.ts';
import fc from '../property.ts';

const work = (
  expression: string,
  values = { cost: 3000 } as { cost?: number; freight?: number; price?: number },
) => workFormula({ expression }, values);

describe('the formulas of the example shops', () => {
  it.each([
    ['夏洛昔', 3000, 9524, '(30.00 + 10) ÷ 0.6 ÷ 0.7 = 95.24', true],
    ['夏洛昔', 3200, 10_000, '(32.00 + 10) ÷ 0.6 ÷ 0.7 = 100.00', false],
    ['娜好呀', 3000, 4500, '30.00 + 15 = 45.00', false],
  ])('%s at a cost of %d fen', (name, cost, price, arithmetic, rounded) => {
    const formula = exampleShop.pricing.formulas.find((one) => one.name === name);
    expect(formula && workFormula(formula, { cost })).toEqual({ ok: true, price, arithmetic, rounded });
  });
});

describe('a formula as agents write it', () => {
  it.each([
    ['（成本＋１０）÷０．６／０.７', 9524],
    ['(cost+10)/0.6/0.7', 9524],
    [' ( 进价 + ¥10 ) × 2 ', 8000],
    ['成本×120%', 3600],
    ['成本*（1+20％）', 3600],
    ['成本+10元', 4000],
    ['成本 + 1,000.50', 103_050],
    ['-5+成本', 2500],
    ['成本−−5', 3500],
    ['成本-(-5)', 3500],
    ['10-4-3', 300],
    ['100/10/2', 500],
    ['2+3*4', 1400],
    ['成本/3', 1000],
    ['1/3', 33],
    ['2/3', 67],
    ['0.005', 1],
    ['0.004999', 0],
    ['成本*0.3333 抹零', 900],
    ['抹零(成本*1.999)+0.5', 5950],
    ['抹到5(成本+8.8)', 3500],
    ['成本+8.95 尾数9', 3890],
    ['取整(成本/7)', 400],
    ['成本价+邮费', 3600],
    ['原价-成本', 6900],
    ['50%%', 1],
    ['COST+1', 3100],
  ])('%s', (text, price) => {
    const values = { cost: 3000, freight: 600, price: 9900 };
    expect(work(text, values)).toMatchObject({ ok: true, price });
  });
});

describe('a formula that cannot be read says where and what is expected', () => {
  it.each([
    ['', 0, '断了'],
    ['成本+', 3, '断了'],
    ['(成本+10', 6, '「)」'],
    ['成本+10)', 5, '结尾'],
    ['成本++*2', 4, '一个数'],
    ['成本 10', 3, '结尾'],
    ['成本+税', 3, '「税」'],
    ['costs+1', 0, '「c」'],
    ['1.2.3', 3, '完整的数'],
    ['.5', 0, '完整的数'],
    ['5.+1', 0, '完整的数'],
    ['1,5', 1, '「,」'],
    ['成本^2', 2, '「^」'],
    ['成本;alert(1)', 2, '「;」'],
    ['抹零 成本', 3, '「(」'],
    ['1234567890', 0, '太长'],
    ['0.1234567', 0, '太长'],
    ['()', 1, '一个数'],
    ['成本=5', 2, '「=」'],
  ])('%s', (text, at, words) => {
    const reading = readExpression(text);
    if (reading.ok) throw new Error('it was read');
    expect(reading.fault.at).toBe(at);
    expect(reading.fault.says['zh-CN']).toContain(words);
    expect(reading.fault.says.en).toMatch(/expected|breaks off|too long/);
  });

  it.each([
    ['(成本+10)/0', '除数「0」是 0'],
    ['成本/(成本-30)', '除数「成本 − 30」是 0'],
    ['10-成本', '负数'],
    ['成本+邮费', '要用「邮费」'],
    ['999999999*999999999', '太大'],
  ])('%s gives no price', (text, words) => {
    const result = work(text);
    expect(result.ok === false && result.says['zh-CN']).toContain(words);
  });

  it.each([
    ['(', 100],
    ['-', 300],
    ['抹零(', 90],
    ['((((1))))', 1],
    ['1+', 100_000],
  ])('%s, %d times, ends', (piece, times) => {
    const started = work(piece.repeat(times));
    expect(typeof started.ok).toBe('boolean');
  });

  it('a bracket too many is named before the stack is', () => {
    const text = `${'('.repeat(150)}1${')'.repeat(150)}`;
    const reading = readExpression(text);
    expect(reading.ok === false && reading.fault.says['zh-CN']).toContain('套得太深');
    const long = readExpression('1'.repeat(longestExpression + 1));
    expect(long.ok === false && long.fault.says['zh-CN']).toContain('公式太长');
  });
});

const number = fc
  .tuple(
    fc.integer({ min: 0, max: 99_999 }),
    fc.option(fc.integer({ min: 0, max: 9999 }), { nil: undefined }),
  )
  .map(
    ([whole, decimals]): Expression => ({
      kind: 'number',
      text: decimals === undefined ? String(whole) : `${whole}.${String(decimals).padStart(4, '0')}`,
    }),
  );
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'tree' },
    number,
    fc.constantFrom<Expression>({ kind: 'name', name: 'cost' }, { kind: 'name', name: 'price' }),
    fc.record({ kind: fc.constant('minus' as const), of: tie('tree') }),
    fc.record({ kind: fc.constant('percent' as const), of: tie('tree') }),
    fc.record({
      kind: fc.constant('round' as const),
      how: fc.constantFrom('yuan', 'five', 'nine', 'half-up'),
      of: tie('tree'),
    }),
    fc.record({
      kind: fc.constant('pair' as const),
      operator: fc.constantFrom('+', '−', '×', '÷'),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
}));

/** Slow and by another way: the printed text, by two stacks, in unreduced fractions. */
function reference(
  text: string,
  values: Record<string, bigint>,
): { top: bigint; bottom: bigint } | undefined {
  type F = { top: bigint; bottom: bigint };
  const out: F[] = [];
  const signs: string[] = [];
  const rank: Record<string, number> = { '+': 1, '−': 1, '×': 2, '÷': 2, neg: 3 };
  const floor = ({ top, bottom }: F): bigint => {
    let n = top / bottom;
    if (n * bottom > top) n -= 1n;
    return n;
  };
  const call = (word: string, a: F): F => {
    const yuan = (n: bigint, d = 1n): F => ({ top: n, bottom: d });
    if (word === '取整') return yuan(floor({ top: 2n * a.top + a.bottom, bottom: 2n * a.bottom }));
    let next: F;
    if (word === '抹零') next = yuan(floor(a));
    else if (word === '抹到5') next = yuan(floor({ top: a.top, bottom: 5n * a.bottom }) * 5n);
    else next = yuan(floor({ top: a.top * 10n + a.bottom, bottom: a.bottom * 10n }) * 10n - 1n, 10n);
    return next.top <= 0n && a.top > 0n ? a : next;
  };
  const apply = (): boolean => {
    const sign = signs.pop() ?? '';
    const b = out.pop() as F;
    if (sign === 'neg') {
      out.push({ top: -b.top, bottom: b.bottom });
      return true;
    }
    const a = out.pop() as F;
    if (sign === '+') out.push({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
    if (sign === '−') out.push({ top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom });
    if (sign === '×') out.push({ top: a.top * b.top, bottom: a.bottom * b.bottom });
    if (sign === '÷') {
      if (b.top === 0n) return false;
      const flip = b.top < 0n ? -1n : 1n;
      out.push({ top: flip * a.top * b.bottom, bottom: flip * a.bottom * b.top });
    }
    return true;
  };
  let operand = true;
  for (const [token] of text.matchAll(/\d+(?:\.\d+)?|抹零\(|抹到5\(|尾数9\(|取整\(|成本|原价|[()+−×÷%]/g)) {
    if (/^\d/.test(token)) {
      const [whole = '', part = ''] = token.split('.');
      out.push({ top: BigInt(whole + part), bottom: 10n ** BigInt(part.length) });
      operand = false;
    } else if (token === '成本' || token === '原价') {
      out.push({ top: values[token] ?? 0n, bottom: 100n });
      operand = false;
    } else if (token.endsWith('(')) {
      signs.push(token);
      operand = true;
    } else if (token === ')') {
      while (!(signs.at(-1) ?? '').endsWith('(')) if (!apply()) return undefined;
      const opened = signs.pop() ?? '(';
      if (opened !== '(') out.push(call(opened.slice(0, -1), out.pop() as F));
      operand = false;
    } else if (token === '%') {
      const a = out.pop() as F;
      out.push({ top: a.top, bottom: a.bottom * 100n });
    } else if (token === '−' && operand) {
      signs.push('neg');
    } else {
      while (
        signs.length > 0 &&
        !(signs.at(-1) ?? '').endsWith('(') &&
        (rank[signs.at(-1) ?? ''] ?? 0) >= (rank[token] ?? 0)
      )
        if (!apply()) return undefined;
      signs.push(token);
      operand = true;
    }
  }
  while (signs.length > 0) if (!apply()) return undefined;
  return out[0];
}

describe('for any formula', () => {
  const cost = fc.integer({ min: 0, max: 10_000_000 });

  it('reading what was printed gives the same tree', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const text = printExpression(expression);
        fc.pre(text.length <= longestExpression);
        expect(readExpression(text)).toEqual({ ok: true, expression });
      }),
      { numRuns: 600 },
    );
  });

  it('the price is that of a slow evaluator working on the printed text', () => {
    let priced = 0;
    fc.assert(
      fc.property(tree, cost, cost, (expression, costFen, priceFen) => {
        const slow = reference(printExpression(expression), {
          成本: BigInt(costFen),
          原价: BigInt(priceFen),
        });
        const result = workExpression(expression, { cost: costFen, price: priceFen });
        if (!result.ok) {
          if (/是 0/.test(result.says['zh-CN'])) expect(slow).toBeUndefined();
          else if (/负数/.test(result.says['zh-CN'])) expect((slow?.top ?? 0n) < 0n).toBe(true);
          return;
        }
        priced += 1;
        if (!slow) throw new Error('the slow evaluator divided by 0');
        // Half up to the fen: price − ½ ≤ exact < price + ½.
        const twice = 2n * BigInt(result.price);
        expect((twice - 1n) * slow.bottom <= 200n * slow.top).toBe(true);
        expect(200n * slow.top < (twice + 1n) * slow.bottom).toBe(true);
        expect(result.rounded).toBe((100n * slow.top) % slow.bottom !== 0n);
      }),
      { numRuns: 800 },
    );
    expect(priced).toBeGreaterThan(120);
  });

  it('no text makes it throw, and every fault names a place in the text', () => {
    const piece = fc.constantFrom(
      '成本',
      '邮费',
      '(',
      ')',
      '（',
      '+',
      '−',
      '×',
      '÷',
      '/',
      '%',
      '1',
      '0.6',
      ' ',
      '抹零',
      '尾数9',
      '，',
      '😀',
      'x',
      '\u0000',
    );
    const text = fc.oneof(
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 450 })
        .map((units) => String.fromCharCode(...units)),
      fc.array(piece, { maxLength: 300 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, cost, (written, costFen) => {
        const reading = readExpression(written);
        const isPlaced = reading.ok || (reading.fault.at >= 0 && reading.fault.at <= written.length);
        const result = workFormula({ expression: written }, { cost: costFen });
        return isPlaced && (!result.ok || (Number.isSafeInteger(result.price) && result.price >= 0));
      }),
      { numRuns: 1_000 },
    );
  });
});
