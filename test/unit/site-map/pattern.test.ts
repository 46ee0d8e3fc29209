// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { healthLines } from '../../../content/desks/health-lines.ts';
import { allValues, firstValue, fitsPattern, isSetAside } from '../../../content/site-map/pattern.ts';
import { mapOf, type WatchedPage, watch } from './page-harness.ts';

/** Each exec takes as long as told: what is slow is proven without being slow. */
function slowness(ms: number): { restore(): void } {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += ms;
    return now;
  });
  return { restore: () => clock.mockRestore() };
}

let page: WatchedPage | undefined;
afterEach(() => {
  vi.restoreAllMocks();
  page?.stop();
  page = undefined;
});

describe('a pattern of a map', () => {
  it.each<[string, string, string | undefined, string[]]>([
    ['订单 12 和 34', '(\\d+)', '12', ['12', '34']],
    ['共 12 件', '\\d+', '12', ['12']],
    ['没有', '\\d+', undefined, []],
    ['x', '(', undefined, []],
    ['a-1', '\\-(\\d)', '1', ['1']],
  ])('finds in %s by %s', (text, pattern, first, all) => {
    expect(firstValue(text, pattern)).toBe(first);
    expect(allValues(text, pattern)).toEqual(all);
    expect(fitsPattern(text, pattern)).toBe(first !== undefined);
  });

  it('starts from the beginning of every text it meets', () => {
    expect(firstValue('订单 12', '(\\d+)$')).toBe('12');
    expect(firstValue('7', '(\\d+)$')).toBe('7');
  });

  it('meets the first 2,000 characters of a text and no more', () => {
    expect(firstValue(`${'一'.repeat(1_999)}7`, '\\d')).toBe('7');
    expect(firstValue(`${'一'.repeat(2_000)}7`, '\\d')).toBeUndefined();
  });

  it('is forgiven for being slow once, and set aside the second time', () => {
    const pattern = '(\\d+)-once';
    const slow = slowness(20);
    expect(firstValue('12-once', pattern)).toBe('12');
    expect(isSetAside(pattern)).toBe(false);
    expect(firstValue('12-once', pattern)).toBe('12');
    expect(isSetAside(pattern)).toBe(true);
    expect(firstValue('12-once', pattern)).toBeUndefined();
    slow.restore();
    expect(firstValue('12-once', pattern)).toBeUndefined();
  });

  it('is kept however often it is quick', () => {
    slowness(5);
    for (let i = 0; i < 50; i += 1) expect(firstValue('7', '(7)quick|(7)')).toBe('7');
  });
});

describe('a page with a pattern that was set aside', () => {
  it('goes on reading everything else, and names the field in its health and to the agent', async () => {
    document.body.innerHTML = Array.from(
      { length: 4 },
      (_, i) => `<div class="row"><b>${i + 1}</b><i>备注 ${i}</i><u>件 ${i}</u></div>`,
    ).join('');
    slowness(20);
    page = watch([
      mapOf([
        {
          kind: 'orders',
          item: '.row',
          fields: { orderId: 'b', memo: { css: 'i', pattern: '备注 (\\d)' } },
          lines: { item: 'u', fields: { title: { pattern: '件 (\\d)' } } },
        },
      ]),
    ]);
    await page.settle();
    const [reading] = page.readings();
    if (reading?.fact.kind !== 'orders') throw new Error('no orders');
    expect(reading.fact.rows.map((row) => row.order.orderId)).toEqual(['1', '2', '3', '4']);
    expect(reading.fact.rows.map((row) => row.order.memo)).toEqual(['0', '1', undefined, undefined]);
    expect(reading.health.slow).toEqual(['memo', 'lines.title']);
    const [line] = healthLines(
      [],
      [],
      [],
      (reading.health.slow ?? []).map((field) => ({ kind: reading.kind, field })),
    );
    expect(line?.text['zh-CN']).toBe(
      '订单页读取「备注」「商品名称」用的正则太慢，为了不卡住页面已经停用，请改地图',
    );
  });
});

describe('a selector the browser does not know', () => {
  it.each([':nope(', 'a >>> b', 'div:has(', ':unheard-of', '[', ''])(
    '%s never throws while reading',
    async (css) => {
      document.body.innerHTML = '<div class="row"><b>1</b></div>';
      // Not a map that would be let in: the engine must bear what was kept by an older version, too.
      const map = mapOf([{ kind: 'orders', item: '.row', fields: { orderId: 'b', memo: '.memo' } }]);
      const [entry] = map.pages;
      if (entry?.kind !== 'orders') throw new Error('no entry');
      entry.fields.memo = [css, { css, index: 1 }, { count: css }, { css: 'b', count: css }];
      entry.mark = css;
      entry.memoEditor = { css };
      entry.when = { has: [css, 'b'] };
      page = watch([map]);
      await page.settle();
      const [reading] = page.readings();
      expect(reading?.fact.kind === 'orders' && reading.fact.rows[0]?.order.orderId).toBe('1');
    },
  );
});
