// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type {
  DockActions,
  DockModel,
  PhraseHit,
  PhraseQuestion,
  PhraseView,
} from '../../../components/dock/model.ts';
import { PhraseSection } from '../../../components/dock/PhraseSection.tsx';
import { groupsFor, withGroup } from '../../../components/palette/complete-group.ts';
import { Palette } from '../../../components/palette/Palette.tsx';
import { type Copied, PhraseFinder } from '../../../components/popup/PhraseFinder.tsx';
import { say } from '../../../rules/language/local-text.ts';
import { stage } from './stage.tsx';

/** What is shown of a phrase, and what the agent's hand does with it. */
const ladder: PhraseView = {
  id: 'l',
  title: '议价',
  text: '第 1 句',
  category: '议价',
  group: '砍价',
  kind: 'ladder',
  more: ['第 2 句', '第 3 句'],
};
const plain: PhraseView = {
  id: 'p',
  title: '在的',
  text: '在的亲',
  category: '接待',
  colour: 'red',
  personal: true,
};
const question: PhraseQuestion = {
  title: '尺码',
  index: 0,
  fields: [{ name: '码' }],
  last: { 码: 'M' },
  missing: [],
  preview: (answers) => `拍${answers.码}码`,
};

function dockWith(
  patch: Partial<DockModel> = {},
  ask: (id: string) => PhraseQuestion | undefined = () => undefined,
) {
  const actions = {
    insertPhrase: vi.fn(),
    askPhrase: vi.fn(ask),
    beginAnew: vi.fn(),
    dropOffer: vi.fn(),
    searchPhrases: vi.fn(() => []),
    openOptions: vi.fn(),
  };
  const model = {
    language: 'zh-CN',
    hasEditor: true,
    phrases: [ladder, plain],
    categories: ['接待', '议价'],
    groups: { 议价: ['砍价'] },
    openConversation: 'a',
    ...patch,
  } as DockModel;
  const node = (next: Partial<DockModel> = {}) => (
    <PhraseSection model={{ ...model, ...next }} actions={actions as unknown as DockActions} />
  );
  const view = stage(node(), { trusted: true });
  return { ...view, actions, update: (next: Partial<DockModel>) => view.render(node(next)) };
}

describe('the dock', () => {
  test('shows where this buyer stands with a ladder, and the text that is next', () => {
    const view = dockWith({ giving: { given: { l: [0] }, offers: [] } });
    expect(view.one('[data-phrase=l]').textContent).toContain('第 2/3 步');
    expect(view.one('[data-phrase=l]').textContent).toContain('第 2 句');
    view.update({ giving: { given: { l: [0, 1, 2] }, offers: [] } });
    expect(view.one('[data-phrase=l]').textContent).toContain('已到最后一步');
  });

  test('lists every step, gives the one that is clicked, and begins anew', () => {
    const view = dockWith({ giving: { given: { l: [0] }, offers: [] } });
    view.press(view.one('[data-phrase=l] button'));
    expect(view.actions.insertPhrase).not.toHaveBeenCalled();
    view.press(view.all('.sb-steps li button')[2] ?? view.root);
    expect(view.actions.insertPhrase).toHaveBeenCalledExactlyOnceWith('l', { index: 2 });
    view.press(view.one('[data-phrase=l] button'));
    view.press(view.named('从头开始'));
    expect(view.actions.beginAnew).toHaveBeenCalledExactlyOnceWith('l');
  });

  test('offers stand above the list, Enter takes the first, and searching hides them', () => {
    const view = dockWith({
      giving: { given: {}, offers: [{ id: 'p', why: 'words', words: '在吗' }] },
    });
    expect(view.one('.sb-offers').textContent).toContain('提到“在吗”');
    const input = view.one('[role=combobox]');
    view.key(input, { key: 'Enter' });
    expect(view.actions.insertPhrase).toHaveBeenCalledExactlyOnceWith('p');
    view.type(input, '议');
    expect(view.all('.sb-offers')).toHaveLength(0);
  });

  test('the groups of an open category are listed below it and narrow the list', () => {
    const view = dockWith();
    view.press(view.named('议价'));
    expect(view.all('.sb-categories button').map((button) => button.textContent)).toEqual([
      '全部',
      '接待',
      '议价',
      '砍价',
    ]);
    view.press(view.named('砍价'));
    expect(view.all('[data-phrase]').map((row) => row.dataset.phrase)).toEqual(['l']);
  });

  test('a click on a phrase that needs something asks, with the last answer, and gives with the answers', () => {
    const view = dockWith({}, (id) => (id === 'p' ? question : undefined));
    view.press(view.one('[data-phrase=p]'));
    expect(view.actions.insertPhrase).not.toHaveBeenCalled();
    expect(view.root.textContent).toContain('拍M码');
    view.key(view.one('input'), { key: 'Enter' });
    expect(view.actions.insertPhrase).toHaveBeenCalledExactlyOnceWith('p', {
      index: 0,
      answers: { 码: 'M' },
    });
  });

  test('what was asked for one buyer is gone with the conversation', () => {
    const view = dockWith({}, () => question);
    view.press(view.one('[data-phrase=p]'));
    expect(view.all('.sb-phrase-form')).toHaveLength(1);
    view.update({ openConversation: 'b' });
    expect(view.all('.sb-phrase-form')).toHaveLength(0);
  });

  test('of thousands of phrases only those in sight are drawn', () => {
    const phrases = Array.from({ length: 5_000 }, (_, n) => ({ ...plain, id: `n${n}`, title: `话术${n}` }));
    const view = dockWith({ phrases });
    expect(view.all('[data-phrase]').length).toBeLessThan(60);
  });

  test('colour and ownership are shown', () => {
    const view = dockWith();
    expect(view.one('[data-phrase=p]').dataset.colour).toBe('red');
    expect(view.one('[data-phrase=p]').textContent).toContain('个人');
  });
});

describe('the palette', () => {
  const hits: PhraseHit[] = [
    { phrase: ladder, ranges: [] },
    { phrase: plain, ranges: [], why: { by: 'text', text: '…在的亲', ranges: [[1, 3]] } },
  ];
  const open = (props: Partial<Parameters<typeof Palette>[0]> = {}) => {
    const handlers = { onPick: vi.fn(), onClose: vi.fn(), onAnswer: vi.fn(), onDrop: vi.fn() };
    const view = stage(
      <Palette
        language="zh-CN"
        search={() => hits}
        groups={['接待', '售后', '发货']}
        {...handlers}
        {...props}
      />,
      { trusted: true },
    );
    return { ...view, ...handlers, input: view.one('[role=combobox]') };
  };

  test('Tab goes through the steps of the chosen phrase, and Enter gives the one shown', () => {
    const view = open({ given: { l: [0] } });
    expect(view.one('[data-phrase=l]').textContent).toContain('第 2/3 步');
    view.key(view.input, { key: 'Tab' });
    expect(view.one('[data-phrase=l]').textContent).toContain('第 3 句');
    view.key(view.input, { key: 'Tab', shiftKey: true });
    view.key(view.input, { key: 'Tab', shiftKey: true });
    view.key(view.input, { key: 'Enter' });
    expect(view.onPick).toHaveBeenCalledExactlyOnceWith('l', 0);
  });

  test('Tab completes an @, and belongs to the input method while it composes', () => {
    const view = open();
    view.type(view.input, '退 @售');
    expect(view.key(view.input, { key: 'Tab', isComposing: true }).defaultPrevented).toBe(false);
    view.key(view.input, { key: 'Tab' });
    expect((view.input as HTMLInputElement).value).toBe('退 @售后 ');
  });

  test('a hit in the text alone shows the piece with the word marked', () => {
    expect(open().one('[data-phrase=p] mark').textContent).toBe('在的');
  });

  test('a question takes the place of the list, and its answers go back', () => {
    const view = open({ question });
    expect(view.one('.sb-phrase-form').textContent).toContain('拍M码');
    view.key(view.one('.sb-phrase-form input'), { key: 'Enter' });
    expect(view.onAnswer).toHaveBeenCalledExactlyOnceWith({ 码: 'M' });
    view.key(view.one('.sb-phrase-form input'), { key: 'Escape' });
    expect(view.onDrop).toHaveBeenCalledOnce();
    expect(view.onClose).not.toHaveBeenCalled();
  });

  test.each([
    ['@', ['接待', '售后', '发货']],
    ['@后', ['售后']],
    ['@发货', []],
    ['退', []],
    ['a@b', []],
    ['@x', []],
  ])('%s completes to %j', (query, names) => {
    expect(groupsFor(query, ['接待', '售后', '发货'])).toEqual(names);
  });

  test('a name with a blank is completed up to it, since @ takes one word', () => {
    expect(withGroup('@售', '售后 退款')).toBe('@售后 ');
  });
});

describe('the popup', () => {
  test('lists what was searched for, copies by Enter and says what was copied', async () => {
    const copied: Copied = { level: 'info', text: say('已复制：在的亲', 'Copied') };
    const source = {
      search: vi.fn(() => [{ phrase: plain, ranges: [] }]),
      ask: vi.fn(() => undefined),
      copy: vi.fn(async () => copied),
    };
    const view = stage(<PhraseFinder source={source} language="zh-CN" />, { trusted: true });
    expect(view.all('[role=option]')).toHaveLength(0);
    const input = view.one('[role=combobox]');
    view.type(input, 'zd');
    view.key(input, { key: 'Enter', isComposing: true });
    expect(source.copy).not.toHaveBeenCalled();
    view.key(input, { key: 'Enter' });
    expect(source.copy).toHaveBeenCalledExactlyOnceWith('p', undefined, undefined);
    await vi.waitFor(() => expect(view.root.textContent).toContain('已复制：在的亲'));
  });
});
