import { describe, expect, it } from 'vitest';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { penaltyRows } from '../../../rules/packs/platform-penalty-rows.ts';
import { delayCauses, delayMessage, penaltyEstimates } from '../../../rules/shipping/index.ts';
import { checkWording, wordingOf } from '../../../rules/wording/index.ts';

describe('penalty estimates (rules.md §1)', () => {
  it.each<[string, Parameters<typeof penaltyEstimates>[0], string, number, number]>([
    ['PDD late, ¥260', 'pdd', 'PEN-PDD-LATE', 26_000, 300],
    ['PDD late, ¥300: still the coupon', 'pdd', 'PEN-PDD-LATE', 30_000, 300],
    ['PDD late, ¥450', 'pdd', 'PEN-PDD-LATE', 45_000, 450],
    ['PDD late, ¥5,000: the cap', 'pdd', 'PEN-PDD-LATE', 500_000, 3_000],
    ['PDD fake, ¥60: the floor', 'pdd', 'PEN-PDD-FAKE', 6_000, 500],
    ['PDD fake, ¥900', 'pdd', 'PEN-PDD-FAKE', 90_000, 4_500],
    ['PDD fake, ¥3,000: the cap', 'pdd', 'PEN-PDD-FAKE', 300_000, 10_000],
    ['PDD short, under ¥100', 'pdd', 'PEN-PDD-SHORT', 9_999, 500],
    ['PDD short, ¥400', 'pdd', 'PEN-PDD-SHORT', 40_000, 2_000],
    ['PDD fraud, ¥20', 'pdd', 'PEN-PDD-FRAUD', 2_000, 1_000],
    ['PDD fraud, ¥3,000', 'pdd', 'PEN-PDD-FRAUD', 300_000, 50_000],
    ['Taobao late, ¥30: the floor', 'taobao', 'PEN-TB-LATE', 3_000, 500],
    ['Taobao late, ¥200', 'taobao', 'PEN-TB-LATE', 20_000, 2_000],
    ['Taobao late, ¥2,000: the cap', 'taobao', 'PEN-TB-LATE', 200_000, 10_000],
    ['Taobao short, promise over 48 h', 'taobao', 'PEN-TB-SHORT-LONG', 20_000, 3_000],
    ['Tmall late, ¥200', 'tmall', 'PEN-TM-LATE', 20_000, 1_000],
    ['抖店 late, ¥3: nothing', 'doudian', 'PEN-DD-LATE', 300, 0],
    ['抖店 late, ¥3.01', 'doudian', 'PEN-DD-LATE', 301, 300],
    ['抖店 late, ¥300', 'doudian', 'PEN-DD-LATE', 30_000, 300],
    ['抖店 late, ¥4,000: the cap', 'doudian', 'PEN-DD-LATE', 400_000, 3_000],
    ['half a fen is rounded up', 'pdd', 'PEN-PDD-LATE', 30_050, 301],
  ])('%s', (_, platform, rule, amount, fen) => {
    expect(penaltyEstimates(platform, amount).find((one) => one.rule === rule)?.fen).toBe(fen);
  });

  it('each has tag, source and date; unknown amounts and unknown platforms give no number', () => {
    for (const row of penaltyRows) {
      expect(row.source, row.id).not.toBe('');
      expect(row.source_date, row.id).toMatch(/^(undated|\d{4}(-\d{2})?)$/);
    }
    expect(penaltyEstimates('taobao', 20_000).find(({ rule }) => rule === 'PEN-TB-FAKE')).toMatchObject({
      known: false,
    });
    expect(penaltyEstimates('pdd', undefined).every(({ fen }) => fen === undefined)).toBe(true);
    for (const platform of ['kuaishou', '1688', 'xiaohongshu'] as const) {
      expect(penaltyEstimates(platform, 20_000)).toEqual([]);
    }
  });

  it('the user’s value decides', () => {
    const rows = penaltyRows.map((row) =>
      row.id === 'PEN-JD-LATE'
        ? { ...row, user_value: { kind: 'penalty' as const, bands: [{ basisPoints: 3_000, most: 50_000 }] } }
        : row,
    );
    expect(penaltyEstimates('jd', 20_000, rows)).toMatchObject([{ fen: 6_000, own: true }]);
    expect(penaltyEstimates('jd', 20_000, rows)[0], 'the note is about the shipped sums').not.toHaveProperty(
      'note',
    );
    expect(penaltyEstimates('jd', 20_000)[0]).not.toHaveProperty('own');
  });
});

describe('delay messages', () => {
  it.each(delayCauses)('%s: polite, without promise words, with a date only where one is given', (cause) => {
    const text = delayMessage(cause, { orderId: '6918880042' });
    expect(text).toMatch(/^亲，真的很抱歉/);
    expect(text).toContain('尾号0042');
    expect(text).not.toMatch(/预计|\d月|肯定|保证|绝对|一定/);
    for (const platform of ['taobao', 'pdd', 'doudian', 'jd'] as const) {
      expect(checkWording(text, wordingOf(exampleShop.wording, platform, 'chat'))).toEqual([]);
    }
    expect(delayMessage(cause, { date: ' 3月8日 ' })).toContain('目前预计3月8日前后发出');
  });
});
