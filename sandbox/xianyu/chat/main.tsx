import { ConfigProvider } from 'antd';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ChatOrder } from '../../generator/conversations.ts';
import { createClock } from '../../page/clock.ts';
import { readLayout } from '../../page/layout.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { createDeskHook } from '../../page/use-desk.ts';
import { openShown } from '../../simulator/chat-shown.ts';
import { exposeChat, openedWith } from '../../simulator/control.ts';
import { createDesk } from '../../simulator/desk.ts';
import { Chat } from './Chat.tsx';
import { Conversations } from './Conversations.tsx';
import type { Generation } from './Messages.tsx';
import { PriceDialog, type PriceForm } from './PriceDialog.tsx';
import './chat.css';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const frozen = params.now !== undefined && !params.live;
const desk = createDesk({ seed: params.seed, market: 'xianyu', count: params.rows ?? 40 }, clock, frozen);
const { useDesk, again } = createDeskHook(desk);
const layout = readLayout(params, 'generation-3', 'generation-2', 'generation-1');
// The tail is new on each load; the second class is ours and carries the looks, the original has none such.
const cls = (name: string): string => `${name}--${layout.tail(name)} xy-${name}`;
const generations: Record<string, Generation> = { 'generation-1': 1, 'generation-2': 2, 'generation-3': 3 };
// `generation=2` is the older way to say `layout=generation-2`; both may be given, to rotate an old generation.
const generation: Generation =
  generations[`generation-${params.get('generation')}`] ?? generations[layout.name] ?? 3;
const inPlaceholder = params.get('price') === 'placeholder';

/** Buyers whose messages the agent has seen; the rest carry a badge. */
const seen = new Map<string, number>();
const price = {
  pressed: false,
  confirmed: false,
  form: {} as PriceForm,
  /** The order whose dialog is open. */
  of: undefined as ChatOrder | undefined,
};

const inputsOf = (order: ChatOrder): 1 | 2 => {
  const asked = params.get('inputs');
  return asked === '1' ? 1 : asked === '2' ? 2 : order.freight > 0 ? 2 : 1;
};

function Page() {
  useDesk();
  const [changing, setChanging] = useState<string>();
  const open = desk.openId === undefined ? undefined : desk.conversation(desk.openId);
  if (open) seen.set(open.buyer.id, open.messages.length);
  if (params.get('login') === '0') {
    return <div className="xy-login">登录后可以更懂你，推荐你喜欢的商品！ 立即登录</div>;
  }
  const order = changing === open?.buyer.id ? open?.order : undefined;
  price.of = order;
  return (
    <ConfigProvider theme={{ token: { colorPrimary: '#e5b800', motion: false } }}>
      <div className={cls('page')}>
        <nav className={cls('rail')}>
          {['闲鱼', '消息', '订单', '发布', '反馈'].map((word) => (
            <span key={word}>{word}</span>
          ))}
        </nav>
        <Conversations
          conversations={desk.conversations}
          openId={desk.openId}
          now={clock.now()}
          cls={cls}
          unread={(c) =>
            c.messages.slice(seen.get(c.buyer.id) ?? firstUnseen(c)).filter((m) => m.from === 'buyer').length
          }
          onOpen={desk.open}
        />
        {open ? (
          <Chat
            key={open.buyer.id}
            open={open}
            generation={generation}
            cls={cls}
            onSend={(text) => desk.agentReplies(text)}
            onChangePrice={() => {
              price.form = {};
              setChanging(open.buyer.id);
            }}
          />
        ) : (
          <div className={cls('empty')}>尚未选择任何联系人，快点左侧列表聊起来吧~</div>
        )}
        {order && (
          <PriceDialog
            order={order}
            inputs={inputsOf(order)}
            inPlaceholder={inPlaceholder}
            form={price.form}
            onPressed={() => {
              price.pressed = true;
            }}
            onConfirmed={() => {
              price.confirmed = true;
              order.amount = price.form.price ?? order.amount;
              order.freight = price.form.freight ?? order.freight;
              setChanging(undefined);
              again();
            }}
            onClose={() => setChanging(undefined)}
          />
        )}
      </div>
    </ConfigProvider>
  );
}

/** A conversation never opened here: everything after the last answer is unread. */
function firstUnseen({ messages }: { messages: readonly { from: string }[] }): number {
  return messages.findLastIndex((message) => message.from === 'agent') + 1;
}

const peer = params.get('peerUserId');
if (peer !== undefined && desk.conversations.some((c) => c.buyer.id === peer)) desk.open(peer);

showRibbon(`闲鱼消息 · ${openedWith(params.seed, clock)}`);
const home = document.getElementById('app');
if (home) createRoot(home).render(<Page />);

exposeChat(desk, clock, {
  live: params.live,
  // The page shows neither ids nor times of messages.
  showing: {},
  wipe: again,
  more: {
    /**
     * The rows of the list show neither id nor name at a place any source knows, so no conversation can be told from
     * another; order cards and the page's own hints are rows without side or words.
     */
    reading: (): PageTruth => {
      const { buyer, messages } = openShown(desk, {});
      const order = price.of;
      const openGood = desk.openId === undefined ? undefined : desk.conversation(desk.openId)?.good;
      return {
        chat: {
          ...(buyer !== undefined && { buyer }),
          messages: messages.map((message) => (message.side === 'system' ? { picture: false } : message)),
          conversations: [],
          items: openGood ? [{ title: openGood.title, id: openGood.id }] : [],
        },
        ...(order && {
          price: {
            current: order.amount,
            mode: 'total',
            prices: 1,
            freight: inputsOf(order) === 2,
            freeFreight: false,
          },
        }),
      };
    },
    /** Whether 确定修改 was ever pressed, by anyone. */
    get confirmPressed(): boolean {
      return price.pressed;
    },
    /** Whether the second confirmation was given as well. */
    get priceConfirmed(): boolean {
      return price.confirmed;
    },
    /** The figures the dialog has taken in, in fen. */
    get priceForm(): PriceForm {
      return { ...price.form };
    },
    /** Orders of the conversations, in fen, for choosing one with (or without) something unpaid. */
    orders: () =>
      desk.conversations.flatMap(({ buyer, order }) =>
        order
          ? [
              {
                buyerId: buyer.id,
                status: order.status,
                amount: order.amount,
                freight: order.freight,
                title: order.good.title,
              },
            ]
          : [],
      ),
    /** The buyer pays, maybe while the dialog is open. */
    pay(buyerId: string): void {
      const { order } = desk.conversation(buyerId);
      if (order) order.status = 'unshipped';
      again();
    },
  },
});
