import type { ChatEntry } from '../../storage/schemas/site-map.ts';
import { type ConversationIdentity, createConversationKeys } from './conversation-key.ts';
import type { ChatFact, ConversationFact, ItemFact, MessageFact, OrderFact, Side } from './facts.ts';
import { healthOf, isFieldBroken } from './health.ts';
import { locateElement } from './locate.ts';
import { inTimeOrder } from './message-order.ts';
import { createReadings, type EntryOf, type PageReader } from './page-reader.ts';
import { FieldReader, isMasked, present, type Tally } from './read-field.ts';
import { createOrderRows } from './read-orders.ts';
import { addTally, createRowList, type RowsRead } from './row-list.ts';
import { holds, matches, type Scope, scopeOf } from './scope.ts';
import { createNickSides } from './side-by-nick.ts';
import { createWriters, namesByWriters, type Writers } from './writers.ts';

type Conversations = NonNullable<ChatEntry['conversations']>;

function readConversation(
  at: Conversations,
  scope: Scope,
  item: Element,
  now: number,
): { fact: ConversationFact | undefined; tally: Tally } {
  const fields = new FieldReader(scope, now);
  const id = fields.id('id', at.id);
  const name = fields.text('name', at.name);
  const rest = present<Omit<ConversationFact, 'key' | 'active' | 'element'>>({
    id,
    name,
    preview: fields.text('preview', at.preview),
    unread: fields.int('unread', at.unread),
    waiting: fields.text('waiting', at.waiting) === undefined ? undefined : true,
    time: fields.time('time', at.time),
  });
  // A row that shows neither an id nor a clear name cannot be told from others, so it is only counted.
  const key = id ?? (name !== undefined && !isMasked(name) ? name : undefined);
  const active = at.active !== undefined && matches(item, at.active);
  return {
    fact: key === undefined ? undefined : { key, ...rest, active, element: item },
    tally: fields.tally,
  };
}

/** First of system, bot, agent, buyer whose selector the message or something in it matches. */
function sideOf(side: ChatEntry['messages']['side'], scope: Scope): Side | undefined {
  const order = ['system', 'bot', 'agent', 'buyer'] as const;
  return order.find((one) => {
    const css = side?.[one];
    return css !== undefined && holds(scope, css);
  });
}

function readMessage(
  entry: ChatEntry,
  scope: Scope,
  item: Element,
  now: number,
  writers: Writers,
): { fact: MessageFact; tally: Tally } {
  const { messages: at } = entry;
  const fields = new FieldReader(scope, now);
  const time = fields.time('time', at.time);
  const nick = fields.text('nick', at.nick);
  const fact: MessageFact = {
    side: sideOf(at.side, scope),
    ...present<Omit<MessageFact, 'side' | 'element'>>({
      id: fields.text('id', at.id),
      text: fields.prose('text', at.text),
      image: fields.url('image', at.image),
      ...(writers.read(at, scope, item, now) ?? { time, nick }),
    }),
    element: item,
  };
  return { fact, tally: fields.tally };
}

function readItem(
  at: NonNullable<ChatEntry['items']>,
  scope: Scope,
  isSent: boolean,
  now: number,
): { fact: ItemFact | undefined; tally: Tally } {
  const fields = new FieldReader(scope, now);
  const fact = present<ItemFact>({
    title: fields.text('title', at.title),
    sku: fields.text('sku', at.sku),
    code: fields.text('code', at.code),
    id: fields.id('id', at.id),
  });
  const isRead = Object.keys(fact).length > 0;
  return { fact: isRead ? { ...fact, ...(isSent && { sent: true }) } : undefined, tally: fields.tally };
}

const nothing = { facts: [], items: [], tally: {} } as const satisfies RowsRead<never>;

/**
 * Reads a chat page (site-map.md, chat). Broken when messages stand on the page without an editor, or when the
 * message list or its messages are missing for ten seconds although a conversation is open.
 */
export function createChatReader({ map, entry, ctx, patience }: EntryOf<ChatEntry>): PageReader {
  const { conversations: at } = entry;
  const rows =
    at &&
    createRowList<ConversationFact>({
      item: at.item,
      ctx,
      read: (scope, item) => readConversation(at, scope, item, ctx.now()),
    });
  const messages = createRowList<MessageFact>({
    item: entry.messages.item,
    ctx,
    read: (scope, item) => readMessage(entry, scope, item, ctx.now(), writers),
  });
  const orders = entry.orders && createOrderRows(entry.orders, map.platform, ctx);
  const { items: itemsAt } = entry;
  /** Where the messages stand, as last read; undefined where the map says only what a message is. */
  let messageRoot: Element | undefined;
  const goods =
    itemsAt &&
    createRowList<ItemFact>({
      item: itemsAt.item,
      ctx,
      read: (scope, item) => readItem(itemsAt, scope, messageRoot?.contains(item) === true, ctx.now()),
    });
  const keys = createConversationKeys();
  const writers = createWriters();
  // Only where neither a header nor a marked row can say who is open do the messages have to.
  const namesEverybody =
    entry.messages.nick === undefined || entry.buyer !== undefined || at?.active !== undefined;
  const sides = createNickSides();
  const reading = createReadings(map, entry);

  return {
    touch(node) {
      // Not `some`: order cards may stand inside a message row.
      const touched = [rows, messages, orders, goods].map((list) => list?.touch(node) ?? false);
      return touched.includes(true);
    },
    read(added) {
      const now = ctx.now();
      const shadows = ctx.hasShadows();
      const page = scopeOf([ctx.document], shadows);
      const list = rows ? rows.read(page, added) : nothing;
      const root =
        entry.messages.root === undefined ? ctx.document : locateElement(entry.messages.root, page);
      const cards = orders ? orders.read(page, added) : nothing;
      messageRoot = entry.messages.root === undefined ? undefined : (root as Element | undefined);
      const items = goods ? goods.read(page, added) : nothing;
      const fields = new FieldReader(page, now);
      const header = fields.text('buyer', entry.buyer);
      const buyerId = fields.id('buyerId', entry.buyerId);
      const named = fields.text('account', entry.account);
      const active = list.facts.find((conversation) => conversation.active);
      const inRoot = scopeOf(root ? [root] : [], shadows);
      writers.learn([named, header, ...list.facts.map((row) => row.name)], messages.touch);
      let shown = messages.read(inRoot, added);
      if (writers.learnFrom(shown.facts, messages.touch)) shown = messages.read(inRoot, new Set());
      const { buyer, account } = namesEverybody
        ? { buyer: header, account: named }
        : namesByWriters(shown.facts, list.facts, named);
      const editor = locateElement(entry.editor, page);
      const send = locateElement(entry.send, page);

      const isOpen = editor !== undefined || active !== undefined || buyer !== undefined;
      const nothingAtAll = !isOpen && list.items.length === 0;
      const rootLost = patience.isOver('root', root === undefined && (isOpen || nothingAtAll), now);
      const isEmpty = root !== undefined && shown.items.length === 0 && isOpen;
      const mayJudge = hasContent(root, ctx.document) && !holdsMore(root, editor);
      const itemsLost = patience.isOver('messages.item', isEmpty && mayJudge, now);

      const tally: Tally = { ...fields.tally };
      addTally(tally, list.tally, 'conversations.');
      addTally(tally, shown.tally, 'messages.');
      addTally(tally, cards.tally, 'orders.');
      addTally(tally, items.tally, 'items.');
      tally.editor = { seen: editor ? 1 : 0, rows: shown.items.length > 0 || editor ? 1 : 0 };
      const broken = [
        ...(rootLost ? ['root'] : []),
        ...(itemsLost ? ['messages.item'] : []),
        ...(isFieldBroken(tally, 'editor') ? ['editor'] : []),
      ];
      const identity: ConversationIdentity = { buyer, buyerId, active, conversations: list.facts };
      const conversationKey = keys.keyOf(identity);
      const written = sides(shown.facts, { account, buyer: buyer ?? active?.name });
      const fact: ChatFact =
        broken.length > 0
          ? { kind: 'chat', conversations: [], messages: [], orders: [] }
          : {
              kind: 'chat',
              ...present<Omit<ChatFact, 'kind' | 'conversations' | 'messages' | 'orders' | 'items'>>({
                conversationKey,
                buyer,
                buyerId,
                account,
                editor,
                send,
              }),
              conversations: list.facts as ConversationFact[],
              messages: inTimeOrder(written) as MessageFact[],
              orders: isFieldBroken(cards.tally, 'orderId') ? [] : (cards.facts as OrderFact[]),
              ...(goods && { items: items.facts as ItemFact[] }),
            };
      return reading(fact, healthOf('chat', shown.items.length, tally, broken));
    },
  };
}

/** A root that holds the editor as well has content of its own, which says nothing of messages. */
function holdsMore(root: Element | Document | undefined, editor: Element | undefined): boolean {
  return editor !== undefined && root?.contains(editor) === true;
}

/** An empty list is a conversation without messages; one with content that no row matches is another layout. */
function hasContent(root: Element | Document | undefined, document: Document): boolean {
  return root !== undefined && (root === document || (root as Element).firstElementChild !== null);
}
