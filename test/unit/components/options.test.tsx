// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { OptionsActions, OptionsModel } from '../../../components/options/model.ts';
import { OptionsView } from '../../../components/options/OptionsView.tsx';
import { say } from '../../../rules/language/local-text.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { platformRows } from '../../../rules/packs/platform-rows.ts';
import { exampleSizeSteps } from '../../../rules/products/size-class.ts';
import { usualAttention } from '../../../storage/schemas/settings.ts';
import { stage } from './stage.tsx';

const model = (patch: Partial<OptionsModel> = {}): OptionsModel => ({
  language: 'zh-CN',
  ready: true,
  section: 'phrases',
  settings: {
    language: 'auto',
    theme: 'auto',
    agentNumber: '8',
    shopName: '云朵',
    attention: usualAttention,
    retentionDays: 400,
    paletteKey: 'Alt+Q',
    triggers: { codes: true, signs: ';', slash: {} },
    reminders: { returns: false, promises: false },
    shift: { begins: false, silenceHours: 3 },
  },
  phrases: [
    { id: 'p1', title: '您好', text: '您好呀', code: 'nh', category: '接待', uses: 0 },
    { id: 'p2', title: '在的', text: '在的亲', code: 'ＮＨ', category: '接待', uses: 3 },
    { id: 'p3', title: '再见', text: '慢走', category: '接待', uses: 0 },
  ],
  categories: ['接待', '发货'],
  library: { groups: {}, order: 'hand', trash: [], trashDays: 30, now: 1_000_000 },
  cards: { cards: [], sizeSteps: exampleSizeSteps },
  decisions: { rows: [] },
  registers: { entries: [] },
  rules: { rows: platformRows, changed: [] },
  pricing: { list: { prices: [], name: '', at: 0 }, log: [] },
  shop: exampleShop,
  maps: [],
  exports: [],
  aside: [],
  ...patch,
});

function show(patch: Partial<OptionsModel> = {}, trusted = true) {
  const actions = {
    showSection: vi.fn(),
    saveSettings: vi.fn(),
    pauseAttention: vi.fn(),
    tryAttention: vi.fn(),
    savePhrase: vi.fn(),
    deletePhrase: vi.fn(),
    movePhrase: vi.fn(),
    moveCategory: vi.fn(),
    saveShop: vi.fn(),
    saveCouriers: vi.fn(),
    setMap: vi.fn(),
    editMap: vi.fn(),
    duplicateMap: vi.fn(),
    newMap: vi.fn(),
    changeDraft: vi.fn(),
    saveDraft: vi.fn(),
    closeDraft: vi.fn(),
    removeMap: vi.fn(),
    revertMap: vi.fn(),
    exportMap: vi.fn(),
    grantHosts: vi.fn(),
    setPage: vi.fn(),
    exportFile: vi.fn(),
    answerExport: vi.fn(),
    readImport: vi.fn(),
    chooseEncoding: vi.fn(),
    chooseColumns: vi.fn(),
    chooseConflicts: vi.fn(),
    applyImport: vi.fn(),
    cancelImport: vi.fn(),
    downloadAside: vi.fn(),
    restoreAside: vi.fn(),
    discardAside: vi.fn(),
    erase: vi.fn(),
    undo: vi.fn(),
    dismissNotice: vi.fn(),
    wording: {
      saveWord: vi.fn(),
      removeWord: vi.fn(),
      release: vi.fn(),
      withdraw: vi.fn(),
      saveLevels: vi.fn(),
    },
    library: {
      trash: vi.fn(),
      purge: vi.fn(),
      moveGroup: vi.fn(),
      rename: vi.fn(),
      order: vi.fn(),
      undo: vi.fn(),
      redo: vi.fn(),
      lookAtBackups: vi.fn(),
      compareBackup: vi.fn(),
      restoreBackup: vi.fn(),
      keepImage: vi.fn(async () => ({ problem: say('不行', 'no') })),
      imageUrl: vi.fn(async () => undefined),
    },
    cards: { save: vi.fn(), remove: vi.fn(), search: () => [], saveSizeSteps: vi.fn(), started: vi.fn() },
    pricing: {
      readFile: vi.fn(),
      readText: vi.fn(),
      chooseWay: vi.fn(),
      applyList: vi.fn(),
      cancelList: vi.fn(),
      clearList: vi.fn(),
      exportLog: vi.fn(),
      eraseLog: vi.fn(),
    },
    registers: {
      add: vi.fn(),
      change: vi.fn(),
      setStatus: vi.fn(),
      remove: vi.fn(),
      copy: vi.fn(),
      memo: vi.fn(() => ''),
      exportTable: vi.fn(),
      read: vi.fn(),
      import: vi.fn(),
    },
    rules: { set: vi.fn(), reset: vi.fn(), settle: vi.fn() },
    decisions: {
      edit: vi.fn(),
      change: vi.fn(),
      save: vi.fn(),
      close: vi.fn(),
      remove: vi.fn(),
      exportTables: vi.fn(),
    },
    searchPhrases: () => ['p3'],
    checkTemplate: (text: string) =>
      text.includes('{a_b}')
        ? [{ start: 2, end: 7, level: 'stop' as const, text: say('不是变量', 'no variable') }]
        : [],
    regions: {
      find: (name: string) =>
        name === '火星省' ? { ok: false as const, part: name, near: [] } : { ok: true as const, code: '46' },
      suggest: () => [],
      read: () => ({ confidence: 0, inferred: [], reasons: [] }),
    },
  } satisfies OptionsActions;
  const view = stage(<OptionsView model={model(patch)} actions={actions} />, { trusted });
  const field = (label: string): HTMLElement => {
    const found = view.all('label').find((one) => one.textContent === label);
    return view.one(`[id="${found?.getAttribute('for')}"]`);
  };
  return { ...view, actions, field };
}

describe('phrases in the options', () => {
  test('what is wrong with a template stands under the text while it is typed', () => {
    const view = show();
    view.press(view.named('添加话术'));
    view.type(view.field('内容'), '亲，{a_b} 您好');
    expect(view.one('form [role=alert]').textContent).toBe('亲，{a_b} 您好不是变量');
    expect(view.one('form mark').textContent).toBe('{a_b}');
    expect(view.field('内容').getAttribute('aria-invalid')).toBe('true');
    view.type(view.field('内容'), '亲，您好');
    expect(view.all('form [role=alert]')).toHaveLength(0);
  });

  test('a phrase without title or text is not saved and says what is missing', () => {
    const view = show();
    view.press(view.named('添加话术'));
    view.press(view.named('保存'));
    expect(view.actions.savePhrase).not.toHaveBeenCalled();
    expect(view.all('form [role=alert]').map((line) => line.textContent)).toEqual(['请填标题', '请填内容']);
  });

  test('a saved phrase carries its id, and an emptied code is absent', () => {
    const view = show();
    view.press(view.named('编辑“您好”'));
    view.type(view.field('编码'), ' ');
    view.type(view.field('内容'), '您好，请讲');
    view.press(view.named('保存'));
    expect(view.actions.savePhrase).toHaveBeenCalledExactlyOnceWith({
      id: 'p1',
      title: '您好',
      text: '您好，请讲',
      category: '接待',
    });
  });

  test('two phrases with one code are both marked, whatever width or case it is typed in', () => {
    const view = show();
    expect(view.all('.sb-chip[data-tone=stop]').map((chip) => chip.textContent)).toEqual([
      '编码 nh 重复：在的',
      '编码 ＮＨ 重复：您好',
    ]);
  });

  test('arrow keys on the grip move a phrase inside its category only', () => {
    const view = show();
    expect(view.all('.sb-sortable .sb-grip')).toHaveLength(0);
    view.press(view.all('.sb-category')[1] ?? view.root);
    const grips = view.all('.sb-sortable .sb-grip');
    expect(grips).toHaveLength(3);
    const [first, second, last] = grips;
    if (!first || !second || !last) throw new Error('grips are missing');
    view.key(first, { key: 'ArrowUp' });
    view.key(last, { key: 'ArrowDown' });
    expect(view.actions.movePhrase).not.toHaveBeenCalled();
    view.key(first, { key: 'ArrowDown' });
    expect(view.actions.movePhrase).toHaveBeenLastCalledWith('p1', 'p3');
    view.key(second, { key: 'ArrowDown' });
    expect(view.actions.movePhrase).toHaveBeenLastCalledWith('p2', undefined);
    view.key(last, { key: 'ArrowUp' });
    expect(view.actions.movePhrase).toHaveBeenLastCalledWith('p3', 'p2');
    expect(view.one('output').textContent).toBe('“再见”现在是第 2 条，共 3 条');
  });

  test('a press a script made deletes nothing', () => {
    const view = show({}, false);
    view.press(view.named('删除“您好”'));
    expect(view.actions.deletePhrase).not.toHaveBeenCalled();
  });
});

describe('limits', () => {
  const boxes = (view: ReturnType<typeof show>) => view.all('tr[data-platform=pdd] input');

  test('three rising numbers are kept at once, with the rule default still beside them', () => {
    const view = show({ section: 'limits' });
    view.type(boxes(view)[0] ?? view.root, '２０');
    expect(view.actions.rules.set).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: 'PDD-WARN' }),
      {
        kind: 'limits',
        limits: { soft: 20, warn: 120, breach: 180 },
      },
    );
    expect(view.one('.sb-figures').textContent).toBe('30 / 120 / 180');
  });

  test.each([
    ['500', '三个时间要从小到大'],
    ['', '整数秒'],
    ['0', '整数秒'],
    ['1.5', '整数秒'],
  ])('%j is not kept and says why', (text, why) => {
    const view = show({ section: 'limits' });
    view.type(boxes(view)[0] ?? view.root, text);
    expect(view.actions.rules.set).not.toHaveBeenCalled();
    expect(view.one('[role=alert]').textContent).toContain(why);
  });

  test('own limits can be given back to the rule pack', () => {
    const own = { kind: 'limits', limits: { soft: 1, warn: 2, breach: 3 } } as const;
    const rows = platformRows.map((row) => (row.id === 'PDD-WARN' ? { ...row, user_value: own } : row));
    const view = show({ section: 'limits', rules: { rows, changed: [] } });
    expect(boxes(view).map((box) => (box as HTMLInputElement).value)).toEqual(['1', '2', '3']);
    view.press(view.named('恢复默认'));
    expect(view.actions.rules.reset).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: 'PDD-WARN' }),
    );
  });

  test('the first reply’s own limits are changed by themselves', () => {
    const view = show({ section: 'limits' });
    const [first] = view.all('tr[data-platform=jd] input');
    view.type(first ?? view.root, '10');
    expect(view.actions.rules.set).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: 'JD-WARN' }),
      {
        kind: 'limits',
        limits: { soft: 15, warn: 20, breach: 40, first: { soft: 10, warn: 20, breach: 30 } },
      },
    );
  });
});

describe('courier table', () => {
  test('is called an example until a rule is changed', () => {
    const view = show({ section: 'couriers' });
    expect(view.one('main [role=alert]').textContent).toContain('示例店');
    view.press(view.named('删除 圆通 的规则'));
    const [[table] = []] = view.actions.saveCouriers.mock.calls;
    expect(table).toMatchObject({ example: false });
    expect(table.rules).toHaveLength(exampleShop.couriers.rules.length - 1);
  });

  test('a typed rule becomes fen and grams; unknown regions are named', () => {
    const view = show({ section: 'couriers' });
    view.press(view.named('添加规则'));
    view.type(view.field('快递'), '顺丰');
    view.type(view.field('地区'), '海南省，火星省');
    expect(view.root.textContent).toContain('不认识的地区：火星省');
    view.type(view.field('地区'), '海南省、 青海省\n海南省');
    view.type(view.field('最少件数'), '2');
    view.press(view.named('保存'));
    const [[table] = []] = view.actions.saveCouriers.mock.calls;
    expect(table.rules.at(-1)).toEqual({
      id: expect.any(String),
      courier: '顺丰',
      regions: ['海南省', '青海省'],
      reach: 'reaches',
      priority: 10,
      when: { minPieces: 2 },
    });
  });

  test('a range the wrong way round is not kept', () => {
    const view = show({ section: 'couriers' });
    view.press(view.named('添加规则'));
    view.type(view.field('快递'), '顺丰');
    view.type(view.field('最低金额（元）'), '50');
    view.type(view.field('最高金额（元）'), '10');
    view.press(view.named('保存'));
    expect(view.actions.saveCouriers).not.toHaveBeenCalled();
    expect(view.root.textContent).toContain('前面的数要不大于后面的数');
  });
});

describe('data', () => {
  const preview = {
    fileName: 'a.csv',
    kind: say('话术表', 'phrases'),
    lines: [say('新增 2 条', '2 new')],
    problems: [],
    applicable: true,
  };

  test('there is one file input, and importing is a step of its own after the preview', () => {
    const view = show({ section: 'data', preview });
    expect(view.all('input[type=file]')).toHaveLength(1);
    expect(view.all('input[data-import]')).toHaveLength(1);
    expect(view.one('[data-import-preview]').textContent).toContain('新增 2 条');
    view.press(view.one('[data-import-apply]'));
    expect(view.actions.applyImport).toHaveBeenCalledOnce();
  });

  test('a file that cannot be applied says why and cannot be applied', () => {
    const { kind: _, ...unknown } = preview;
    const view = show({
      section: 'data',
      preview: { ...unknown, applicable: false, problems: [say('不是表格', 'no table')] },
    });
    expect(view.one('[data-import-preview]').textContent).toContain('认不出这个文件');
    expect(view.one('[data-import-apply]')).toHaveProperty('disabled', true);
  });

  test('a file may be read in another encoding', () => {
    const view = show({ section: 'data', preview: { ...preview, encoding: 'gb18030' } });
    const select = view.one('[data-import-encoding]') as HTMLSelectElement;
    expect(select.value).toBe('gb18030');
    act(() => {
      select.value = 'utf-8';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(view.actions.chooseEncoding).toHaveBeenCalledWith('utf-8');
  });

  test('conflicts are chosen for all, or one by one with both texts side by side', () => {
    const row = { row: 7, title: '问候', present: '我的话', incoming: '文件的话', choice: 'skip' as const };
    const conflicts = { chosen: 'skip' as const, total: 3, rows: [row] };
    const view = show({ section: 'data', preview: { ...preview, conflicts } });
    const [all, one] = view.all('[data-import-conflicts] [role=radiogroup]');
    expect(view.one('.sb-import-compare').textContent).toMatch(/我的话.*文件的话/);
    expect(view.one('.sb-import-conflicts').textContent).toContain('还有 2 条');
    const press = (group: HTMLElement | undefined, id: string): void => {
      const radio = group?.querySelector<HTMLElement>(`[value=${id}]`);
      if (radio) view.press(radio);
    };
    press(all, 'replace');
    expect(view.actions.chooseConflicts).toHaveBeenLastCalledWith('replace');
    press(one, 'keep-both');
    expect(view.actions.chooseConflicts).toHaveBeenLastCalledWith('keep-both', 7);
  });

  test('while a large file is read there is progress and a way out, and nothing to apply', () => {
    const view = show({ section: 'data', reading: { fileName: 'a.csv', done: 0.4, canStop: true } });
    expect(view.one('[data-import-reading] progress').getAttribute('value')).toBe('0.4');
    expect(view.all('[data-import-apply]')).toHaveLength(0);
    view.press(view.one('[data-import-reading] button'));
    expect(view.actions.cancelImport).toHaveBeenCalledOnce();
  });

  test('what an export would spoil is asked before', () => {
    const exportQuestion = { intro: say('1 条读不出', '1 unreadable'), rows: [say('「好」：😊', '😊')] };
    const view = show({ section: 'data', exportQuestion });
    expect(view.one('[data-export-question]').textContent).toContain('😊');
    view.press(view.named('不导出这几条'));
    expect(view.actions.answerExport).toHaveBeenCalledWith('leave-out');
  });

  test('erasing asks first, and can be given up', () => {
    const view = show({ section: 'data' });
    view.press(view.named('清除全部数据'));
    expect(view.actions.erase).not.toHaveBeenCalled();
    view.press(view.named('取消'));
    view.press(view.named('清除统计数据'));
    view.press(view.named('确定删除'));
    expect(view.actions.erase).toHaveBeenCalledExactlyOnceWith('figures');
  });
});

describe('appearance', () => {
  test.each([
    [{ key: 'œ', code: 'KeyQ', altKey: true }, 'Alt+Q'],
    [{ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+K'],
    [{ key: '/', code: 'Slash', ctrlKey: true }, 'Ctrl+Slash'],
  ])('a pressed combination becomes the palette key: %o', (init, key) => {
    const view = show({ section: 'appearance' });
    view.key(view.one('[data-palette-key]'), init);
    expect(view.actions.saveSettings).toHaveBeenCalledExactlyOnceWith({ paletteKey: key });
  });

  test('a bare letter is refused, because agents type it; a lone modifier is not an answer yet', () => {
    const view = show({ section: 'appearance' });
    view.key(view.one('[data-palette-key]'), { key: 'Alt', code: 'AltLeft', altKey: true });
    expect(view.all('[role=alert]')).toHaveLength(0);
    view.key(view.one('[data-palette-key]'), { key: 'q', code: 'KeyQ' });
    expect(view.actions.saveSettings).not.toHaveBeenCalled();
    expect(view.one('[role=alert]').textContent).toContain('Alt');
  });
});
