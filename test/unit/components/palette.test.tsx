// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { PhraseHit, PhraseQuestion } from '../../../components/dock/model.ts';
import { Palette } from '../../../components/palette/Palette.tsx';
import { stage } from './stage.tsx';

const titles = [
  '发货时间',
  '发货批次',
  '退货地址',
  '您好',
  '请稍等',
  '久等了',
  '核对地址',
  '尺码',
  '包邮',
  '到货',
];
const hits: PhraseHit[] = titles.map((title, index) => ({
  phrase: { id: `p${index + 1}`, title, text: `${title}的内容`, category: '接待', code: `c${index}` },
  ranges: index === 0 ? [[0, 2]] : [],
}));

function open(props: Partial<Parameters<typeof Palette>[0]> = {}, trusted = true) {
  const onPick = vi.fn();
  const onClose = vi.fn();
  const search = vi.fn((query: string, limit: number) =>
    hits
      .filter((hit) => query === '' || hit.phrase.title.includes(query) || query === 'fahuo')
      .slice(0, limit),
  );
  const view = stage(
    <Palette language="zh-CN" search={search} onPick={onPick} onClose={onClose} {...props} />,
    { trusted },
  );
  return { ...view, onPick, onClose, search, input: view.one('[role=combobox]') };
}

const question = (parts: Partial<PhraseQuestion> = {}): PhraseQuestion => ({
  title: '单号通知',
  index: 0,
  fields: [],
  last: {},
  missing: [],
  preview: (answers) => JSON.stringify(answers),
  ...parts,
});

const chosen = (view: ReturnType<typeof open>): string | null | undefined =>
  view.root.querySelector('[role=option][aria-selected=true] .sb-phrase-title')?.textContent;

describe('the palette', () => {
  test('takes the focus when it opens and names the first option as active', () => {
    const view = open();
    expect(document.activeElement).toBe(view.input);
    expect(view.input.getAttribute('aria-activedescendant')).toBe(view.all('[role=option]')[0]?.id);
  });

  test('Enter takes the first phrase, after the arrows the chosen one, and the arrows go round', () => {
    const view = open();
    view.key(view.input, { key: 'Enter' });
    expect(view.onPick).toHaveBeenLastCalledWith('p1');
    view.key(view.input, { key: 'ArrowDown' });
    view.key(view.input, { key: 'Enter' });
    expect(view.onPick).toHaveBeenLastCalledWith('p2');
    view.key(view.input, { key: 'ArrowUp' });
    view.key(view.input, { key: 'ArrowUp' });
    expect(chosen(view)).toBe('到货');
    view.key(view.input, { key: 'ArrowDown' });
    expect(chosen(view)).toBe('发货时间');
    view.key(view.input, { key: 'End' });
    expect(chosen(view)).toBe('到货');
    view.key(view.input, { key: 'Home' });
    expect(chosen(view)).toBe('发货时间');
  });

  test('a digit takes the numbered phrase while nothing is typed, and is text afterwards', () => {
    const view = open();
    expect(view.key(view.input, { key: '3' }).defaultPrevented).toBe(true);
    expect(view.onPick).toHaveBeenCalledExactlyOnceWith('p3');
    view.type(view.input, '发');
    expect(view.key(view.input, { key: '1' }).defaultPrevented).toBe(false);
    expect(view.onPick).toHaveBeenCalledTimes(1);
    expect(view.all('.sb-digit').every((badge) => badge.textContent === '')).toBe(true);
  });

  test('a digit without such a phrase is typed, not swallowed', () => {
    const view = open({ search: () => hits.slice(0, 2) });
    expect(view.key(view.input, { key: '3' }).defaultPrevented).toBe(false);
    expect(view.onPick).not.toHaveBeenCalled();
  });

  test.each([
    ['Enter', { key: 'Enter', isComposing: true }],
    ['a digit', { key: '2', isComposing: true }],
    ['an arrow', { key: 'ArrowDown', isComposing: true }],
    ['Escape', { key: 'Escape', isComposing: true }],
    ['the Enter Safari sends after the composition', { key: 'Enter', keyCode: 229 }],
  ])('%s belongs to the input method while it composes', (_, init) => {
    const view = open();
    const event = view.key(view.input, init as KeyboardEventInit);
    expect(event.defaultPrevented).toBe(false);
    expect(view.onPick).not.toHaveBeenCalled();
    expect(view.onClose).not.toHaveBeenCalled();
    expect(chosen(view)).toBe('发货时间');
  });

  test('while composing it filters on the raw letters without the marks of the input method', () => {
    const view = open();
    // happy-dom's composition events carry no data.
    const compose = (type: string, data: string): void =>
      act(() => {
        view.input.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { data }));
      });
    compose('compositionstart', '');
    compose('compositionupdate', "fa'huo");
    view.type(view.input, "fa'huo");
    expect(view.search).toHaveBeenLastCalledWith('fahuo', expect.any(Number));
    view.key(view.input, { key: 'Enter' });
    expect(view.onPick).not.toHaveBeenCalled();
    view.type(view.input, '发货');
    compose('compositionend', '发货');
    expect(view.search).toHaveBeenLastCalledWith('发货', expect.any(Number));
    view.key(view.input, { key: 'Enter' });
    expect(view.onPick).toHaveBeenCalledExactlyOnceWith('p1');
  });

  test('what was typed before it had the keys stands before what is typed in it, and Enter waits for it', () => {
    const view = open({ pending: true });
    view.type(view.input, '地址');
    view.key(view.input, { key: 'Enter' });
    expect(view.onPick).not.toHaveBeenCalled();
    const { search, onPick, onClose } = view;
    view.render(<Palette language="zh-CN" search={search} onPick={onPick} onClose={onClose} typed="退货" />);
    expect((view.input as HTMLInputElement).value).toBe('退货地址');
    expect(view.onPick).toHaveBeenCalledExactlyOnceWith('p3');
    view.key(view.input, { key: 'Enter' });
    expect(view.onPick).toHaveBeenCalledTimes(2);
  });

  test('Escape closes', () => {
    const view = open();
    view.key(view.input, { key: 'Escape' });
    expect(view.onClose).toHaveBeenCalledOnce();
  });

  test('only the given span of a title is highlighted', () => {
    const view = open();
    expect(view.all('mark').map((mark) => mark.textContent)).toEqual(['发货']);
  });

  test('a refused pick is said with the phrase and every missing value', () => {
    const view = open({ question: question({ missing: ['快递', '单号'] }) });
    expect(view.one('[role=alert]').textContent).toContain('“单号通知”没有放入，还缺：{快递}、{单号}');
  });

  test('keys and clicks made by a page are ignored', () => {
    const view = open({}, false);
    view.key(view.input, { key: 'Enter' });
    view.key(view.input, { key: '1' });
    view.key(view.input, { key: 'Escape' });
    view.press(view.one('[role=option]'));
    expect(view.onPick).not.toHaveBeenCalled();
    expect(view.onClose).not.toHaveBeenCalled();
  });

  test('a click by the agent takes the phrase', () => {
    const view = open();
    view.press(view.all('[role=option]')[4] ?? view.root);
    expect(view.onPick).toHaveBeenCalledExactlyOnceWith('p5');
  });

  test('typed keys do not reach the page around it', () => {
    const page = vi.fn();
    document.addEventListener('keydown', page);
    const view = open();
    view.key(view.input, { key: 'a' });
    document.removeEventListener('keydown', page);
    expect(page).not.toHaveBeenCalled();
  });
});
