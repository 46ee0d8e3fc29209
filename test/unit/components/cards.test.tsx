// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { CardsSection } from '../../../components/dock/CardsSection.tsx';
import type { CardsView, ItemCards } from '../../../components/dock/model.ts';
import { CardEditor } from '../../../components/options/cards/CardEditor.tsx';
import type { EditableCard } from '../../../components/options/cards/model.ts';
import { exampleSizeSteps } from '../../../rules/products/size-class.ts';
import type { CardView } from '../../../storage/contracts/cards.ts';
import { stage } from './stage.tsx';

const tote: CardView = {
  id: 'c1',
  name: '托特包',
  codes: ['TT-0921'],
  facts: [
    { label: '材质', text: '牛皮', insert: '材质：牛皮' },
    { label: '底价', text: '¥77.70' },
  ],
  whole: '托特包\n材质：牛皮',
};
const blanket: CardView = { id: 'c2', name: '毛毯', codes: ['MT-150'], facts: [] };
const item = (patch: Partial<ItemCards> = {}): ItemCards => ({
  key: 'c1',
  label: '托特包',
  by: 'code',
  sign: 'tt-0921',
  cards: [tote],
  draft: { code: 'TT-0921' },
  ...patch,
});

function show(cards: CardsView | undefined, { hasEditor = true, trusted = true } = {}) {
  const actions = {
    insertText: vi.fn(),
    searchCards: vi.fn(async () => [tote, blanket]),
    newCard: vi.fn(),
    copy: vi.fn(),
  };
  const view = stage(
    <CardsSection cards={cards} language="zh-CN" hasEditor={hasEditor} actions={actions} />,
    {
      trusted,
    },
  );
  return { ...view, actions };
}

describe('the cards of the items on a page', () => {
  test('a line goes in as its message, the whole card as one', () => {
    const view = show({ items: [item()] });
    view.press(view.named('插入材质'));
    expect(view.actions.insertText).toHaveBeenLastCalledWith('材质：牛皮');
    view.press(view.named('整张插入'));
    expect(view.actions.insertText).toHaveBeenLastCalledWith('托特包\n材质：牛皮');
  });

  test('what is for the agent alone is shown, marked, and has nothing to press', () => {
    const view = show({ items: [item()] });
    const line = view.one('[data-private]');
    expect(line.textContent).toContain('¥77.70');
    expect(line.textContent).toContain('仅自己看');
    expect(line.querySelectorAll('button')).toHaveLength(0);
  });

  test('a page’s own clicks do nothing', () => {
    const view = show({ items: [item()] }, { trusted: false });
    view.press(view.named('整张插入'));
    view.press(view.named('插入材质'));
    expect(view.actions.insertText).not.toHaveBeenCalled();
  });

  test('where nothing can be written, facts are copied', () => {
    const view = show({ items: [item()] }, { hasEditor: false });
    view.press(view.named('复制材质'));
    expect(view.actions.copy).toHaveBeenCalledExactlyOnceWith('材质：牛皮');
  });

  test('an item without a card offers one with its code', () => {
    const view = show({ items: [item({ cards: [], label: '方巾' })] });
    expect(view.root.textContent).toContain('「方巾」还没有商品卡');
    view.press(view.named('新建'));
    expect(view.actions.newCard).toHaveBeenCalledExactlyOnceWith({ code: 'TT-0921' });
  });

  test('a sign of several cards asks which is meant before anything can be inserted', () => {
    const view = show({ items: [item({ cards: [tote, blanket] })] });
    expect(view.root.textContent).toContain('有 2 张卡');
    expect(view.all('.sb-product')).toHaveLength(0);
    view.press(view.named('毛毯'));
    expect(view.one('.sb-product').dataset.card).toBe('c2');
  });

  test('a card found by words of the title says so', () => {
    const sure = show({ items: [item()] });
    expect(sure.root.textContent).not.toContain('请核对');
    const view = show({ items: [item({ by: 'words' })] });
    expect(view.root.textContent).toContain('按标题里的词找到，请核对');
  });

  test('several items have tabs; each shows its own card', () => {
    const view = show({
      items: [item(), item({ key: 'c2', label: '毛毯', cards: [blanket] })],
    });
    expect(view.one('.sb-product').dataset.card).toBe('c1');
    view.press(view.named('毛毯'));
    expect(view.one('.sb-product').dataset.card).toBe('c2');
  });

  test('without items there is only the search', () => {
    const view = show(undefined);
    expect(view.all('.sb-cards-body')).toHaveLength(0);
    expect(view.named('找别的商品卡')).toBeTruthy();
  });
});

const kept: EditableCard = {
  id: 'k1',
  name: '毛毯',
  codes: ['MT-150'],
  ids: [],
  points: [],
  matching: [],
  lines: [],
  updatedAt: 1,
};

describe('writing a card', () => {
  function edit(card?: EditableCard) {
    const onSave = vi.fn();
    const view = stage(
      <CardEditor
        language="zh-CN"
        card={card}
        start={card ? undefined : { code: 'RST182' }}
        others={card ? [] : [kept]}
        sizeSteps={exampleSizeSteps}
        onSave={onSave}
        onCancel={() => undefined}
      />,
      { trusted: true },
    );
    const field = (name: string): HTMLElement => view.one(`[data-card-field="${name}"]`);
    const alerts = (): (string | null)[] => view.all('[role=alert]').map((one) => one.textContent);
    return { ...view, field, alerts, onSave };
  }

  test('begins with what the page showed, and a code is name enough', () => {
    const view = edit();
    view.press(view.named('保存'));
    expect(view.onSave).toHaveBeenCalledExactlyOnceWith({
      name: 'RST182',
      codes: ['RST182'],
      ids: [],
      points: [],
      matching: [],
      lines: [],
    });
  });

  test('says in plain words what cannot be kept, and keeps nothing', () => {
    const view = edit();
    view.type(view.field('codes'), 'RST182、mt-150');
    view.type(view.field('price'), '八十九');
    view.press(view.named('保存'));
    expect(view.onSave).not.toHaveBeenCalled();
    expect(view.alerts()).toEqual([
      '「MT-150」已经在「毛毯」上了，一个货号只能在一张卡上',
      '写成一个价格，如 89 或 89.90',
    ]);
    view.type(view.field('codes'), 'RST182');
    view.type(view.field('price'), '50');
    view.type(view.field('floor'), '60');
    expect(view.alerts()).toEqual(['底价比售价高，两栏是不是写反了']);
  });

  test('shows the size class while the size is typed', () => {
    const view = edit();
    view.type(view.field('name'), '托特包');
    view.type(view.field('size'), '长28*宽12*高18cm');
    expect(view.root.textContent).toContain('尺码档：中包');
    view.type(view.field('size'), '均码');
    expect(view.root.textContent).toContain('看不出最长边');
  });

  test('a present card keeps its id and its lists as they were typed', () => {
    const view = edit(kept);
    view.type(view.field('points'), '双面绒；不掉毛\n可机洗');
    view.type(view.field('price'), '39.9');
    view.press(view.named('保存'));
    const { updatedAt: _, ...card } = kept;
    expect(view.onSave).toHaveBeenCalledExactlyOnceWith({
      ...card,
      points: ['双面绒；不掉毛', '可机洗'],
      price: 3990,
    });
  });
});
