// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { PadActions, PadHit, PadModel, PadOutcome } from '../../../components/pad/model.ts';
import { PhrasePad } from '../../../components/pad/PhrasePad.tsx';
import { say } from '../../../rules/language/local-text.ts';
import { checkWording } from '../../../rules/wording/index.ts';
import { stage } from './stage.tsx';

const hit = (id: string, title: string, more: Partial<PadHit['phrase']> = {}): PadHit => ({
  phrase: { id, title, text: `${title}的内容`, category: '议价', pinned: false, images: [], ...more },
  ranges: [],
});
const ladder = hit('p1', '议价阶梯', { kind: 'ladder', code: 'yj', group: '第一次' });
const hits: PadHit[] = [
  ladder,
  ...['发货', '退货', '换货', '到货'].map((title, i) => hit(`p${i + 2}`, title)),
];

const model: PadModel = {
  language: 'zh-CN',
  theme: 'auto',
  ready: true,
  platform: 'taobao',
  platforms: ['taobao', 'xiaohongshu'],
  buyer: '',
  count: hits.length,
  categories: [
    { name: '议价', groups: ['第一次', '第二次'] },
    { name: '售后', groups: [] },
  ],
};

function actionsOf(found: readonly PadHit[] = hits) {
  return {
    search: vi.fn<PadActions['search']>((query, _place, limit) =>
      found.filter(({ phrase }) => phrase.title.includes(query)).slice(0, limit),
    ),
    next: vi.fn<PadActions['next']>((id, chosen = 1) =>
      id === 'p1'
        ? {
            text: ['活动价', '真的到底价了', '再减十元'][chosen] ?? '',
            index: chosen,
            of: 3,
            exhausted: false,
          }
        : { text: `${id}的内容`, index: 0, of: 1, exhausted: false },
    ),
    pick: vi.fn<PadActions['pick']>(),
    check: vi.fn<PadActions['check']>((text) => checkWording(text, { platform: 'taobao' })),
    copyDraft: vi.fn(),
    moveOn: vi.fn(),
    choosePlatform: vi.fn(),
    nameBuyer: vi.fn(),
    nextBuyer: vi.fn(),
    startAnew: vi.fn(),
    takeBetter: vi.fn(),
    copyImage: vi.fn(),
    openOptions: vi.fn(),
  };
}

function open(change: Partial<PadModel> = {}, actions = actionsOf(), trusted = true) {
  const node = (more: Partial<PadModel> = {}) => (
    <PhrasePad model={{ ...model, ...change, ...more }} actions={actions} />
  );
  const view = stage(node(), { trusted });
  return {
    ...view,
    actions,
    search: view.one('[role=combobox]') as HTMLInputElement,
    change: (more: Partial<PadModel>) => view.render(node(more)),
  };
}
const chosen = (view: ReturnType<typeof open>): string | null | undefined =>
  view.root.querySelector('[role=option][aria-selected=true] .sb-phrase-title')?.textContent;
const choose = (element: HTMLElement, value: string): void =>
  act(() => {
    Object.assign(element, { value });
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });

const copied: PadOutcome = {
  kind: 'copied',
  at: 1,
  id: 'p1',
  title: '议价阶梯',
  text: '亲，真的到底价了\n第二行',
  hits: [],
  images: [],
};
const promise = {
  start: 3,
  end: 5,
  word: '肯定',
  level: 'warn',
  reason: say('本店不用这个词', 'not used here'),
  source: '本店',
  better: '争取',
} as const;

describe('the search box', () => {
  test('has the focus when the pad opens, and names the first row', () => {
    const view = open();
    expect(document.activeElement).toBe(view.search);
    expect(view.search.getAttribute('aria-activedescendant')).toBe(view.all('[role=option]')[0]?.id);
    expect(chosen(view)).toBe('议价阶梯');
  });

  test('arrows go round, Enter copies the chosen phrase, Escape empties the box', () => {
    const view = open();
    view.key(view.search, { key: 'ArrowUp' });
    expect(chosen(view)).toBe('到货');
    view.key(view.search, { key: 'ArrowDown' });
    view.key(view.search, { key: 'ArrowDown' });
    view.key(view.search, { key: 'Enter' });
    expect(view.actions.pick).toHaveBeenCalledExactlyOnceWith('p2', undefined);
    view.type(view.search, '货');
    expect(chosen(view)).toBe('发货');
    view.key(view.search, { key: 'Escape' });
    expect(view.search.value).toBe('');
    expect(chosen(view)).toBe('议价阶梯');
  });

  test('a digit copies the numbered phrase while nothing is typed, and is text afterwards', () => {
    const view = open();
    expect(view.key(view.search, { key: '3' }).defaultPrevented).toBe(true);
    expect(view.actions.pick).toHaveBeenCalledExactlyOnceWith('p3', undefined);
    expect(view.key(view.search, { key: '9' }).defaultPrevented).toBe(false);
    view.type(view.search, '货');
    expect(view.key(view.search, { key: '1' }).defaultPrevented).toBe(false);
    expect(view.actions.pick).toHaveBeenCalledOnce();
  });

  test.each([
    ['Enter', { key: 'Enter', isComposing: true }],
    ['a digit', { key: '2', isComposing: true }],
    ['an arrow', { key: 'ArrowDown', isComposing: true }],
    ['Escape', { key: 'Escape', isComposing: true }],
    ['the Enter Safari sends after the composition', { key: 'Enter', keyCode: 229 }],
  ])('%s belongs to the input method while it composes', (_, init) => {
    const view = open();
    expect(view.key(view.search, init as KeyboardEventInit).defaultPrevented).toBe(false);
    expect(view.actions.pick).not.toHaveBeenCalled();
    expect(chosen(view)).toBe('议价阶梯');
  });

  test('while composing it searches the raw letters', () => {
    const view = open();
    const compose = (type: string, data: string): void =>
      act(() => {
        view.search.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { data }));
      });
    compose('compositionstart', '');
    compose('compositionupdate', "fa'huo");
    view.type(view.search, "fa'huo");
    expect(view.actions.search).toHaveBeenLastCalledWith('fahuo', {}, expect.any(Number));
  });

  test('keys and clicks made by a script copy nothing', () => {
    const view = open({}, actionsOf(), false);
    view.key(view.search, { key: 'Enter' });
    view.key(view.search, { key: '1' });
    view.press(view.one('[role=option]'));
    expect(view.actions.pick).not.toHaveBeenCalled();
  });

  test('has the focus and its text chosen again when something was copied', () => {
    const view = open();
    view.type(view.search, '货');
    const buyer = view.one('[aria-label="买家昵称"]');
    act(() => buyer.focus());
    view.change({ outcome: copied });
    expect(document.activeElement).toBe(view.search);
    expect([view.search.selectionStart, view.search.selectionEnd]).toEqual([0, 1]);
  });

  test('is left alone when an outcome is taken back: a nick or a search goes on being typed', () => {
    const view = open({ outcome: copied });
    const buyer = view.one('[aria-label="买家昵称"]');
    act(() => buyer.focus());
    view.render(<PhrasePad model={model} actions={view.actions} />);
    expect(document.activeElement).toBe(buyer);
    act(() => view.search.focus());
    view.render(<PhrasePad model={{ ...model, outcome: copied }} actions={view.actions} />);
    view.type(view.search, 'f');
    view.search.setSelectionRange(1, 1);
    view.render(<PhrasePad model={model} actions={view.actions} />);
    expect(view.search.selectionStart).toBe(1);
  });

  test('gets the focus when the window comes forward, unless a nick is being fetched', () => {
    const view = open();
    const buyer = view.one('[aria-label="买家昵称"]');
    const forward = (): void => act(() => void dispatchEvent(new Event('focus')));
    act(() => buyer.focus());
    forward();
    expect(document.activeElement).toBe(buyer);
    act(() => buyer.blur());
    forward();
    expect(document.activeElement).toBe(view.search);
  });
});

describe('the list', () => {
  test('keeps the chosen phrase when uses order it anew: Enter again means the same one', () => {
    const actions = actionsOf();
    const view = open({}, actions);
    view.key(view.search, { key: '3' });
    const found = [...hits].reverse();
    actions.search = vi.fn(() => found);
    view.change({ outcome: { ...copied, id: 'p3' } });
    view.key(view.search, { key: 'Enter' });
    expect(view.actions.pick.mock.calls.map(([id]) => id)).toEqual(['p3', 'p3']);
  });

  test('of 20,000 phrases draws those in sight, and always the chosen one', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => hit(`m${i}`, `话术${i}`));
    const view = open({ count: many.length }, actionsOf(many));
    expect(view.all('[role=option]').length).toBeLessThan(40);
    view.key(view.search, { key: 'End' });
    expect(chosen(view)).toBe('话术19999');
    expect(view.all('[role=option]').length).toBeLessThan(40);
    expect(view.one('[aria-selected=true]').getAttribute('aria-setsize')).toBe('20000');
  });

  test('says where the buyer stands with a ladder and shows the text that would be copied', () => {
    const view = open();
    expect(view.one('[data-phrase=p1]').textContent).toContain('第 2/3 步');
    expect(view.one('[data-phrase=p1]').textContent).toContain('真的到底价了');
    expect(view.one('.sb-pad-preview').textContent).toContain('真的到底价了');
    view.press(view.named('从头开始'));
    expect(view.actions.startAnew).toHaveBeenCalledExactlyOnceWith('p1');
  });

  test('shows why a phrase was found: the code, or the place in its text', () => {
    const found: PadHit[] = [
      { ...hit('c1', '退货', { code: 'thdz' }), why: { by: 'code', ranges: [[0, 2]] } },
      { ...hit('c2', '换货'), why: { by: 'text', text: '…三天内寄回', ranges: [[1, 3]] } },
    ];
    const view = open({}, actionsOf(found));
    expect(view.all('mark').map((mark) => mark.textContent)).toEqual(['th', '三天']);
    expect(view.one('[data-phrase=c2]').textContent).toContain('…三天内寄回');
  });

  test('Alt and an arrow choose another of its texts, for the next copy only', () => {
    const view = open();
    const preview = (): string | null => view.one('.sb-pad-preview-text').textContent;
    view.key(view.search, { key: 'ArrowDown', altKey: true });
    expect(preview()).toContain('再减十元');
    view.key(view.search, { key: 'ArrowDown', altKey: true });
    expect(preview()).toContain('活动价');
    expect(view.one('[data-phrase=p1]').textContent).toContain('第 1/3 步');
    view.key(view.search, { key: 'Enter' });
    expect(view.actions.pick).toHaveBeenCalledExactlyOnceWith('p1', 0);
    view.change({ outcome: copied });
    expect(preview()).toContain('真的到底价了');
  });

  test('looks into a category and then into one of its groups; another category forgets the group', () => {
    const view = open();
    const last = () => view.actions.search.mock.lastCall?.[1];
    expect(last()).toEqual({});
    expect(view.all('[aria-label="二级分类"]')).toHaveLength(0);
    choose(view.one('[aria-label="一级分类"]'), '议价');
    expect(last()).toEqual({ category: '议价' });
    choose(view.one('[aria-label="二级分类"]'), '第二次');
    expect(last()).toEqual({ category: '议价', group: '第二次' });
    choose(view.one('[aria-label="一级分类"]'), '售后');
    expect(last()).toEqual({ category: '售后' });
    view.change({ categories: [] });
    expect(last(), 'a category that is gone').toEqual({});
  });

  test('without a hit it says so and leads to the options', () => {
    const view = open();
    view.type(view.search, '没有这个');
    expect(view.root.textContent).toContain('没有找到“没有这个”');
    view.press(view.named('去选项里添加'));
    expect(view.actions.openOptions).toHaveBeenCalledOnce();
  });
});

describe('whom the agent answers', () => {
  test('one of the last marketplaces is one press away, the others are in a list', () => {
    const view = open();
    const segment = view.all('.sb-segments label').map((label) => label.textContent);
    expect(segment).toEqual(['淘宝', '小红书']);
    view.press(view.one('.sb-segments input[value=xiaohongshu]'));
    expect(view.actions.choosePlatform).toHaveBeenLastCalledWith('xiaohongshu');
    choose(view.one('[aria-label="其他平台"]'), 'jd');
    expect(view.actions.choosePlatform).toHaveBeenLastCalledWith('jd');
  });

  test('a nick is typed or pasted, and Enter leads to the search', () => {
    const view = open();
    const buyer = view.one('[aria-label="买家昵称"]');
    view.type(buyer, '小鱼');
    expect(view.actions.nameBuyer).toHaveBeenLastCalledWith('小鱼');
    act(() => buyer.focus());
    view.key(buyer, { key: 'Enter', isComposing: true });
    expect(document.activeElement).toBe(buyer);
    view.key(buyer, { key: 'Enter' });
    expect(document.activeElement).toBe(view.search);
    view.press(view.one('[aria-label^="换一位买家"]'));
    expect(view.actions.nextBuyer).toHaveBeenCalledOnce();
  });
});

describe('what was copied is said', () => {
  const outcome = (view: ReturnType<typeof open>): string => view.one('.sb-pad-outcome').textContent ?? '';

  test('title, which step, first line, characters, and what comes next', () => {
    const part = { kind: 'ladder', index: 1, of: 3, exhausted: false } as const;
    const view = open({ outcome: { ...copied, part } });
    expect(outcome(view)).toContain('已复制 议价阶梯 · 第 2/3 步 · 12 字');
    expect(outcome(view)).toContain('亲，真的到底价了');
    expect(outcome(view)).not.toContain('第二行');
    expect(outcome(view)).toContain('这位买家下次是第 3/3 步');
    view.change({ outcome: { ...copied, part: { ...part, index: 2, exhausted: true } } });
    expect(outcome(view)).toContain('这位买家的每一步都用过了');
    view.change({ outcome: { ...copied, part: { ...part, kind: 'parts', index: 0 } } });
    expect(outcome(view)).toContain('再按 Enter 复制第 2/3 段');
  });

  test('an emoji counts as one character', () => {
    expect(outcome(open({ outcome: { ...copied, text: '好的👌' } }))).toContain('3 字');
  });

  test('words to mind stand below it with the reason, and the better word is one press away', () => {
    const view = open({ outcome: { ...copied, hits: [promise] } });
    expect(outcome(view)).toContain('已复制，留意用词');
    expect(outcome(view)).toContain('“肯定” 本店不用这个词');
    view.press(view.named('“肯定”改成“争取”再复制'));
    expect(view.actions.takeBetter).toHaveBeenCalledExactlyOnceWith(promise);
  });

  test('stop words are announced as not copied, with the way to copy all the same', () => {
    const held: PadOutcome = {
      kind: 'held',
      at: 1,
      id: 'p1',
      title: '加微信',
      hits: [{ ...promise, word: '微信', level: 'stop' }],
    };
    const view = open({ outcome: held });
    expect(view.one('.sb-pad-outcome [role=alert]').textContent).toContain('没有复制：“微信”');
    expect(outcome(view)).toContain('再按一次 Enter');
    expect(outcome(view)).not.toContain('已复制');
    view.type(view.search, '发');
    expect(view.actions.moveOn).toHaveBeenCalledOnce();
  });

  test('a clipboard that refused leaves the text to be taken by hand', () => {
    const view = open({ outcome: { kind: 'refused', at: 1, id: 'p1', title: '议价', text: '全文在此' } });
    expect((view.one('[aria-label="没能复制的文字"]') as HTMLTextAreaElement).value).toBe('全文在此');
  });

  test('images of the phrase are copied by a button each', () => {
    const image = { hash: 'a'.repeat(64), name: '尺码表.png' };
    const view = open({ outcome: { ...copied, images: [image] } });
    view.press(view.named('复制图片“尺码表.png”'));
    expect(view.actions.copyImage).toHaveBeenCalledExactlyOnceWith('p1', image);
    view.change({
      outcome: { kind: 'image', at: 2, id: 'p1', title: '', name: '尺码表.png', result: 'cannot' },
    });
    expect(outcome(view)).toContain('这个浏览器不能复制图片');
  });
});

describe('a text of the agent’s own', () => {
  const box = (view: ReturnType<typeof open>): HTMLElement => view.one('.sb-pad-draft textarea');

  test('is checked while it is typed, a better word put in its place, and copied by key or button', () => {
    const view = open();
    view.type(box(view), '这款肯定好');
    expect(view.one('.sb-pad-draft .sb-hits').textContent).toContain('肯定');
    view.press(view.one('.sb-pad-draft .sb-hit button'));
    const better = (box(view) as HTMLTextAreaElement).value;
    expect(better).not.toContain('肯定');
    expect(view.all('.sb-pad-draft .sb-hit')).toEqual([]);
    view.key(box(view), { key: 'Enter' });
    view.key(box(view), { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(view.actions.copyDraft).not.toHaveBeenCalled();
    view.key(box(view), { key: 'Enter', ctrlKey: true });
    expect(view.actions.copyDraft).toHaveBeenCalledExactlyOnceWith(better);
  });

  test('stands in the list’s place and keeps the focus when it was copied, until Escape', () => {
    const view = open();
    view.press(view.named('自己写一段'));
    expect(view.one('.sb-pad-main').hidden).toBe(true);
    expect(document.activeElement).toBe(box(view));
    view.type(box(view), '好的');
    view.change({ outcome: copied });
    expect(document.activeElement).toBe(box(view));
    view.key(box(view), { key: 'Escape' });
    expect(view.one('.sb-pad-main').hidden).toBe(false);
    expect(document.activeElement).toBe(view.search);
    expect((box(view) as HTMLTextAreaElement).value, 'what was written stays').toBe('好的');
  });
});

test('a form stands in the list’s place; when it is done the search has the focus again', () => {
  const view = open();
  view.render(
    <PhrasePad
      model={model}
      actions={view.actions}
      form={
        <form>
          <input aria-label="尺码" />
        </form>
      }
    />,
  );
  expect(view.one('.sb-pad-main').hidden).toBe(true);
  view.change({});
  expect(view.one('.sb-pad-main').hidden).toBe(false);
  expect(document.activeElement).toBe(view.search);
});

test('until the stores have answered it shows its frame', () => {
  const view = stage(<PhrasePad model={{ ...model, ready: false }} actions={actionsOf()} />);
  expect(view.root.textContent).toContain('正在读取');
  expect(view.all('[role=combobox]')).toHaveLength(0);
});
