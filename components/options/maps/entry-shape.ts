import { type LocalText, say } from '../../../rules/language/local-text.ts';
import type { PageKindName } from '../../../storage/health.ts';
import {
  lineFieldNames,
  orderFieldNames,
  refundFieldNames,
  reviewFieldNames,
} from '../../../storage/schemas/site-map.ts';
import type { JsonPath } from './json-value.ts';

/** One thing a page entry can say where to find. `css`: a selector only, because elements are matched against it. */
export interface Slot {
  path: JsonPath;
  /** As `fieldName` knows it. */
  field: string;
  required: boolean;
  kind: 'locator' | 'css';
}

/** A table from words on the page to what they mean. */
export type TableKind = 'statuses' | 'ratings';

/** Parts of a page entry that belong together. */
export interface SlotGroup {
  id: string;
  name: LocalText;
  slots: Slot[];
  /** What can be left out whole; taking it away removes this value. */
  optionalAt?: JsonPath;
  /** Where `group` (element or until-next) is said. */
  groupingAt?: JsonPath;
  table?: { path: JsonPath; kind: TableKind };
  modeAt?: JsonPath;
}

const slots = (
  base: JsonPath,
  names: readonly string[],
  required: readonly string[] = [],
  prefix = '',
): Slot[] =>
  names.map((name) => ({
    path: [...base, name],
    field: `${prefix}${name}`,
    required: required.includes(name),
    kind: 'locator',
  }));
const selectors = (base: JsonPath, names: readonly string[], prefix: string): Slot[] =>
  names.map((name) => ({ path: [...base, name], field: `${prefix}${name}`, required: false, kind: 'css' }));

/** Rows of orders stand on order pages and beside chats. */
const orderRows = (base: JsonPath, prefix: string): SlotGroup[] => [
  {
    id: 'fields',
    name: prefix ? say('订单卡片的内容', 'On the order cards') : say('订单的内容', 'In each order'),
    slots: slots([...base, 'fields'], ['orderId', ...orderFieldNames], ['orderId'], prefix),
  },
  {
    id: 'lines',
    name: prefix
      ? say('订单卡片的商品', 'Items on the order cards')
      : say('订单里的商品', 'Items of an order'),
    slots: [
      ...slots([...base, 'lines'], ['item'], ['item'], `${prefix}lines.`),
      ...slots([...base, 'lines', 'fields'], lineFieldNames, [], `${prefix}lines.`),
    ],
    optionalAt: [...base, 'lines'],
  },
  {
    id: 'statuses',
    name: say('状态的写法', 'Words for the status'),
    slots: [],
    table: { path: [...base, 'statuses'], kind: 'statuses' },
  },
];

const rows = say('每一行', 'Rows');
const others = say('其他位置', 'Other places');

const shapes: Record<PageKindName, SlotGroup[]> = {
  chat: [
    {
      id: 'messages',
      name: say('聊天消息', 'Messages'),
      slots: [
        ...slots(
          ['messages'],
          ['root', 'item', 'id', 'text', 'time', 'image', 'nick'],
          ['item'],
          'messages.',
        ),
        ...selectors(['messages', 'side'], ['buyer', 'agent', 'bot', 'system'], 'messages.side.'),
      ],
    },
    {
      id: 'writing',
      name: say('输入与买家', 'Writing, and the buyer'),
      slots: slots([], ['editor', 'send', 'buyer', 'buyerId', 'account', 'mark'], ['editor']),
    },
    {
      id: 'conversations',
      name: say('会话列表', 'Conversation list'),
      slots: [
        ...slots(
          ['conversations'],
          ['item', 'id', 'name', 'preview', 'unread', 'waiting', 'time'],
          ['item'],
          'conversations.',
        ),
        ...selectors(['conversations'], ['active'], 'conversations.'),
      ],
      optionalAt: ['conversations'],
    },
    {
      id: 'items',
      name: say('会话里的商品', 'Products in the conversation'),
      slots: slots(['items'], ['item', 'title', 'sku', 'code', 'id'], ['item'], 'items.'),
      optionalAt: ['items'],
    },
    {
      id: 'orders',
      name: say('聊天旁边的订单卡片', 'Order cards beside the chat'),
      slots: slots(['orders'], ['item', 'mark'], ['item'], 'orders.'),
      optionalAt: ['orders'],
      groupingAt: ['orders', 'group'],
    },
    ...orderRows(['orders'], 'orders.').map((group) => ({ ...group, id: `orders-${group.id}` })),
  ],
  orders: [
    { id: 'rows', name: rows, slots: slots([], ['root', 'item'], ['item']), groupingAt: ['group'] },
    ...orderRows([], ''),
    { id: 'others', name: others, slots: slots([], ['mark', 'memoEditor']) },
  ],
  reviews: [
    { id: 'rows', name: rows, slots: slots([], ['root', 'item'], ['item']) },
    {
      id: 'fields',
      name: say('评价的内容', 'In each review'),
      slots: slots(['fields'], ['text', ...reviewFieldNames], ['text']),
    },
    {
      id: 'ratings',
      name: say('评分的写法', 'Words for the rating'),
      slots: [],
      table: { path: ['ratings'], kind: 'ratings' },
    },
    { id: 'others', name: others, slots: slots([], ['replyEditor', 'mark']) },
  ],
  price: [
    {
      id: 'rows',
      name: say('改价弹窗', 'Price dialog'),
      slots: [...slots([], ['root'], ['root']), ...slots(['fields'], ['orderId', 'current', 'lineTitle'])],
      modeAt: ['mode'],
    },
    {
      id: 'inputs',
      name: say('要填的框', 'Fields to fill'),
      slots: [
        ...slots(['inputs'], ['price', 'freight', 'freeFreight'], ['price'], 'inputs.'),
        ...slots([], ['confirm', 'mark']),
      ],
    },
  ],
  refunds: [
    { id: 'rows', name: rows, slots: slots([], ['root', 'item'], ['item']) },
    {
      id: 'fields',
      name: say('退款单的内容', 'In each refund'),
      slots: slots(['fields'], refundFieldNames),
    },
    { id: 'others', name: others, slots: slots([], ['mark']) },
  ],
};

/** What a page entry of this kind can say, in the order it is edited. */
export const entryShape = (kind: PageKindName): readonly SlotGroup[] => shapes[kind];

/** The least an entry of this kind must say, to be filled in. */
export const emptyEntry = (kind: PageKindName) =>
  ({
    chat: { kind: 'chat', messages: { item: '', text: '' }, editor: '' },
    orders: { kind: 'orders', item: '', fields: { orderId: '' } },
    reviews: { kind: 'reviews', item: '', fields: { text: '' } },
    price: { kind: 'price', root: '', inputs: { price: '' } },
    refunds: { kind: 'refunds', item: '', fields: { orderId: '' } },
  })[kind];
