import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createAddressChips } from '../../../content/desks/address-chips.ts';
import { chatRuns } from '../../../content/desks/chat-runs.ts';
import type { ChatFact, MessageFact } from '../../../content/site-map/facts.ts';
import { loadRegions, regionPart } from '../../../rules/address/index.ts';
import { typedRun } from '../../../rules/address/typed-address.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';

beforeAll(() => loadRegions());

const { document } = parseHTML('<body></body>');
let count = 0;
const message = (side: MessageFact['side'], text: string): MessageFact => {
  count += 1;
  return { id: `m${count}`, side, text, element: document.createElement('li') as unknown as Element };
};
const buyer = (text: string): MessageFact => message('buyer', text);
const chatOf = (messages: MessageFact[], orders: ChatFact['orders'] = []): ChatFact => ({
  kind: 'chat',
  conversations: [],
  messages,
  orders,
});

/** Chips whose background is the rule itself. */
function chipsHere() {
  const ask = vi.fn(async (runs: { lines: string[]; asked: boolean }[]) =>
    runs.map(({ lines, asked }) => {
      const run = typedRun(lines, asked);
      return run ? { region: regionPart(run.parsed), lines: run.lines } : null;
    }),
  );
  const changed = vi.fn();
  const chips = createAddressChips({ ask, changed, signal: new AbortController().signal });
  const show = async (chat: ChatFact) => {
    chips.marks(chat, exampleShop, 'zh-CN');
    await new Promise((resolve) => setTimeout(resolve));
    return chips.marks(chat, exampleShop, 'zh-CN');
  };
  return { ask, changed, chips, show };
}

const textOf = (row: { chips: { text: string }[] } | undefined): string | undefined => row?.chips[0]?.text;

describe('a chip beside a typed address', () => {
  it('says the verdict, offers the phrase and the tool, and stands at the buyer’s message alone', async () => {
    const { show, chips } = chipsHere();
    const typed = '西藏自治区拉萨市城关区北京中路3号';
    const messages = [
      buyer('在吗'),
      message('agent', `亲，${typed}可以到`),
      buyer(typed),
      buyer('什么时候发货'),
    ];
    const rows = await show(chatOf(messages));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.host).toBe(messages[2]?.element);
    expect(textOf(rows[0])).toMatch(/加收¥/);
    expect(rows[0]?.flags).toEqual(['surcharge', 'remote']);
    expect(rows[0]?.actions?.map(({ id }) => id)).toEqual(['address-phrase', 'address-tool']);
    const chip = chips.find(rows[0]?.key ?? '');
    expect(chip?.text).toBe(typed);
    expect(chip?.phrase).toMatch(/^亲/);
  });

  it('asks which place is meant where several are called so', async () => {
    const { show, chips } = chipsHere();
    const [row] = await show(chatOf([buyer('鼓楼区中山北路25号')]));
    expect(textOf(row)).toBe('需确认：鼓楼区可能是 4 个城市');
    expect(row?.flags).toEqual(['zone-unknown', 'confirm-address']);
    expect(chips.find(row?.key ?? '')?.phrase).toMatch(/请问|麻烦/);
  });

  it('stands once beside an address broken over several messages, at the last of them', async () => {
    const { show, chips } = chipsHere();
    const messages = [
      buyer('韩青禾'),
      buyer('13900001234'),
      buyer('江苏省徐州市'),
      buyer('鼓楼区中山北路1号'),
    ];
    const rows = await show(chatOf(messages));
    expect(rows.map(({ host }) => host)).toEqual([messages[3]?.element]);
    expect(chips.find(rows[0]?.key ?? '')?.text).toBe('江苏省徐州市\n鼓楼区中山北路1号');
  });

  it('goes by the one order beside the chat; of several nobody knows which is meant', async () => {
    const { show } = chipsHere();
    const orderOf = (quantity: number) => ({
      order: {
        key: `o${quantity}`,
        platform: 'pdd' as const,
        status: 'unshipped' as const,
        amount: 4_000,
        courier: '圆通快递',
        lines: [{ title: '帆布包', quantity }],
      },
      element: document.createElement('div') as unknown as Element,
      mark: document.createElement('div') as unknown as Element,
    });
    const at = '青海省西宁市城西区五四大街7号';
    const unknown = await show(chatOf([buyer(at)]));
    const one = await show(chatOf([buyer(at)], [orderOf(1)]));
    const both = await show(chatOf([buyer(at)], [orderOf(1), orderOf(2)]));
    expect(textOf(one[0])).toBe('超区·圆通不到');
    expect(textOf(unknown[0])).not.toBe('超区·圆通不到');
    expect(textOf(both[0])).toBe(textOf(unknown[0]));
  });

  it('writes nothing while nothing changes, and asks once', async () => {
    const { ask, show, chips, changed } = chipsHere();
    const chat = chatOf([buyer('新疆能发吗'), buyer('云南省昆明市五华区南屏街12号')]);
    const rows = await show(chat);
    expect(rows).toHaveLength(2);
    const again = chips.marks({ ...chat, messages: [...chat.messages] }, exampleShop, 'zh-CN');
    expect(again.map((row, i) => row === rows[i])).toEqual([true, true]);
    expect(ask).toHaveBeenCalledOnce();
    expect(changed).toHaveBeenCalledOnce();
  });

  it('goes with its message, and with the chat', async () => {
    const { show, chips } = chipsHere();
    const first = buyer('新疆能发吗');
    const second = buyer('西藏包邮吗');
    expect(await show(chatOf([first, second]))).toHaveLength(2);
    expect(chips.marks(chatOf([second]), exampleShop, 'zh-CN')).toHaveLength(1);
    expect(chips.marks(undefined, exampleShop, 'zh-CN')).toEqual([]);
    expect(chips.find(`address:${first.id}`)).toBeUndefined();
  });

  it('is not there while the background cannot be asked, and comes when it can', async () => {
    let down = true;
    const chips = createAddressChips({
      ask: async (runs) => {
        if (down) throw new Error('gone');
        return runs.map(({ lines, asked }) => {
          const run = typedRun(lines, asked);
          return run ? { region: regionPart(run.parsed), lines: run.lines } : null;
        });
      },
      changed: () => undefined,
      signal: new AbortController().signal,
    });
    const chat = chatOf([buyer('新疆能发吗')]);
    for (const expected of [0, 0]) {
      expect(chips.marks(chat, exampleShop, 'zh-CN')).toHaveLength(expected);
      await new Promise((resolve) => setTimeout(resolve));
    }
    down = false;
    chips.marks(chat, exampleShop, 'zh-CN');
    await new Promise((resolve) => setTimeout(resolve));
    expect(chips.marks(chat, exampleShop, 'zh-CN')).toHaveLength(1);
  });
});

describe('messages that are looked into', () => {
  it('are the buyer’s, and only those that may hold an address', () => {
    const messages = [
      buyer('在吗'),
      buyer('好的谢谢'),
      buyer('浙江杭州余杭区'),
      message('agent', '浙江杭州余杭区'),
      message('system', '浙江杭州余杭区'),
      message(undefined, '浙江杭州余杭区'),
    ];
    expect(chatRuns(messages).map(({ index }) => index)).toEqual([2]);
  });

  it('know whether the shop had just asked where', () => {
    const messages = [message('agent', '亲，麻烦把地址发我看一下'), buyer('杭州'), buyer('余杭')];
    expect(chatRuns(messages).map(({ asked, lines }) => [asked, lines.length])).toEqual([
      [true, 1],
      [true, 2],
    ]);
    const other = [message('agent', '在的亲'), buyer('杭州到吗')];
    expect(chatRuns(other).map(({ asked }) => asked)).toEqual([false]);
  });

  it('are bounded, however long the chat and its messages are', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => buyer(`浙江省杭州市余杭区文一西路${i}号`));
    expect(chatRuns(many).length).toBeLessThanOrEqual(60);
    expect(chatRuns([buyer(`浙江省${'号'.repeat(2_000)}`)])).toEqual([]);
  });
});
