// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { CouriersSection } from '../../../components/options/couriers/CouriersSection.tsx';
import type { CourierTablePreview } from '../../../components/options/couriers/model.ts';
import type { OptionsActions, OptionsModel } from '../../../components/options/model.ts';
import { regionOf } from '../../../rules/address/index.ts';
import { say } from '../../../rules/language/local-text.ts';
import { exampleCouriers, exampleShop } from '../../../rules/packs/example-shop.ts';
import { findRegion } from '../../../rules/zones/find-place.ts';
import { suggestRegions } from '../../../rules/zones/suggest-regions.ts';
import type { CourierRule, CourierTable } from '../../../rules/zones/table.ts';
import { stage } from './stage.tsx';

// Whole sections are drawn here; a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

const regions = { find: findRegion, suggest: suggestRegions, read: regionOf };
const own = (...rules: CourierRule[]): CourierTable => ({ name: '本店', example: false, rules });

function show(couriers: CourierTable = exampleCouriers, patch: Partial<OptionsModel> = {}) {
  const saveCouriers = vi.fn<OptionsActions['saveCouriers']>();
  const saveShop = vi.fn<OptionsActions['saveShop']>();
  const readImport = vi.fn();
  const exportFile = vi.fn();
  const chooseTableMode = vi.fn();
  const actions = { saveCouriers, saveShop, readImport, exportFile, chooseTableMode, regions };
  const model = {
    language: 'zh-CN',
    shop: { ...exampleShop, couriers },
    exports: [
      { id: 'courier-table', name: say('快递表', 'Courier table'), note: say('', '') },
      { id: 'phrases', name: say('话术', 'Phrases'), note: say('', '') },
    ],
    ...patch,
  };
  // The section asks for nothing else of the page's model.
  const view = stage(
    <CouriersSection model={model as OptionsModel} actions={actions as unknown as OptionsActions} />,
    { trusted: true },
  );
  const tile = (name: string): HTMLElement => view.one(`.sb-courier-grid [data-tile="${name}"]`);
  const press = (element: HTMLElement, init: MouseEventInit = {}): void =>
    act(() => {
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, ...init }));
    });
  /** The rules last handed over to be kept. */
  const saved = (): CourierTable => {
    const last = saveCouriers.mock.lastCall;
    if (!last) throw new Error('nothing was saved');
    return last[0];
  };
  const within = (selector: string, words: string): HTMLElement => {
    const found = view
      .all(`${selector} button, ${selector} label`)
      .find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(words));
    if (!found) throw new Error(`no ${words} in ${view.one(selector).innerHTML}`);
    return found;
  };
  const tab = (name: string): void => view.press(view.one(`[data-tab="${name}"]`));
  const field = (selector: string, label: string): HTMLElement => {
    const found = view.all(`${selector} label`).find((one) => one.textContent === label);
    return view.one(`[id="${found?.getAttribute('for')}"]`);
  };
  return { ...view, actions, tile, press, saved, within, tab, field };
}

describe('tiles', () => {
  test('all 34 stand in one grid, equal, with a word each, and one of them is in the tab order', () => {
    const view = show();
    const tiles = view.all('.sb-courier-grid [role=gridcell]');
    expect(tiles).toHaveLength(34);
    expect(new Set(tiles.map((one) => one.className))).toEqual(new Set(['sb-tile']));
    for (const one of tiles)
      expect(one.getAttribute('aria-label')).toMatch(/：.*(?:到|加收|慢|不到|不确定|没写)/);
    expect(tiles.filter((one) => one.tabIndex === 0)).toHaveLength(1);
    for (const name of ['香港特别行政区', '澳门特别行政区', '台湾省'])
      expect(view.tile(name).getAttribute('aria-label')).toBe(`${name}：不到`);
  });

  test('a tab shows one courier; where the pieces decide the tile is parted', () => {
    const view = show();
    view.tab('圆通');
    expect(view.tile('广东省').getAttribute('aria-label')).toBe('广东省：1 件不到，2 件起到');
    expect(view.tile('广东省').textContent).toBe('不到到广东');
    expect(view.tile('新疆维吾尔自治区').textContent).toBe('不到新疆');
    view.tab('中国邮政');
    expect(view.tile('新疆维吾尔自治区').textContent).toBe('加18新疆');
    expect(view.tile('广东省').textContent).toBe('没写广东');
  });

  test('deeper rules that say something else are marked and told', () => {
    const city: CourierRule = {
      id: 'city',
      courier: '圆通',
      regions: ['四川省/甘孜藏族自治州'],
      reach: 'no',
      priority: 10,
    };
    const all: CourierRule = { id: 'all', courier: '圆通', regions: [], reach: 'reaches', priority: 10 };
    const view = show(own(all, city));
    expect(view.tile('四川省').querySelector('.sb-tile-corner')).not.toBeNull();
    expect(view.tile('四川省').getAttribute('aria-label')).toContain('1 条更细的规则说法不同');
    expect(view.tile('云南省').querySelector('.sb-tile-corner')).toBeNull();
  });

  test('arrow keys walk, Enter opens, Enter again closes', () => {
    const view = show();
    const first = view.one('.sb-courier-grid [tabindex="0"]');
    view.key(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(view.tile('吉林省'));
    view.key(view.tile('吉林省'), { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(view.tile('北京市'));
    expect(view.tile('北京市').tabIndex).toBe(0);
    view.key(view.tile('北京市'), { key: 'Enter' });
    expect(view.one('[data-province-panel]').dataset.provincePanel).toBe('北京市');
    view.key(view.tile('北京市'), { key: 'Enter' });
    expect(view.all('[data-province-panel]')).toHaveLength(0);
  });

  test('a key of an input method is no command', () => {
    const view = show();
    view.key(view.tile('北京市'), { key: 'Enter', isComposing: true });
    expect(view.all('[data-province-panel]')).toHaveLength(0);
  });
});

describe('the panel of a division', () => {
  test('names every courier with the rule that decides', () => {
    const view = show();
    view.press(view.tile('青海省'));
    const says = (courier: string) => view.one(`[data-panel-courier="${courier}"]`).textContent;
    expect(says('中国邮政')).toContain('加收');
    expect(says('中国邮政')).toContain('按“海南、青海、广西 等 6 处”的规则');
    expect(says('圆通')).toContain('圆通不发新疆、西藏、宁夏、青海');
    expect(says('韵达')).toContain('青海发韵达或京东');
    view.press(view.tile('广东省'));
    expect(says('韵达')).toContain('没写');
  });

  test('a rule for several divisions is changed for one of them alone unless the agent says otherwise', () => {
    const view = show();
    view.press(view.tile('河南省'));
    view.press(view.within('[data-panel-courier="中国邮政"]', '改 中国邮政 在河南的规则'));
    view.press(view.within('[data-province-panel]', '慢'));
    view.press(view.within('[data-province-panel]', '保存'));
    const { rules, example } = view.saved();
    expect(example).toBe(false);
    expect(rules.find(({ id }) => id === 'post-default')?.regions).not.toContain('河南省');
    expect(
      rules.find(({ regions: [only, ...more] }) => only === '河南省' && more.length === 0),
    ).toMatchObject({
      courier: '中国邮政',
      reach: 'slow',
    });
    expect(rules).toHaveLength(exampleCouriers.rules.length + 1);
  });

  test('the whole rule is changed when the agent says so, its other regions kept', () => {
    const view = show();
    view.press(view.tile('河南省'));
    view.press(view.within('[data-panel-courier="中国邮政"]', '改'));
    view.press(view.within('[data-province-panel]', '这条规则的 10 处都改'));
    view.press(view.within('[data-province-panel]', '不到'));
    view.press(view.within('[data-province-panel]', '保存'));
    const changed = view.saved().rules.find(({ id }) => id === 'post-default');
    expect(changed?.reach).toBe('no');
    expect(changed?.regions).toHaveLength(10);
  });

  test('a courier the table says nothing of gets a rule for this division', () => {
    const view = show();
    view.press(view.tile('广东省'));
    view.press(view.within('[data-panel-courier="韵达"]', '写 韵达 在广东的规则'));
    view.press(view.within('[data-province-panel]', '加收'));
    view.type(view.field('[data-province-panel]', '加价（元）'), '８．５');
    view.press(view.within('[data-province-panel]', '保存'));
    expect(view.saved().rules.at(-1)).toMatchObject({
      courier: '韵达',
      regions: ['广东省'],
      reach: 'surcharge',
      surcharge: { first: 850 },
    });
  });

  test('a city is offered while it is typed, and Enter takes it', () => {
    const view = show();
    view.tab('圆通');
    view.press(view.tile('四川省'));
    view.press(view.named('给市、区、镇加规则'));
    const box = view.one('[data-province-panel] textarea');
    view.type(box, '四川省/甘孜');
    expect(view.all('[role=listbox] [role=option]').map((one) => one.textContent)).toEqual([
      '四川省/甘孜藏族自治州',
      '四川省/甘孜藏族自治州/甘孜县',
    ]);
    view.key(box, { key: 'Enter' });
    view.press(view.within('[data-province-panel]', '不到'));
    view.press(view.within('[data-province-panel]', '保存'));
    expect(view.saved().rules.at(-1)).toMatchObject({
      courier: '圆通',
      regions: ['四川省/甘孜藏族自治州'],
      reach: 'no',
    });
  });

  test('a region no list knows is not kept, and what was meant is named', () => {
    const view = show();
    view.press(view.named('添加规则'));
    view.type(view.field('form', '快递'), '顺丰');
    view.type(view.field('form', '地区'), '四川省/甘孜洲');
    view.press(view.within('form', '保存'));
    expect(view.actions.saveCouriers).not.toHaveBeenCalled();
    expect(view.one('form [role=alert]').textContent).toContain('四川省/甘孜藏族自治州');
  });
});

describe('several divisions', () => {
  test('Ctrl joins, Shift takes the block, and one setting goes to all with an offer to take it back', () => {
    const view = show();
    view.tab('申通');
    view.press(view.tile('江苏省'), { ctrlKey: true });
    view.press(view.tile('新疆维吾尔自治区'), { ctrlKey: true });
    view.press(view.tile('青海省'), { shiftKey: true });
    expect(view.all('.sb-courier-grid [aria-selected=true]')).toHaveLength(5);
    view.press(view.within('[data-several-panel]', '慢'));
    view.press(view.within('[data-several-panel]', '设好'));
    const rule = view.saved().rules.at(-1);
    expect(rule).toMatchObject({ courier: '申通', reach: 'slow' });
    expect([...(rule?.regions ?? [])].sort()).toEqual(
      ['江苏省', '新疆维吾尔自治区', '青海省', '甘肃省', '西藏自治区'].sort(),
    );
    expect(view.actions.saveCouriers.mock.lastCall?.[1]?.['zh-CN']).toBe('申通：已设 5 个省');
  });

  test('with the keyboard: the switch, Space, Shift with arrows, Ctrl+A, Escape', () => {
    const view = show();
    const chosen = () => view.all('.sb-courier-grid [aria-selected=true]').map((one) => one.dataset.tile);
    view.press(view.one('[role=switch]'));
    view.key(view.tile('甘肃省'), { key: ' ' });
    expect(chosen()).toEqual(['甘肃省']);
    view.key(view.tile('甘肃省'), { key: 'ArrowRight', shiftKey: true });
    view.key(view.tile('宁夏回族自治区'), { key: 'ArrowRight', shiftKey: true });
    expect(chosen()).toEqual(['甘肃省', '宁夏回族自治区', '陕西省']);
    view.key(view.tile('陕西省'), { key: 'a', ctrlKey: true });
    expect(chosen()).toHaveLength(34);
    view.key(view.tile('陕西省'), { key: 'Escape' });
    expect(chosen()).toEqual([]);
  });

  test('what would be replaced is said before', () => {
    const view = show();
    view.tab('中国邮政');
    view.press(view.tile('新疆维吾尔自治区'), { ctrlKey: true });
    expect(view.one('[data-several-panel]').textContent).toContain('会替换或改动 3 条整省规则');
  });
});

describe('try it', () => {
  test('an address pasted whole gets the answer, the rule and the phrase, and its tile is shown', () => {
    const view = show();
    view.type(view.one('[data-courier-trial] textarea'), '张三 13812345678 新疆乌鲁木齐市天山区光明路12号');
    const said = view.one('[data-courier-trial]').textContent;
    expect(said).toContain('加收¥18');
    expect(said).toContain('post-surcharge');
    expect(said).toContain('地址读作：新疆维吾尔自治区 乌鲁木齐市 天山区');
    expect(view.one('.sb-trial-phrase q').textContent).toMatch(/^亲/);
    expect(view.tile('新疆维吾尔自治区').dataset.deciding).toBe('true');
    expect(view.one('[data-trial-courier][data-deciding]').dataset.trialCourier).toBe('中国邮政');
  });

  test('the facts of the order decide; one that cannot be read says so and counts for nothing', () => {
    const view = show();
    view.type(view.one('[data-courier-trial] textarea'), '广东省深圳市南山区科技园路1号');
    view.type(view.field('[data-courier-trial]', '件数'), '2');
    expect(view.one('[data-trial-courier][data-deciding]').dataset.trialCourier).toBe('圆通');
    view.type(view.field('[data-courier-trial]', '件数'), '１');
    expect(view.one('[data-trial-courier][data-deciding]').dataset.trialCourier).toBe('申通');
    view.type(view.field('[data-courier-trial]', '金额（元）'), '1.999');
    expect(view.one('[data-courier-trial] .sb-error').textContent).toContain('金额没看懂');
  });

  test('text without a region gets no verdict', () => {
    const view = show();
    view.type(view.one('[data-courier-trial] textarea'), '你好在吗，什么时候发货');
    expect(view.one('.sb-trial-verdict').textContent).toBe('范围未知');
    expect(view.all('[data-trial-courier]')).toHaveLength(0);
  });
});

describe('the list of rules', () => {
  const many = (n: number): CourierTable =>
    own(
      ...Array.from(
        { length: n },
        (_, at): CourierRule => ({
          id: `r${at}`,
          courier: `快递${at % 20}`,
          regions: ['四川省/成都市'],
          reach: at % 2 === 0 ? 'no' : 'slow',
          priority: at % 50,
        }),
      ),
    );

  test('of 5,000 rules holds only those near what is seen', () => {
    const view = show(many(5_000));
    expect(view.all('[data-rule]').length).toBeLessThan(60);
    expect(view.one('[data-rule-list] [role=status]').textContent).toBe('5000 条');
  });

  test('is filtered by words, courier and outcome', () => {
    const view = show();
    const ids = () => view.all('[data-rule]').map((one) => one.dataset.rule);
    view.type(view.one('[aria-label="搜地区、关键词、备注"]'), '申通 海南');
    expect(ids()).toEqual(['sto-not-there']);
    view.press(view.named('清除筛选'));
    expect(ids().length).toBeGreaterThan(10);
  });

  test('a rule is copied, and deleted with an offer to take it back', () => {
    const view = show();
    view.press(view.named('复制 圆通 的规则'));
    expect(view.saved().rules).toHaveLength(exampleCouriers.rules.length + 1);
    view.press(view.named('删除 圆通 的规则'));
    expect(view.saved().rules).toHaveLength(exampleCouriers.rules.length - 1);
    expect(view.actions.saveCouriers.mock.lastCall?.[1]?.['zh-CN']).toBe('已删除 圆通 的一条规则');
  });

  test('its order is the priority: moved by its grip, or typed and kept with Enter', () => {
    const view = show();
    const [, second] = view.all('[data-rule-list] .sb-grip');
    if (!second) throw new Error('no grips');
    view.key(second, { key: 'ArrowUp' });
    expect(view.saved().rules.find(({ id }) => id === 'yto-two-or-more')?.priority).toBe(10);
    const box = view.one('[aria-label="中国邮政 的优先级"]');
    view.type(box, '７');
    view.key(box, { key: 'Enter' });
    expect(view.saved().rules.find(({ id }) => id === 'post-default')?.priority).toBe(7);
  });

  test('what the check of the table finds stands above, and leads to its rule', () => {
    const view = show(
      own(
        { id: 'a', courier: '甲', regions: ['四川省'], reach: 'no', priority: 10 },
        { id: 'b', courier: '甲', regions: ['四川'], reach: 'reaches', priority: 10 },
        { id: 'c', courier: '甲', regions: ['火星省'], reach: 'reaches', priority: 10 },
      ),
    );
    expect(view.one('[data-findings]').textContent).toContain('火星省');
    view.press(view.within('[data-findings]', '看规则'));
    expect(view.all('[data-rule-list] form')).toHaveLength(1);
  });
});

describe('the table from a file', () => {
  const rule = exampleCouriers.rules[0];
  if (!rule) throw new Error('the example has no rules');
  const couriers: CourierTablePreview = {
    mode: 'replace',
    added: 2,
    changed: 1,
    removed: 3,
    same: 10,
    rows: [
      { row: 2, mark: 'added', rule: { ...rule, courier: '极兔' } },
      { row: 5, mark: 'changed', rule: { ...rule, reach: 'slow' }, was: rule },
    ],
    problems: [{ row: 7, text: say('金额没看懂', 'not an amount') }],
  };
  const preview = { fileName: 'a.xlsx', lines: [], problems: [], applicable: true, couriers };

  test('shows counts, rows beside what they were, bad rows by number, and the choice', () => {
    const view = show(exampleCouriers, { preview });
    const said = view.one('[data-table-preview]').textContent;
    for (const words of ['新增 2', '改动 1', '去掉 3', '不变 10', '极兔', '第 5 行', '第 7 行：金额没看懂'])
      expect(said).toContain(words);
    expect(said).toContain('还有 4 条没有列出');
    expect(view.one('[data-mark=changed] .sb-was').textContent).toContain('到');
    view.press(view.within('[data-table-preview]', '保留'));
    expect(view.actions.chooseTableMode).toHaveBeenCalledExactlyOnceWith('add');
  });

  test('only exports of the table are offered here', () => {
    const view = show();
    expect(view.all('[data-courier-export]').map((one) => one.dataset.courierExport)).toEqual([
      'courier-table',
    ]);
    view.press(view.one('[data-courier-export]'));
    expect(view.actions.exportFile).toHaveBeenCalledExactlyOnceWith('courier-table');
  });
});

describe('a shop without a table', () => {
  test('is told that nothing is called out of zone, and sees no verdict', () => {
    const view = show(own());
    expect(view.one('.sb-courier-empty').textContent).toContain('没有规则时不会说任何地方超区');
    for (const one of view.all('.sb-courier-grid [role=gridcell]')) expect(one.textContent).toContain('没写');
  });
});

describe('remote provinces', () => {
  test('are tiles: six on, 海南 offered and off; one press changes one', () => {
    const view = show();
    expect(view.all('[data-remote-tile=on]')).toHaveLength(6);
    expect(view.all('[data-remote-tile=maybe]').map((one) => one.dataset.tile)).toEqual(['海南省']);
    view.press(view.one('[data-remote-tile=maybe]'));
    expect(view.actions.saveShop.mock.lastCall?.[0].remoteProvinces).toHaveLength(7);
    view.press(view.one('[data-remote] [data-tile="甘肃省"]'));
    expect(view.actions.saveShop.mock.lastCall?.[0].remoteProvinces).not.toContain('甘肃省');
  });
});
