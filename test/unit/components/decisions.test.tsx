// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { DecisionsSection } from '../../../components/options/decisions/DecisionsSection.tsx';
import type { DecisionDraft, DecisionRow } from '../../../components/options/decisions/model.ts';
import type { OptionsActions, OptionsModel } from '../../../components/options/model.ts';
import { checkTable, type DecisionTable, outlineOf, shippedTables } from '../../../rules/decisions/index.ts';
import { type Stage, stage } from './stage.tsx';

const shipped = (id: string): DecisionTable => {
  const table = shippedTables.find((one) => one.id === id);
  if (!table) throw new Error('no table');
  return table;
};
const rows: DecisionRow[] = [
  { table: shipped('refund-only'), origin: 'shipped' },
  { table: { ...shipped('quality'), name: { 'zh-CN': '我们的质量流程' } }, origin: 'changed' },
];

/** The section with the draft kept beside it, as the options page keeps it. */
function show(language: OptionsModel['language'] = 'zh-CN') {
  let draft: DecisionDraft | undefined;
  const saved: DecisionTable[] = [];
  const put = (next: DecisionDraft | undefined): void => {
    draft = next;
    view.render(node());
  };
  const decisions = {
    edit: (table: DecisionTable) => put({ opened: table, table }),
    change(table: DecisionTable) {
      if (draft) put({ ...draft, table });
    },
    close: () => put(undefined),
    save() {
      if (draft) saved.push(draft.table);
      put(undefined);
    },
    remove: vi.fn(),
    exportTables: vi.fn(),
  };
  const actions = { decisions, showSection: vi.fn() } as unknown as OptionsActions;
  const node = () => {
    const model = { language, decisions: { rows, ...(draft && { draft }) } } as unknown as OptionsModel;
    return <DecisionsSection model={model} actions={actions} />;
  };
  const view = stage(node(), { trusted: true });
  return { view, decisions, saved };
}
const field = (view: Stage, part: string, name: string): HTMLElement =>
  view.one(`[data-part="${part}"] [data-field="${name}"]`);
const choose = (select: HTMLElement, value: string): void => {
  if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
};
const edit = (view: Stage): void => view.press(view.one('[data-table="refund-only"] button[title^="编辑"]'));
const save = async (view: Stage): Promise<void> =>
  act(async () => {
    view.one('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
const submit = (view: Stage): HTMLButtonElement => view.one('button[type=submit]') as HTMLButtonElement;

describe('the section of decision tables', () => {
  test('lists the tables with where they come from, and restores a changed one after asking', () => {
    const { view, decisions } = show();
    expect(view.all('[data-table]').map((row) => row.dataset.origin)).toEqual(['shipped', 'changed']);
    expect(view.one('[data-table="refund-only"]').textContent).not.toContain('恢复自带');
    view.press(view.named('恢复自带'));
    expect(decisions.remove).not.toHaveBeenCalled();
    view.press(view.named('确定'));
    expect(decisions.remove).toHaveBeenCalledWith('quality');
  });

  test('saves a text that was changed, and nothing else', async () => {
    const { view, saved: kept } = show();
    edit(view);
    view.type(field(view, 'pull', 'warehouse'), '【拦件】{订单号} 请拦下');
    await save(view);
    const [saved] = kept;
    expect(saved?.outcomes.find(({ id }) => id === 'pull')?.warehouse).toBe('【拦件】{订单号} 请拦下');
    const before = shipped('refund-only');
    expect(saved).toEqual({
      ...before,
      outcomes: before.outcomes.map((one) =>
        one.id === 'pull' ? { ...one, warehouse: '【拦件】{订单号} 请拦下' } : one,
      ),
    });
    expect(view.all('[data-editing]')).toHaveLength(0);
  });

  test('checks while it is written, says why at the place, and saves nothing with a fault', async () => {
    const { view, saved: kept } = show();
    edit(view);
    view.type(field(view, 'pull', 'buyer'), '亲，{快递号}');
    expect(view.one('[data-part="pull"] .sb-error').textContent).toContain('是不是想写 {快递单号}');
    expect(submit(view).disabled).toBe(true);
    await save(view);
    expect(kept).toEqual([]);
    view.type(field(view, 'pull', 'buyer'), '亲，请稍等哦~');
    expect(submit(view).disabled).toBe(false);
  });

  test('leads an answer elsewhere by choice, and draws the flow anew', () => {
    const { view } = show();
    edit(view);
    const before = view.one('.sb-decision-flow').textContent;
    choose(view.one('[data-part="pulled"] [data-answer="handed"] select'), 'return-it');
    expect(view.one('.sb-decision-flow').textContent).not.toBe(before);
  });

  test('names a circle where an answer leads back', () => {
    const { view } = show();
    edit(view);
    choose(view.one('[data-part="pulled"] [data-answer="handed"] select'), 'memo');
    expect(view.one('[data-part="memo"] .sb-error').textContent).toContain('绕了一圈又回到自己');
    expect(view.one('.sb-decision-flow [data-kind="circle"]').textContent).toContain('绕回去了');
    expect(submit(view).disabled).toBe(true);
  });

  test('adds a question, which must be filled in and reached', () => {
    const { view } = show();
    edit(view);
    view.press(view.named('加一个问题'));
    const errors = view.one('[data-part="q1"] .sb-error').textContent;
    expect(errors).toContain('没有写内容');
    expect(errors).toContain('走不到');
    view.type(field(view, 'q1', 'text'), '买家急吗？');
    view.type(view.one('[data-part="q1"] [data-answer="a1"] input'), '急');
    choose(view.one('[data-part="pulled"] [data-answer="not-asked"] select'), 'q1');
    choose(view.one('[data-part="q1"] [data-answer="a1"] select'), 'pull');
    expect(submit(view).disabled).toBe(false);
  });

  test('says of a part that is taken away where it is missed', () => {
    const { view } = show();
    edit(view);
    view.press(view.one('[data-part="refuse"] .sb-icon-button'));
    expect(view.one('[data-part="pulled"] .sb-error').textContent).toContain('「refuse」不存在');
    expect(view.all('.sb-decision-flow [data-kind="missing"]').length).toBeGreaterThan(0);
  });

  test('asks before a changed draft is given up', () => {
    const { view, saved: kept } = show();
    edit(view);
    view.type(field(view, 'pull', 'buyer'), '亲，请稍等哦~');
    view.press(view.named('取消'));
    expect(view.all('[data-editing]')).toHaveLength(1);
    view.press(view.named('确定'));
    expect(view.all('[data-editing]')).toHaveLength(0);
    expect(kept).toEqual([]);
  });

  test('copies a table under an id and a name of its own', async () => {
    const { view, saved: kept } = show();
    view.press(view.one('[data-table="refund-only"] button:nth-of-type(2)'));
    await save(view);
    const [saved] = kept;
    expect(saved?.id).toBe('refund-only-2');
    expect(saved?.name['zh-CN']).toBe('仅退款 （副本）');
  });

  test('takes an amount in yuan and keeps fen', async () => {
    const { view, saved: kept } = show();
    view.press(view.one('[data-table="quality"] button[title^="编辑"]'));
    const [from, under] = view.all('[data-part="amount"] [data-answer="low"] .sb-decision-when input');
    expect((under as HTMLInputElement).value).toBe('18.90');
    if (!from || !under) throw new Error('no fields');
    view.type(under, '２０');
    expect(view.one('[data-part="amount"] .sb-error').textContent).toContain('会同时成立');
    const [high] = view.all('[data-part="amount"] [data-answer="high"] .sb-decision-when input');
    if (!high) throw new Error('no field');
    view.type(high, '20.00');
    await save(view);
    const [saved] = kept;
    const amount = saved?.questions.find(({ id }) => id === 'amount');
    expect(amount?.answers.map(({ when }) => when)).toEqual([{ under: 2_000 }, { from: 2_000 }]);
  });
});

describe('the outline', () => {
  test('draws every part of every shipped table, each question once', () => {
    for (const table of shippedTables) {
      const drawn = outlineOf(table);
      const questions = drawn.flatMap((row) => (row.kind === 'question' ? [row.question.id] : []));
      expect(questions.sort()).toEqual(table.questions.map(({ id }) => id).sort());
      const outcomes = new Set(drawn.flatMap((row) => (row.kind === 'outcome' ? [row.outcome.id] : [])));
      expect(outcomes.size).toBe(table.outcomes.length);
      expect(checkTable(table)).toEqual([]);
    }
  });
});
