import { describe, expect, it } from 'vitest';
import { checkTable, type DecisionTable, tablesInUse } from '../../../rules/decisions/index.ts';

const sound: DecisionTable = {
  id: 't',
  name: { 'zh-CN': '试一试' },
  starts: ['memo'],
  words: [],
  first: 'q1',
  asks: ['颜色'],
  questions: [
    {
      id: 'q1',
      text: { 'zh-CN': '发货了吗？' },
      from: 'shipped',
      answers: [
        { id: 'y', text: { 'zh-CN': '发了' }, to: 'o1', when: { is: ['yes'] } },
        { id: 'n', text: { 'zh-CN': '没发' }, to: 'q2', when: { is: ['no'] } },
      ],
    },
    {
      id: 'q2',
      text: { 'zh-CN': '多少钱？' },
      from: 'amount',
      answers: [
        { id: 'low', text: { 'zh-CN': '少' }, to: 'o1', when: { under: 100 } },
        { id: 'high', text: { 'zh-CN': '多' }, to: 'o2', when: { from: 100 } },
      ],
    },
  ],
  outcomes: [
    { id: 'o1', nextStep: { 'zh-CN': '回复买家' }, steps: [], buyer: '亲，{买家}您好，{颜色}这款有的~' },
    { id: 'o2', nextStep: { 'zh-CN': '问主管' }, steps: [{ 'zh-CN': '写备注' }], memo: '已问主管' },
  ],
};

type Draft = { -readonly [K in keyof DecisionTable]: DecisionTable[K] };
const withChange = (change: (table: Draft) => void): DecisionTable => {
  const table = structuredClone(sound);
  change(table);
  return table;
};
const said = (table: DecisionTable): string =>
  checkTable(table)
    .map(({ text }) => text['zh-CN'])
    .join('\n');
const [q1, q2] = [0, 1];

describe('checking a table', () => {
  it('finds nothing in a sound one', () => {
    expect(checkTable(sound)).toEqual([]);
  });

  const at = <T>(list: readonly T[], index: number): T => {
    const one = list[index];
    if (one === undefined) throw new Error('not there');
    return one;
  };
  it.each<[string, (table: Draft) => void, string]>([
    [
      'an unknown target',
      (t) => {
        at(at(t.questions, q1).answers, 0).to = 'nowhere';
      },
      '通向的「nowhere」不存在',
    ],
    [
      'an unknown first step',
      (t) => {
        t.first = 'x';
      },
      '第一步「x」不存在',
    ],
    [
      'a circle',
      (t) => {
        at(at(t.questions, q2).answers, 0).to = 'q1';
      },
      '绕了一圈又回到自己',
    ],
    [
      'a question that leads to itself',
      (t) => {
        at(at(t.questions, q1).answers, 0).to = 'q1';
      },
      '绕了一圈又回到自己',
    ],
    [
      'an outcome nobody reaches',
      (t) => {
        at(at(t.questions, q2).answers, 1).to = 'o1';
      },
      '结果「问主管」走不到',
    ],
    [
      'a question nobody reaches',
      (t) => {
        at(at(t.questions, q1).answers, 1).to = 'o2';
      },
      '问题「多少钱？」走不到',
    ],
    [
      'a blank question',
      (t) => {
        at(t.questions, q1).text = { 'zh-CN': '  ' };
      },
      '问题「q1」没有写内容',
    ],
    [
      'a blank answer',
      (t) => {
        at(at(t.questions, q1).answers, 0).text = { 'zh-CN': '' };
      },
      '有个回答没有写内容',
    ],
    [
      'a blank next step',
      (t) => {
        at(t.outcomes, 0).nextStep = { 'zh-CN': '' };
      },
      '没有写下一步',
    ],
    [
      'a blank step',
      (t) => {
        at(t.outcomes, 1).steps = [{ 'zh-CN': '' }];
      },
      '有一步是空的',
    ],
    [
      'a blank text',
      (t) => {
        at(t.outcomes, 0).buyer = '';
      },
      '有一段文字是空的',
    ],
    [
      'a blank name',
      (t) => {
        t.name = { 'zh-CN': '' };
      },
      '没有名称',
    ],
    [
      'an id used twice',
      (t) => {
        at(t.outcomes, 1).id = 'q2';
      },
      '编号「q2」用了不止一次',
    ],
    [
      'an answer id used twice',
      (t) => {
        at(at(t.questions, q1).answers, 1).id = 'y';
      },
      '回答的编号「y」用了不止一次',
    ],
    [
      'no outcome',
      (t) => {
        t.outcomes = [];
      },
      '一个结果也没有',
    ],
    [
      'no answer',
      (t) => {
        at(t.questions, q2).answers = [];
      },
      '一个回答也没有',
    ],
    [
      'an unknown variable',
      (t) => {
        at(t.outcomes, 0).buyer = '亲，{尺寸}有的';
      },
      '不认识变量「{尺寸}」',
    ],
    [
      'a likely slip',
      (t) => {
        at(t.outcomes, 0).warehouse = '{快递号}';
      },
      '是不是想写 {快递单号}',
    ],
    [
      'an unknown variable in a step',
      (t) => {
        at(t.outcomes, 1).steps = [{ 'zh-CN': '写 {编码}' }];
      },
      '不认识变量「{编码}」',
    ],
    [
      'a broken token',
      (t) => {
        at(t.outcomes, 1).memo = '{日期+}';
      },
      '「{日期+}」',
    ],
    [
      'a phrase inside',
      (t) => {
        at(t.outcomes, 1).memo = '{片段:问好}';
      },
      '不能套用话术',
    ],
    [
      'a page value among what is asked',
      (t) => {
        t.asks = ['颜色', '单号'];
      },
      '「单号」是页面上的内容',
    ],
    [
      'a word no fact has',
      (t) => {
        at(at(t.questions, q1).answers, 0).when = { is: ['maybe'] };
      },
      '没有「maybe」这个值',
    ],
    [
      'a range of words',
      (t) => {
        at(at(t.questions, q1).answers, 0).when = { from: 1 };
      },
      '不能写范围',
    ],
    [
      'words of a number',
      (t) => {
        at(at(t.questions, q2).answers, 0).when = { is: ['yes'] };
      },
      '要写范围',
    ],
    [
      'an empty range',
      (t) => {
        at(at(t.questions, q2).answers, 1).when = { from: 200, under: 200 };
      },
      '范围是空的',
    ],
    [
      'a range below nothing',
      (t) => {
        at(at(t.questions, q2).answers, 0).when = { under: -5 };
      },
      '不小于 0',
    ],
    [
      'ranges that overlap',
      (t) => {
        at(at(t.questions, q2).answers, 0).when = { under: 101 };
      },
      '会同时成立',
    ],
    [
      'words that overlap',
      (t) => {
        at(at(t.questions, q1).answers, 1).when = { is: ['yes'] };
      },
      '会同时成立',
    ],
    [
      'a test without a fact',
      (t) => {
        delete at(t.questions, q1).from;
      },
      '没有选由什么信息来回答',
    ],
    [
      'a time limit of nothing',
      (t) => {
        at(t.outcomes, 0).register = { kind: 'refund', dueHours: 0 };
      },
      '时限要大于 0 小时',
    ],
    [
      'a tenth answer',
      (t) => {
        at(t.questions, q2).answers.push(
          ...Array.from({ length: 8 }, (_, i) => ({ id: `x${i}`, text: { 'zh-CN': `第${i}` }, to: 'o2' })),
        );
      },
      '最多 9 个',
    ],
  ])('names %s in both languages', (_, change, message) => {
    const table = withChange(change);
    expect(said(table)).toContain(message);
    for (const { text } of checkTable(table)) expect(text.en.trim()).not.toBe('');
  });

  it('looks at a chain of ten thousand questions without running out of stack', () => {
    const questions = Array.from({ length: 10_000 }, (_, i) => ({
      id: `q${i}`,
      text: { 'zh-CN': `第 ${i} 问` },
      answers: [{ id: 'a', text: { 'zh-CN': '好' }, to: i === 9_999 ? 'o1' : `q${i + 1}` }],
    }));
    const [end] = sound.outcomes;
    if (!end) throw new Error('no outcome');
    expect(checkTable({ ...sound, first: 'q0', questions, outcomes: [end] })).toEqual([]);
  });
});

describe('tables in use', () => {
  it('puts the shop’s own in the place of the shipped, and the others behind', () => {
    const own = { ...sound, name: { 'zh-CN': '本店的' } };
    const more = { ...sound, id: 'more' };
    expect(tablesInUse([sound], [more, own]).map(({ id, name }) => [id, name['zh-CN']])).toEqual([
      ['t', '本店的'],
      ['more', '试一试'],
    ]);
  });

  it('goes back to the shipped one where the own cannot be used', () => {
    expect(tablesInUse([sound], [{ ...sound, outcomes: [] }])).toEqual([sound]);
  });
});
