// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { printJson } from '../../../components/options/maps/json-value.ts';
import { MapCard } from '../../../components/options/maps/MapCard.tsx';
import { MapEditor } from '../../../components/options/maps/MapEditor.tsx';
import type { MapDraft, MapRow, OptionsActions, OptionsModel } from '../../../components/options/model.ts';
import { say } from '../../../rules/language/local-text.ts';
import type { SiteMap } from '../../../storage/schemas/site-map.ts';
import { stage } from './stage.tsx';

const map: SiteMap = {
  format: 'shoubian.site-map',
  version: 1,
  id: 'example',
  name: { 'zh-CN': '示例', en: 'Example' },
  platform: 'other',
  hosts: ['https://a.example.test/*', 'https://b.example.test/*'],
  evidence: { level: 'medium', seen: '2026-09-09', note: '一份公开资料' },
  pages: [
    {
      kind: 'orders',
      when: { path: '^/orders' },
      evidence: { level: 'low', seen: '2026-04', note: '靠标签' },
      item: '.row',
      fields: { orderId: '.no', buyer: '.nick' },
      statuses: { 待付款: 'unpaid' },
    },
  ],
};

/** Every action, told when it is called. */
const actions = (): OptionsActions =>
  new Proxy({} as Record<string, ReturnType<typeof vi.fn>>, {
    get: (made, name: string) => (made[name] ??= vi.fn()),
  }) as unknown as OptionsActions;

describe('a map in the list', () => {
  const row = (patch: Partial<MapRow> = {}): MapRow => ({
    id: 'example',
    name: map.name,
    level: 'medium',
    seen: '2026-09-09',
    note: '一份公开资料',
    hosts: map.hosts,
    granted: map.hosts,
    state: 'on',
    origin: 'built-in',
    document: map,
    canRevert: false,
    pagesOff: [],
    ...patch,
  });
  const show = (patch: Partial<MapRow> = {}) => {
    const acts = actions();
    return {
      ...stage(<MapCard map={row(patch)} language="zh-CN" actions={acts} />, { trusted: true }),
      acts,
    };
  };

  test('says how sure it is, since when and on what; each page has its own evidence, address and fields', () => {
    const text = show().root.textContent ?? '';
    for (const words of [
      '单一来源',
      '2026-09-09',
      '一份公开资料',
      '仅供参考',
      '2026-04',
      '靠标签',
      '网址以 /orders 开头',
      '读：订单号、买家',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('asks for the hosts that are missing and for no other', () => {
    const view = show({ granted: ['https://a.example.test/*'] });
    expect(view.all('[data-granted=false]').map((one) => one.textContent)).toEqual([
      'https://b.example.test/*未授权',
    ]);
    view.press(view.one('[data-grant]'));
    expect(view.acts.grantHosts).toHaveBeenCalledExactlyOnceWith(['https://b.example.test/*']);
  });

  test('a built-in map offers no reset; a changed one asks before it is reset', () => {
    const builtIn = show();
    expect(builtIn.root.textContent).not.toContain('恢复内置');
    const view = show({ origin: 'changed', builtIn: map, document: { ...map, hosts: [map.hosts[0] ?? ''] } });
    expect(view.root.textContent).toContain('和内置的不同（1 处）');
    view.press(view.named('恢复内置'));
    expect(view.acts.removeMap).not.toHaveBeenCalled();
    view.press(view.named('确定'));
    expect(view.acts.removeMap).toHaveBeenCalledExactlyOnceWith('example');
  });

  test('a page that is off can be turned on again', () => {
    const view = show({ pagesOff: ['orders'] });
    view.press(view.named('重新打开'));
    expect(view.acts.setPage).toHaveBeenCalledExactlyOnceWith('example', 'orders', true);
  });
});

describe('the editor', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const draft = (document: unknown, patch: Partial<MapDraft> = {}): MapDraft => ({
    editedId: 'example',
    name: map.name,
    text: typeof document === 'string' ? document : printJson(document),
    opened: printJson(map),
    takenIds: [],
    refused: [],
    changedElsewhere: false,
    ...patch,
  });
  const show = (one: MapDraft) => {
    const acts = actions();
    const model = { language: 'zh-CN' } as OptionsModel;
    return {
      ...stage(<MapEditor model={model} actions={acts} draft={one} />, { trusted: true }),
      acts,
      changed: (): unknown => JSON.parse(vi.mocked(acts.changeDraft).mock.lastCall?.[0] ?? 'null'),
    };
  };

  test('a change in the form is that change in the document, everything else in its order', () => {
    const view = show(draft(map));
    const buyer = view.one('[data-place="pages[0].fields.buyer"] input');
    view.type(buyer, '.member');
    expect(JSON.stringify(view.changed())).toBe(JSON.stringify(map).replace('.nick', '.member'));
  });

  test('a word of the status table is renamed in its place and never made twice', () => {
    const statuses = { 待付款: 'unpaid', 已发货: 'shipped' };
    const view = show(draft({ ...map, pages: [{ ...map.pages[0], statuses }] }));
    const [first] = view.all('.sb-word input');
    if (!first) throw new Error('no word');
    view.type(first, '已发货');
    expect(view.acts.changeDraft).not.toHaveBeenCalled();
    expect(view.one('.sb-words [role=alert]').textContent).toBe('这个写法已经有了');
    view.type(first, '等待付款');
    expect(JSON.stringify(view.changed())).toContain('{"等待付款":"unpaid","已发货":"shipped"}');
  });

  test('only fields the contract knows are offered, and none twice', () => {
    const view = show(draft(map));
    const names = view.all('[data-part=fields] > select option').map((option) => option.textContent ?? '');
    expect(names).toContain('收货人');
    expect(names).not.toContain('买家');
    expect(new Set(names).size).toBe(names.length);
  });

  test('what is wrong stands at its field, and nothing can be saved', () => {
    const view = show(draft({ ...map, pages: [{ ...map.pages[0], fields: { orderId: '' } }] }));
    expect(view.one('[data-place="pages[0].fields.orderId"] [role=alert]').textContent).toContain('不能为空');
    expect((view.one('[data-map-save]') as HTMLButtonElement).disabled).toBe(true);
  });

  test('JSON that does not parse closes the form and says where', () => {
    const view = show(draft('{"format": '));
    expect(view.root.textContent).toContain('JSON 写法有误');
    expect((view.one('[data-map-save]') as HTMLButtonElement).disabled).toBe(true);
  });

  test('nothing is saved where nothing changed, and closing then asks nothing', () => {
    const view = show(draft(map));
    expect((view.one('[data-map-save]') as HTMLButtonElement).disabled).toBe(true);
    view.press(view.named('关闭'));
    expect(view.acts.closeDraft).toHaveBeenCalledTimes(1);
  });

  test('says what the background refused, and that the map was changed elsewhere', () => {
    const view = show(draft(map, { refused: [say('不行', 'no')], changedElsewhere: true }));
    expect(view.root.textContent).toContain('不行');
    expect(view.root.textContent).toContain('在别处改过');
  });
});
