import { describe, expect, test } from 'vitest';
import { buildIndex, type SearchablePhrase } from '../../../rules/phrases/index.ts';
import { starterPhrases } from '../../../rules/phrases/starter.ts';
import { emptyMemory, learn, type SuggestMemory, suggestPhrases } from '../../../rules/phrases/suggest.ts';

const starter = starterPhrases.map((phrase) => ({ ...phrase, id: phrase.title }));
const index = buildIndex(starter);
const suggested = (message: string, memory: SuggestMemory = emptyMemory, limit = 5): string[] =>
  suggestPhrases(index, memory, message, { limit }).map(({ id }) => id);

/** Messages as buyers write them, and phrases of which one must be among the first five. */
const messages: [message: string, ...titles: string[]][] = [
  ['什么时候发货呀', '发货时间', '催发货'],
  ['拍了两天了怎么还不发货', '催发货', '延迟发货致歉', '暂不发货', '发货时间'],
  ['你们用什么快递', '默认快递', '指定快递能到'],
  ['能发顺丰快递吗', '指定快递能到', '默认快递', '秒杀款快递'],
  ['我想退货，怎么弄', '退货流程'],
  ['退款多久到账', '退款到账时间'],
  ['可以开发票吗', '开发票'],
  ['有优惠券吗', '优惠券怎么用', '议价二 给优惠券'],
  ['支持七天无理由吗', '七天无理由'],
  ['这个会有色差吗', '色差说明'],
  ['是什么面料的', '面料成分'],
  ['身高165体重110穿什么尺码', '尺码推荐'],
  ['地址写错了能改一下吗', '改地址', '核对地址'],
  ['物流好几天没动了', '物流三天停滞', '物流慢', '揽收不更新'],
  ['显示签收了但是我没收到啊', '显示签收未收到'],
  ['少发了一件', '少件要图', '安排补发', '补发缺货退款'],
  ['你们发错货了！！', '发错货'],
  ['赠品呢？说好的赠品没有', '赠品漏发'],
  ['怎么换货', '换货流程'],
  ['运费险是怎么赔的', '运费险说明'],
  ['新疆能发吗', '新疆发货'],
  ['这个是正品吗', '问是不是正品'],
  ['怎么洗 能机洗吗', '洗护方法'],
  ['比别家贵好多啊', '比别家贵'],
  ['我前两天刚下单现在就降价了，补差价', '降价了要补差'],
  ['可以找人代付吗', '代付'],
  ['包包有多大', '包包大小'],
  ['先别发货 等我通知', '暂不发货'],
  ['两个订单一起发可以吗', '合并发货', '起拍金额'],
  ['派送的时候给我打电话', '派送要联系'],
];

describe('what the words of a message suggest', () => {
  test.each(messages)('%s', (message, ...titles) => {
    const first = suggested(message);
    expect(
      titles.some((title) => first.includes(title)),
      `suggested: ${first.join('、')}`,
    ).toBe(true);
  });

  test('nothing is suggested for a message without words, or one that shares none', () => {
    for (const message of ['', '😊😊', '13800138000', '？？？', 'ok']) expect(suggested(message)).toEqual([]);
  });

  test('words half the library has weigh less than one it hardly has', () => {
    const phrases: SearchablePhrase[] = [
      ...Array.from({ length: 20 }, (_, at) => ({ id: `p${at}`, title: `快递说明${at}`, text: '亲' })),
      { id: 'rare', title: '冷链说明', text: '亲' },
    ];
    const [first] = suggestPhrases(buildIndex(phrases), emptyMemory, '冷链快递怎么走', { limit: 3 });
    expect(first?.id).toBe('rare');
  });

  test('the list is cut after the best and falls in score', () => {
    const list = suggestPhrases(index, emptyMemory, '退货退款怎么弄', { limit: 4 });
    expect(list).toHaveLength(4);
    const scores = list.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(suggestPhrases(index, emptyMemory, '退货退款怎么弄', { limit: 0 })).toEqual([]);
  });
});

describe('what the agent does', () => {
  test('is learnt from one insert: the same message brings the phrase first', () => {
    const memory = learn(emptyMemory, '亲这个啥时候寄出来呀', '发货时间');
    expect(suggested('亲这个啥时候寄出来呀')[0]).not.toBe('发货时间');
    expect(suggested('亲这个啥时候寄出来呀', memory)[0]).toBe('发货时间');
  });

  test('holds for messages that are alike, not for others', () => {
    const memory = learn(emptyMemory, '啥时候寄出来呀', '发货时间');
    expect(suggested('啥时候能寄出来', memory)[0]).toBe('发货时间');
    expect(suggested('可以开发票吗', memory)).not.toContain('发货时间');
  });

  test('a message of particles alone is learnt too', () => {
    expect(suggested('在吗', learn(emptyMemory, '在吗', '在的'))[0]).toBe('在的');
  });

  test('the phrase inserted more often stands first, and a new habit overtakes an old one', () => {
    let memory = emptyMemory;
    for (let times = 0; times < 100; times += 1) memory = learn(memory, '有货吗', '有货可拍');
    memory = learn(memory, '有货吗', '二选一');
    expect(suggested('有货吗', memory).slice(0, 2)).toEqual(['有货可拍', '二选一']);
    for (let times = 0; times < 40; times += 1) memory = learn(memory, '有货吗', '二选一');
    expect(suggested('有货吗', memory)[0]).toBe('二选一');
  });

  test('phrases that are gone are not suggested', () => {
    expect(suggested('有货吗', learn(emptyMemory, '有货吗', '没有这一条'))).not.toContain('没有这一条');
  });

  test('the memory given is not changed, and a message without words teaches nothing', () => {
    const before = learn(emptyMemory, '有货吗', '有货可拍');
    const copy = structuredClone(before);
    learn(before, '有货吗', '二选一');
    expect(before).toEqual(copy);
    expect(learn(before, '😊 13800138000', '在的')).toBe(before);
  });

  test('it stays small whatever comes, and drops what was longest unused', () => {
    let memory = learn(emptyMemory, '啥时候寄出来呀', '发货时间');
    const characters = [
      ...'发退换货款时间快递物流尺码颜色面料价格地址电话包裹签收补偿赠品优惠券发票正品洗护',
    ];
    for (let at = 0; at < 2000; at += 1) {
      const message = [3, 7, 11, 13, 17, 19].map(
        (step) => characters[(at * step + (at >> 3)) % characters.length],
      );
      memory = learn(memory, message.join(''), `p${at % 40}`);
    }
    expect(memory.entries.length).toBeLessThanOrEqual(400);
    for (const { sketch, counts } of memory.entries) {
      expect(sketch.length).toBeLessThanOrEqual(12);
      expect(counts.length).toBeLessThanOrEqual(6);
    }
    expect(JSON.stringify(memory).length).toBeLessThan(100_000);
  });

  test('no word of the buyer is kept', () => {
    const memory = learn(
      emptyMemory,
      '我叫林小满，电话13800138000，住在杭州西湖区，什么时候发货',
      '发货时间',
    );
    const { entries } = memory;
    expect(JSON.stringify(entries.map(({ sketch }) => sketch))).toMatch(/^[[\]\d,]*$/);
    for (const hash of entries.flatMap(({ sketch }) => sketch)) expect(hash).toBeLessThan(4096);
  });
});
