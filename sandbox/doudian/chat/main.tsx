import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Conversation } from '../../generator/conversations.ts';
import { createClock } from '../../page/clock.ts';
import { addHashedStyles, readLayout } from '../../page/layout.ts';
import { createMessageLoading } from '../../page/message-loading.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { createDeskHook } from '../../page/use-desk.ts';
import { exposeChat, openedWith } from '../../simulator/control.ts';
import { createDesk } from '../../simulator/desk.ts';
import { createUnread } from '../../simulator/unread.ts';
import { chatClassNames, chatLayouts } from '../class-names.ts';
import { Composer } from './Composer.tsx';
import { Conversations } from './Conversations.tsx';
import css from './chat.css?inline';
import { Messages } from './Messages.tsx';
import { chatReading } from './reading.ts';
import { SidePanel } from './SidePanel.tsx';
import { type ListedRow, listedRows, messageId, type Tab } from './state.ts';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const frozen = params.now !== undefined && !params.live;
const desk = createDesk({ seed: params.seed, market: 'doudian', count: params.rows ?? 30 }, clock, frozen);
const { useDesk, again } = createDeskHook(desk);
const layout = readLayout(params, ...chatLayouts);
const cls = chatClassNames(layout);
addHashedStyles(css, cls);
const unread = createUnread();
const direction = params.get('direction') === 'style' ? 'style' : 'class';
const milliseconds = (name: string): number => Number(params.get(name) ?? 0) || 0;
const late = milliseconds('late');
const loading = createMessageLoading(desk, {
  late: milliseconds('load'),
  stale: params.get('stale') === '1',
  again,
});
const state = { draft: '', listed: late === 0, tab: 'current' as Tab, round: 0 };
const rowsNow = (): ListedRow[] =>
  state.listed ? listedRows(desk.conversations, clock.now(), state.tab) : [];

const conversationOf = (id: string | undefined): Conversation | undefined =>
  id === undefined ? undefined : desk.conversation(id);

function Topbar({ nick }: { nick: string }) {
  const note = (
    <span key="note" className={cls('addNote')}>
      添加备注
    </span>
  );
  const name = (
    <span key="name" className={cls('topName')}>
      {nick}
    </span>
  );
  return (
    <header className={cls('topbar')}>
      {/* Readers take the first text that is not 添加备注, so it may stand on either side of the name. */}
      <div id="topbar-left-info" className={cls('topInfo')}>
        {layout.name === 'opaque' ? [note, name] : [name, note]}
      </div>
      <span className={cls('topActions')}>转接　结束会话</span>
    </header>
  );
}

function Workspace() {
  useDesk();
  const open = conversationOf(desk.openId);
  const [, tick] = useState(0);
  useEffect(() => {
    if (frozen) return;
    // The countdowns run.
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (open) unread.see(open);
  return (
    <div id="workspace-chat" className={cls('workspace')} key={state.round}>
      <Conversations
        rows={rowsNow()}
        tab={state.tab}
        openId={desk.openId}
        now={clock.now()}
        layout={layout.name}
        cls={cls}
        unread={unread.of}
        onOpen={desk.open}
        onTab={(tab) => {
          state.tab = tab;
          again();
        }}
      />
      {open ? (
        <main className={cls('chat')}>
          <Topbar nick={open.buyer.nick} />
          <Messages
            of={conversationOf(loading.shownId)}
            direction={direction}
            idAttribute={layout.name === 'rebuilt' ? 'data-qa-message-id' : 'data-id'}
            cls={cls}
          />
          <Composer
            key={open.buyer.id}
            nick={open.buyer.nick}
            cls={cls}
            onDraft={(text) => {
              state.draft = text;
            }}
            onSend={(text) => desk.agentReplies(text)}
          />
        </main>
      ) : (
        <div className={cls('empty')}>请在左侧选择会话</div>
      )}
      <SidePanel open={open} cls={cls} />
    </div>
  );
}

const ordered = desk.conversations.find(({ order }) => order?.orderId === params.get('fromOrder'));
if (ordered) desk.open(ordered.buyer.id);

showRibbon(`飞鸽客服工作台 · ${openedWith(params.seed, clock)}`);
const home = document.getElementById('app');
if (home) createRoot(home).render(<Workspace />);
if (!state.listed) {
  setTimeout(() => {
    state.listed = true;
    again();
  }, late);
}

exposeChat(desk, clock, {
  live: params.live,
  // The page shows no times of messages (markets.md §2).
  showing: { id: messageId },
  wipe: () => {
    state.round += 1;
    again();
  },
  more: {
    advance(ms: number): void {
      clock.advance(ms);
      again();
    },
    /** What the page's own model holds: the text it would send. */
    get draft(): string {
      return state.draft;
    },
    reading: (): PageTruth =>
      chatReading({
        rows: rowsNow().map((row) => row.of),
        open: conversationOf(desk.openId),
        messagesOf: conversationOf(loading.shownId),
        layout: layout.name,
        unread: unread.of,
      }),
  },
});
