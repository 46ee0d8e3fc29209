import readSheet from 'read-excel-file/universal';
import { describe, expect, it, test } from 'vitest';
import { figuresFile } from '../../../entrypoints/figures/export-figures.ts';
import { figureLines } from '../../../rules/figures/export-lines.ts';
import { figureFileName, figureSheets } from '../../../rules/figures/export-rows.ts';
import type { FigureReport } from '../../../rules/figures/figure-report.ts';
import { say } from '../../../rules/language/local-text.ts';
import { count, mean, rate, times } from '../../../rules/metrics/figure.ts';
import { readDelimited } from '../../../rules/phrases/files/delimited.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const asked = shanghaiEpoch(2026, 11, 22, 9, 30, 5) ?? 0;
const figures = [
  count('answered', 100),
  mean('mean', 258_333, 1),
  mean('TB-AVG', 775_000, 3),
  rate('PDD-3M', 100, 120, { uncertain: 2, unsettled: true }),
  rate('within', 0, 0),
  times('answer-ratio', 300, 240),
];
const report: FigureReport = {
  question: { platform: 'pdd', from: '2026-11-21', to: '2026-11-22' },
  asOf: asked,
  total: figures,
  days: [
    { day: '2026-11-21', figures: [] },
    { day: '2026-11-22', figures },
  ],
  hours: [
    { day: '2026-11-22', hour: 9, turns: 3, answered: 2, waitedMs: 90_005, ok: 1, miss: 1 },
    { day: '2026-11-22', hour: 10, turns: 1, answered: 0, waitedMs: 0, ok: 0, miss: 1 },
  ],
  waits: [
    { from: 0, to: 10, count: 4 },
    { from: 1_800, count: 1 },
  ],
  slowest: [
    { t: asked, ms: 241_000, shop: '=cmd', buyer: '张三丰', agent: '-坐席', answered: true, rough: false },
    { t: asked, ms: 600_000, shop: '云朵', buyer: 'b', answered: false, rough: true },
  ],
  agents: [{ agent: '+07', figures: [rate('PDD-3M', 9, 10)] }],
  shops: [],
  counted: [say('8–23 点，180 秒', '8–23, 180 s')],
};

async function bytesOf(kind: 'xlsx' | 'csv', of = report): Promise<Buffer> {
  const { parts, type } = figuresFile(of, kind, 'zh-CN');
  return Buffer.from(await new Blob(parts, { type }).arrayBuffer());
}
type Sheets = { sheet: string; data: (string | number | boolean | Date | null)[][] }[];
const sheetsOf = async (of = report): Promise<Map<string, Sheets[number]['data']>> => {
  const bytes = await bytesOf('xlsx', of);
  const sheets = (await readSheet(new Blob([new Uint8Array(bytes)]))) as unknown as Sheets;
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
};

describe('the workbook, read back', () => {
  it('has a sheet for each part, and none where there is nothing', async () => {
    expect([...(await sheetsOf()).keys()]).toEqual([
      '合计',
      '按天',
      '按小时',
      '等待分布',
      '最慢',
      '按账号',
      '口径',
    ]);
  });

  test.each([
    ['answered', 100, '个', null, null],
    ['mean', 258.33, '秒', 258.33, 1],
    ['TB-AVG', 258.33, '秒', 775, 3],
    // 100/120 as the printed 83.33 %.
    ['PDD-3M', 0.8333, '%', 100, 120],
    ['within', null, '%', 0, 0],
    ['answer-ratio', 1.25, '比值', 300, 240],
  ])('%s is a number to count with, its parts beside it', async (id, value, unit, top, bottom) => {
    const row = (await sheetsOf()).get('合计')?.find(([own]) => own === id);
    expect(row?.slice(2, 6)).toEqual([value, unit, top, bottom]);
  });

  it('says what is uncertain and what is unsettled, and how it was counted', async () => {
    const sheets = await sheetsOf();
    const row = sheets.get('合计')?.find(([id]) => id === 'PDD-3M');
    expect(row?.slice(6, 8)).toEqual([2, '口径待核']);
    expect(String(row?.[8])).toContain('180 秒');
    const about = sheets.get('口径')?.flat();
    expect(about).toEqual(
      expect.arrayContaining(['拼多多', '2026-11-21', '8–23 点，180 秒', '2026-11-22 09:30:05']),
    );
  });

  it('has every day with messages, hours, bands and the slowest without the buyer’s whole name', async () => {
    const sheets = await sheetsOf();
    expect(sheets.get('按天')).toHaveLength(1 + figures.length);
    expect(sheets.get('按天')?.[1]?.slice(0, 2)).toEqual(['2026-11-22', 'answered']);
    expect(sheets.get('按小时')?.slice(1)).toEqual([
      ['2026-11-22', 9, 3, 2, 90.01, 45, 1, 1],
      ['2026-11-22', 10, 1, 0, 0, null, 0, 1],
    ]);
    expect(sheets.get('等待分布')?.slice(1)).toEqual([
      ['0–10 秒（不含 10）', 0, 10, 4],
      ['1800 秒以上', 1_800, null, 1],
    ]);
    expect(sheets.get('最慢')?.slice(1)).toEqual([
      ['2026-11-22 09:30:05', 241, '=cmd', '张**', '-坐席', '已回复', null],
      ['2026-11-22 09:30:05', 600, '云朵', 'b', null, '未回复', '是'],
    ]);
  });

  it('an empty span is a file that says so, with no figure made up', async () => {
    const empty = {
      ...report,
      total: [],
      days: [],
      hours: [],
      waits: [],
      slowest: [],
      agents: [],
      counted: [],
    };
    expect([...(await sheetsOf(empty)).keys()]).toEqual(['口径']);
  });

  it('a year of days is written whole', async () => {
    const days = Array.from({ length: 366 }, (_, i) => ({ day: `d${i}`, figures }));
    expect((await sheetsOf({ ...report, days })).get('按天')).toHaveLength(1 + 366 * figures.length);
  });
});

const rowsOf = (text: string): string[][] => finish(readDelimited(text, ',')).rows.map(({ cells }) => cells);

describe('the CSV file', () => {
  it('is UTF-8 with a mark spreadsheets know, CRLF, and every row as wide as its head', async () => {
    const bytes = await bytesOf('csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.subarray(3).toString('utf8');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = rowsOf(text);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows).toHaveLength(figureLines(report, 'zh-CN').length);
  });

  it('prints values as the exports do, and nothing that a spreadsheet takes for a formula', async () => {
    const text = (await bytesOf('csv')).toString('utf8');
    const rows = rowsOf(text.slice(1));
    const total = rows.filter(([part]) => part === '合计');
    expect(total.map((row) => row.slice(6, 12))).toEqual([
      ['answered', '已回复轮次', '100', '个', '', ''],
      ['mean', '平均响应', '258.33', '秒', '258.33', '1'],
      ['TB-AVG', '旺旺人工平均响应时长', '258.33', '秒', '775.00', '3'],
      ['PDD-3M', '3分钟人工回复率(8-23点)', '83.33%', '%', '100', '120'],
      ['within', '达标率', '—', '%', '0', '0'],
      ['answer-ratio', '答问比', '1.25', '比值', '300', '240'],
    ]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    expect(rows.flat()).toEqual(expect.arrayContaining(["'=cmd", "'-坐席", "'+07"]));
    expect(text).not.toContain('张三丰');
  });
});

test.each(['zh-CN', 'en'] as const)('every sheet is as wide as its head, in %s', (language) => {
  for (const { rows, widths } of figureSheets(report, language))
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(widths.length);
});

it('is called by platform and days', () => {
  expect(figureFileName(report)).toBe('手边响应-拼多多-20261121-20261122');
  expect(
    figureFileName({ ...report, question: { platform: 'jd', from: '2026-11-22', to: '2026-11-22' } }),
  ).toBe('手边响应-京东-20261122');
});
