// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { Handle } from '../../../components/dock/Header.tsx';
import type { DockActions, DockModel, WordingView } from '../../../components/dock/model.ts';
import { WordingSection } from '../../../components/dock/WordingSection.tsx';
import type { SectionProps } from '../../../components/options/model.ts';
import { ImportWording } from '../../../components/options/wording/ImportWording.tsx';
import { WordingSection as OptionsWording } from '../../../components/options/wording/WordingSection.tsx';
import { WordingHits } from '../../../components/phrases/WordingHits.tsx';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';
import { checkRowSteps } from '../../../rules/wording/check-rows.ts';
import { checkWording, type ShopWording, viewHits } from '../../../rules/wording/index.ts';
import { stage } from './stage.tsx';

const viewOf = (text: string, more = 0): WordingView => ({
  channel: 'chat',
  hits: viewHits(text, checkWording(text)),
  more,
});

describe('the section in the dock', () => {
  const show = (wording: WordingView | undefined, trusted = true) => {
    const actions = { replaceWord: vi.fn(), releaseWord: vi.fn(), showWord: vi.fn() };
    return {
      actions,
      ...stage(<WordingSection wording={wording} language="zh-CN" actions={actions} />, { trusted }),
    };
  };

  test('says how grave a word is, where it stands, why and on what ground', () => {
    const { one, all } = show(viewOf('亲，保证今天发，加微信聊'));
    expect(all('[data-category]').map((row) => row.dataset.level)).toEqual(['stop', 'warn']);
    const row = one('[data-category=shop]');
    expect(row.querySelector('mark')?.textContent).toBe('保证');
    expect(row.textContent).toContain('亲，保证今天发');
    expect(row.textContent).toContain('本店不用这个词');
    expect(row.textContent).toContain('依据：本店话术规范');
    expect(one('section').getAttribute('data-wording')).toBe('stop');
  });

  test('the better word, the release and the place are one press each', () => {
    const wording = viewOf('保证今天发');
    const { press, named, actions, one } = show(wording);
    const id = wording.hits[0]?.id;
    press(named('换成「尽量」'));
    press(named('本店放行'));
    press(one('.sb-hit-context'));
    expect(actions.replaceWord).toHaveBeenCalledWith(id);
    expect(actions.releaseWord).toHaveBeenCalledWith(id);
    expect(actions.showWord).toHaveBeenCalledWith(id);
  });

  test('nothing is done on a press no hand made', () => {
    const { press, named, actions } = show(viewOf('保证今天发'), false);
    press(named('换成「尽量」'));
    expect(actions.replaceWord).not.toHaveBeenCalled();
  });

  test('is not there for a clean text', () => {
    expect(show(undefined).all('section')).toEqual([]);
    expect(show({ channel: 'chat', hits: [], more: 0 }).all('section')).toEqual([]);
  });

  test('what is not listed is counted', () => {
    expect(show(viewOf('保证', 7)).root.textContent).toContain('8 处');
  });
});

test('the folded dock shows how many, in the colour of the gravest', () => {
  const model: DockModel = {
    language: 'zh-CN',
    theme: 'light',
    place: { collapsed: true, top: 0.5 },
    orphaned: false,
    health: [],
    hasEditor: true,
    waiting: [],
    phrases: [],
    categories: [],
    wording: viewOf('保证，加微信'),
  };
  const { one } = stage(<Handle model={model} actions={{} as DockActions} />);
  expect(one('.sb-handle-wording').textContent).toBe('2');
  expect(one('.sb-handle-wording').dataset.level).toBe('stop');
  expect(one('button').getAttribute('aria-label')).toContain('2 处用词要看');
});

describe('below a phrase that is being written', () => {
  const show = (text: string, wording: ShopWording = exampleShop.wording) => {
    const onChange = vi.fn();
    const onRelease = vi.fn();
    const view = stage(
      <WordingHits
        language="zh-CN"
        text={text}
        wording={wording}
        onChange={onChange}
        onRelease={onRelease}
      />,
      { trusted: true },
    );
    return { ...view, onChange, onRelease };
  };

  test('the better word changes the text at its place only', () => {
    const { press, named, onChange } = show('{买家}您好，保证书在包里，保证今天发');
    press(named('换成「尽量」'));
    expect(onChange).toHaveBeenCalledWith('{买家}您好，保证书在包里，尽量今天发');
  });

  test('a word is released as it was written', () => {
    const { press, named, onRelease } = show('顶级面料');
    press(named('本店放行'));
    expect(onRelease).toHaveBeenCalledWith('顶级');
  });

  test('variables are no fault, and what the shop released is none', () => {
    expect(show('{买家}您好，{单号}已发出').all('section')).toEqual([]);
    const exceptions = [{ id: 'e', at: 1, word: '顶级' }];
    expect(show('顶级面料', { ...exampleShop.wording, exceptions }).all('section')).toEqual([]);
  });
});

test('an import names the lines with words to look at, the gravest first, and counts them by level', () => {
  const rows = [
    { row: 2, title: '问候', text: '您好亲' },
    { row: 3, title: '发货', text: '保证今天发' },
    { row: 4, title: '加好友', text: '在的', more: ['加我微信'] },
  ];
  const wording = finish(checkRowSteps(rows, { channel: 'library' }));
  expect(wording.levels).toEqual({ stop: 1, warn: 1, info: 0 });
  const { one, all } = stage(<ImportWording wording={wording} language="zh-CN" />);
  expect(one('details').dataset.importWording).toBe('2');
  expect(all('[data-row]').map((row) => row.dataset.row)).toEqual(['4', '3']);
  expect(one('[data-row="3"]').textContent).toContain('第 3 行');
  expect(one('summary').textContent).toContain('必须改 1');
});

describe('in the options', () => {
  const show = (wording: Partial<ShopWording> = {}) => {
    const actions = {
      saveWord: vi.fn(),
      removeWord: vi.fn(),
      release: vi.fn(),
      withdraw: vi.fn(),
      saveLevels: vi.fn(),
    };
    const shop = { ...exampleShop, wording: { ...exampleShop.wording, ...wording } };
    const props = { model: { language: 'zh-CN', shop }, actions: { wording: actions } };
    return {
      actions,
      ...stage(<OptionsWording {...(props as unknown as SectionProps)} />, { trusted: true }),
    };
  };
  const choose = (view: ReturnType<typeof show>, select: HTMLElement, value: string): void => {
    (select as HTMLSelectElement).value = value;
    view.press(select);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };

  test('a word is written with its better words, level and scope', () => {
    const view = show();
    view.press(view.named('添加词'));
    const [word, better] = view.all('form input[type=text]');
    if (!word || !better) throw new Error('no fields');
    view.type(word, ' 亲亲 ');
    view.type(better, '亲');
    choose(view, view.one('form select'), 'stop');
    view.press(view.named('拼多多'));
    view.press(view.named('保存'));
    expect(view.actions.saveWord).toHaveBeenCalledWith({
      word: '亲亲',
      suggestion: '亲',
      level: 'stop',
      platforms: ['pdd'],
    });
  });

  test('an empty word is not saved', () => {
    const view = show();
    view.press(view.named('添加词'));
    view.press(view.named('保存'));
    expect(view.actions.saveWord).not.toHaveBeenCalled();
    expect(view.root.textContent).toContain('写上要提醒的词');
  });

  test('a word is changed in its place and removed', () => {
    const view = show();
    view.press(view.named('修改「保证」'));
    const [, better] = view.all('form input[type=text]');
    if (!better) throw new Error('no field');
    view.type(better, '会尽量');
    view.press(view.named('保存'));
    expect(view.actions.saveWord).toHaveBeenCalledWith({ id: 'word-2', word: '保证', suggestion: '会尽量' });
    view.press(view.named('删除「肯定」'));
    expect(view.actions.removeWord).toHaveBeenCalledWith('word-1');
  });

  test('released words stand with their date, the newest first, and can be taken back', () => {
    const view = show({
      exceptions: [
        { id: 'a', at: Date.UTC(2026, 10, 1, 2), word: '顶级' },
        { id: 'b', at: Date.UTC(2026, 10, 20, 2), word: '极品', channels: ['reply'] },
      ],
    });
    const rows = view.all('[data-released]');
    expect(rows.map((row) => row.dataset.released)).toEqual(['极品', '顶级']);
    expect(rows[0]?.textContent).toContain('2026-11-20');
    expect(rows[0]?.textContent).toContain('公开回复');
    const button = rows[1]?.querySelector('button');
    if (button) view.press(button);
    expect(view.actions.withdraw).toHaveBeenCalledWith('a');
  });

  test('a level is chosen for one category and place, and says what it follows otherwise', () => {
    const view = show();
    const cell = view.one('[data-category=medical] select');
    expect(cell.querySelector('option')?.textContent).toBe('默认：要斟酌');
    choose(view, cell, 'off');
    expect(view.actions.saveLevels).toHaveBeenCalledWith([
      { category: 'medical', level: 'off', channels: ['chat'] },
    ]);
  });

  test('a text can be tried against the settings', () => {
    const view = show();
    view.type(view.one('textarea'), '保证今天发');
    expect(view.one('[data-wording-trial] mark').textContent).toBe('保证');
    view.type(view.one('textarea'), '今天发');
    expect(view.root.textContent).toContain('没有要留意的词');
  });
});
