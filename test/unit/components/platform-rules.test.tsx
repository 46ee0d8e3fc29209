// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { OptionsActions, OptionsModel } from '../../../components/options/model.ts';
import type { RulesModel } from '../../../components/options/rules/model.ts';
import { RulesSection } from '../../../components/options/rules/RulesSection.tsx';
import { draftOf, readDraft } from '../../../components/options/rules/rule-draft.ts';
import type { RowValue } from '../../../rules/packs/platform-row.ts';
import { platformRows } from '../../../rules/packs/platform-rows.ts';
import { changedDefaults, rowsInForce, type UserRows } from '../../../rules/packs/rows-in-force.ts';
import { stage } from './stage.tsx';

const cap = { value: { kind: 'seconds', seconds: 500 }, date: '2026-11-22', note: '小二答复' } as const;
const user: UserRows = { 'TB-CAP': { ...cap, over: { kind: 'seconds', seconds: 900 } } };
const rulesOf = (own: UserRows): RulesModel => ({ rows: rowsInForce(own), changed: changedDefaults(own) });

function show(rules: RulesModel = rulesOf({}), language: 'zh-CN' | 'en' = 'zh-CN') {
  const own = { set: vi.fn(), reset: vi.fn(), settle: vi.fn() };
  const showSection = vi.fn();
  // The section takes of model and actions only what is its own.
  const model = { language, rules, shop: { shipWarnHours: [9, 3] } } as unknown as OptionsModel;
  const actions = { rules: own, showSection } as unknown as OptionsActions;
  const view = stage(<RulesSection model={model} actions={actions} />, { trusted: true });
  const row = (id: string) => view.one(`[data-rule="${id}"]`);
  const button = (id: string, words: string): HTMLElement => {
    const found = [...row(id).querySelectorAll('button')].find((one) => one.textContent === words);
    if (!found) throw new Error(`no button ${words} in ${row(id).textContent}`);
    return found;
  };
  const pick = (tab: string): void => {
    const label = view.all('.sb-segments label').find((one) => one.textContent === tab);
    const input = label?.querySelector('input');
    if (!input) throw new Error(`no tab ${tab}`);
    view.press(input);
  };
  return { ...view, own, showSection, row, button, pick };
}
const rowOf = (id: string) => expect.objectContaining({ id });

describe('the rows of a platform', () => {
  test('stand with value, how well founded in words, source and date, and what others say', () => {
    const view = show();
    const text = view.row('TB-OFF').textContent;
    for (const part of [
      '时段外提问、时段内回复',
      '不计入',
      '各处说法不一',
      'diantuoyi.com（2022）',
      '计入（g8108.cn, 2025-06）',
    ]) {
      expect(text).toContain(part);
    }
    expect(view.root.textContent).not.toMatch(/exclude|include|undefined/);
  });
  test('a value of the user stands with day, note and the shipped one, and can be given back', () => {
    const view = show(rulesOf({ 'TB-CAP': { ...cap, over: { kind: 'seconds', seconds: 600 } } }));
    const text = view.row('TB-CAP').textContent;
    for (const part of ['500 秒', '改过', '默认 600 秒', '2026-11-22 填写', '小二答复'])
      expect(text).toContain(part);
    view.press(view.button('TB-CAP', '恢复默认'));
    expect(view.own.reset).toHaveBeenCalledExactlyOnceWith(rowOf('TB-CAP'));
  });
  test('what another source says is taken over with one press', () => {
    const view = show();
    view.press(view.button('TB-OFF', '用这个'));
    expect(view.own.set).toHaveBeenCalledExactlyOnceWith(rowOf('TB-OFF'), {
      kind: 'choice',
      choice: 'include',
    });
  });
  test('are found over all platforms by what is said of them; only the changed ones on demand', () => {
    const view = show(rulesOf({ 'TB-CAP': { ...cap, over: { kind: 'seconds', seconds: 600 } } }));
    view.type(view.one('input[type=text]'), '揽收 抖店');
    expect(view.all('[data-rule]').map((one) => one.dataset.rule)).toEqual(['SHIP-DD', 'PEN-DD-LATE']);
    view.type(view.one('input[type=text]'), '');
    view.press(view.one('.sb-toolbar input[type=checkbox]'));
    expect(view.all('[data-rule]').map((one) => one.dataset.rule)).toEqual(['TB-CAP']);
  });
  test('warning steps lead to where the shop’s own are edited', () => {
    const view = show();
    view.pick('通用');
    expect(view.row('SHIP-WARN').textContent).toContain('剩 9、3 小时');
    view.press(view.button('SHIP-WARN', '在“订单规则”里改'));
    expect(view.showSection).toHaveBeenCalledExactlyOnceWith('orders');
  });
  test('English names everything too', () => {
    const view = show(rulesOf({}), 'en');
    expect(view.root.textContent?.replace(/“[^”]*”/g, '')).toContain('Counted window');
    expect(view.row('TB-TRF').textContent).toContain('Unreplied for one');
  });
});

describe('editing a row', () => {
  const fill = (view: ReturnType<typeof show>, id: string, name: string, text: string): void =>
    view.type(view.one(`[data-rule="${id}"] input[name="${name}"]`), text);

  test('nothing is kept before Save, then the value with its note', () => {
    const view = show();
    view.press(view.button('TB-CAP', '修改'));
    fill(view, 'TB-CAP', 'seconds', '３００');
    const note = view.all('[data-rule="TB-CAP"] input').at(-1);
    view.type(note ?? view.root, ' 问过小二 ');
    expect(view.own.set).not.toHaveBeenCalled();
    view.press(view.button('TB-CAP', '保存'));
    expect(view.own.set).toHaveBeenCalledExactlyOnceWith(
      rowOf('TB-CAP'),
      { kind: 'seconds', seconds: 300 },
      '问过小二',
    );
    expect(view.all('[data-rule="TB-CAP"] input')).toEqual([]);
  });
  test('what cannot stand is said and keeps nothing; Esc gives up', () => {
    const view = show();
    view.press(view.button('TB-WARN', '修改'));
    fill(view, 'TB-WARN', 'soft', '500');
    view.press(view.button('TB-WARN', '保存'));
    expect(view.one('[data-rule="TB-WARN"] [role=alert]').textContent).toBe('三个数要从小到大');
    expect(view.own.set).not.toHaveBeenCalled();
    view.key(view.one('[data-rule="TB-WARN"] input[name=soft]'), { key: 'Escape' });
    expect(view.all('[data-rule="TB-WARN"] input')).toEqual([]);
    expect(view.own.set).not.toHaveBeenCalled();
  });
  test('Enter saves, but not the Enter that ends a composition', () => {
    const view = show();
    view.press(view.button('TB-CAP', '修改'));
    fill(view, 'TB-CAP', 'seconds', '300');
    const box = view.one('[data-rule="TB-CAP"] input[name=seconds]');
    view.key(box, { key: 'Enter', isComposing: true });
    expect(view.own.set).not.toHaveBeenCalled();
    view.key(box, { key: 'Enter' });
    expect(view.own.set).toHaveBeenCalledOnce();
  });
  test('a goal nobody set is typed as a percentage', () => {
    const view = show();
    view.press(view.button('TB-TGT', '修改'));
    view.press(view.one('[data-rule="TB-TGT"] input[type=checkbox]'));
    fill(view, 'TB-TGT', 'share', '92.5%');
    view.press(view.button('TB-TGT', '保存'));
    expect(view.own.set).toHaveBeenCalledExactlyOnceWith(
      rowOf('TB-TGT'),
      { kind: 'share', share: 9_250 },
      '',
    );
  });
  test('how many are expected a day is typed as a whole number; what is none is said and keeps nothing', () => {
    const view = show();
    expect(view.row('TB-EXP').textContent).toContain('没有填');
    expect(view.row('TB-EXP').textContent).toContain('同一星期几的平均数');
    view.press(view.button('TB-EXP', '修改'));
    view.press(view.one('[data-rule="TB-EXP"] input[type=checkbox]'));
    for (const wrong of ['', '0', '12.5', '100001', '很多']) {
      fill(view, 'TB-EXP', 'count', wrong);
      view.press(view.button('TB-EXP', '保存'));
      expect(view.one('[data-rule="TB-EXP"] [role=alert]').textContent).toBe('填 1 到 100000 的整数');
    }
    expect(view.own.set).not.toHaveBeenCalled();
    fill(view, 'TB-EXP', 'count', '２００');
    view.press(view.button('TB-EXP', '保存'));
    expect(view.own.set).toHaveBeenCalledExactlyOnceWith(rowOf('TB-EXP'), { kind: 'count', count: 200 }, '');
  });
  test('a number expected stands in the field again, and can be taken away', () => {
    const own = {
      value: { kind: 'count', count: 250 },
      date: '2026-11-22',
      over: { kind: 'empty' },
    } as const;
    const view = show(rulesOf({ 'TB-EXP': own }));
    expect(view.row('TB-EXP').textContent).toContain('每天 250');
    view.press(view.button('TB-EXP', '修改'));
    expect(view.one('[data-rule="TB-EXP"] input[name=count]')).toHaveProperty('value', '250');
    view.press(view.one('[data-rule="TB-EXP"] input[type=checkbox]'));
    view.press(view.button('TB-EXP', '保存'));
    expect(view.own.set).toHaveBeenCalledExactlyOnceWith(rowOf('TB-EXP'), { kind: 'empty' }, '');
  });
});

describe('an update that changed a default under a value of the user', () => {
  test('asks with the old, the new and the user’s, until it is answered', () => {
    const view = show(rulesOf(user));
    const text = view.one('[data-asks="TB-CAP"]').textContent;
    for (const part of ['淘宝', '900 秒', '600 秒', '500 秒']) expect(text).toContain(part);
    view.press(view.named('保留我的'));
    expect(view.own.settle).toHaveBeenLastCalledWith(rowOf('TB-CAP'), 'own');
    view.press(view.named('用新的'));
    expect(view.own.settle).toHaveBeenLastCalledWith(rowOf('TB-CAP'), 'shipped');
  });
});

describe('the fields of a row', () => {
  const values = platformRows
    .flatMap((row) =>
      [row.value, ...row.other_values.flatMap((one) => one.value ?? [])].map((value) => ({ row, value })),
    )
    .filter(({ value }) => value.kind !== 'warn-hours');
  test.each(values.map(({ row, value }) => [row.id, value, row] as const))(
    '%s: %j is read back as it was',
    (_, value, row) => {
      expect(readDraft(row, draftOf(value))).toEqual({ value });
    },
  );
  const closed = platformRows.find(({ id }) => id === 'CLOSED');
  test.each<[string, RowValue]>([
    ['2026-02-18, 2026-02-17', { kind: 'days', days: ['2026-02-17', '2026-02-18'] }],
    ['２０２６-02-17', { kind: 'days', days: [] }],
  ])('days typed as %j', (days, value) => {
    if (!closed) throw new Error('no row');
    const read = readDraft(closed, { ...draftOf({ kind: 'days', days: [] }), texts: { days } });
    if (value.kind === 'days' && value.days.length === 0) expect(read).toHaveProperty('fault');
    else expect(read).toEqual({ value });
  });
});
