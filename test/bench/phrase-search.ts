import Fuse from 'fuse.js';
import PinyinMatch from 'pinyin-match';
import type { SearchablePhrase } from '../../rules/phrases/phrase.ts';
import { pinyinKeys } from '../../rules/phrases/pinyin-keys.ts';
import { indexPhrases, searchPhrases } from '../../rules/phrases/search.ts';

/** One method's figures over all queries of the bench, in one run on one machine: compare ratios, not milliseconds. */
export interface PhraseSearchRow {
  name: string;
  /** Median over the queries of the median time of one query, ms. */
  medianMs: number;
  /** Slowest query, ms (median of its runs). */
  worstMs: number;
  /** `medianMs` as a multiple of ours. */
  ratioToOurs: number;
  /** Phrases found over all queries together. */
  hits: number;
}

const openings = [
  '亲',
  '您好',
  '请问',
  '关于',
  '温馨提示',
  '售前',
  '售后',
  '活动期间',
  '新款',
  '老客户',
  '',
  '',
  '',
];
const things = [
  '发货',
  '退款',
  '退货',
  '换货',
  '快递',
  '物流',
  '尺码',
  '颜色',
  '库存',
  '优惠券',
  '运费',
  '发票',
  '地址',
  '订单',
  '差价',
  '赠品',
  '质量',
  '面料',
  '重量',
  '银行卡',
  '音乐盒',
  '会计凭证',
  '重庆仓',
  '长度',
  '包裹',
  '签收',
  '催付',
  '评价',
  '预售',
  '秒杀',
];
const aspects = [
  '时间',
  '进度',
  '说明',
  '规则',
  '查询',
  '核对',
  '登记',
  '提醒',
  '安抚',
  '确认',
  '修改',
  '补发',
  '取消',
  '申请',
  '教程',
  '流程',
  '还款',
  '行情',
  '单号',
  '超区',
  '偏远',
  '加急',
  '延迟',
  '缺货',
  '色差',
  '破损',
  '少件',
  '错发',
  '拒收',
  '跟进',
];
const endings = [
  '',
  '',
  '话术',
  '模板',
  '一',
  '二',
  '三',
  'A',
  'B',
  'VIP',
  '2',
  '（新）',
  '！',
  '哦',
  '呢',
  '清单',
];
const queries = [
  'fhsj',
  'tuik',
  '退k',
  'fahuo',
  'kuaidi',
  '发货',
  '优惠券使用',
  'cqc',
  'yh',
  'huankuan',
  'kuaiji',
  'y',
  'f',
  'vip',
  '核对 地址',
  'wuliu jd',
  'zzzz',
  '补发',
];

/** Small seeded generator (xorshift), so that every run searches the same library. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function library(size: number): SearchablePhrase[] {
  const next = seeded(20260908);
  const pick = (list: string[]): string => list[next(list.length)] ?? '';
  return Array.from({ length: size }, (_, at) => {
    const title = `${pick(openings)}${pick(things)}${pick(aspects)}${next(3) === 0 ? pick(things) : ''}${pick(endings)}`;
    const text = `亲，您好，${pick(things)}的${pick(aspects)}已经帮您看过了，${pick(things)}${pick(aspects)}这边会跟进的哦~`;
    return { id: `p${at}`, title, text, category: pick(things), uses: next(50) };
  });
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function measure(
  name: string,
  runs: number,
  search: (query: string) => unknown,
  found: (query: string) => number,
): Omit<PhraseSearchRow, 'ratioToOurs'> {
  let hits = 0;
  const times = queries.map((query) => {
    hits += found(query);
    return median(
      Array.from({ length: runs }, () => {
        const start = performance.now();
        search(query);
        return performance.now() - start;
      }),
    );
  });
  return { name, medianMs: median(times), worstMs: Math.max(...times), hits };
}

/**
 * Time of one query over 20,000 made-up phrases: ours against fuse.js and pinyin-match in one run. The first row is
 * what the dock does (titles and bodies, a list of 20); the others search titles only, which is less work. `hits`
 * counts all titles a method finds, whatever length of list was timed.
 */
export function benchPhraseSearch(size = 20_000): PhraseSearchRow[] {
  const phrases = library(size).map((phrase) => ({ ...phrase, keys: pinyinKeys(phrase.title) }));
  const index = indexPhrases(phrases);
  const titles = indexPhrases(phrases.map((phrase) => ({ ...phrase, text: '', category: '' })));
  const fuse = new Fuse(phrases, { keys: ['title'] });
  const limit = 20;
  const all = (query: string): number => searchPhrases(titles, query, { limit: size }).length;
  const byPinyinMatch = (query: string) => phrases.filter(({ title }) => PinyinMatch.match(title, query));
  const rows = [
    measure('ours, titles and bodies, first 20', 15, (query) => searchPhrases(index, query, { limit }), all),
    measure('ours, titles, every hit with its highlight', 9, all, all),
    measure(
      'fuse.js, titles, first 20',
      5,
      (query) => fuse.search(query, { limit }),
      (query) => fuse.search(query).length,
    ),
    measure('pinyin-match, titles', 3, byPinyinMatch, (query) => byPinyinMatch(query).length),
  ];
  const ours = rows[0]?.medianMs || Number.MIN_VALUE;
  return rows.map((row) => ({ ...row, ratioToOurs: row.medianMs / ours }));
}
