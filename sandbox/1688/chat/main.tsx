import { createRoot } from 'react-dom/client';
import { createClock } from '../../page/clock.ts';
import { addHashedStyles, readLayout } from '../../page/layout.ts';
import { createMessageLoading } from '../../page/message-loading.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { createDeskHook } from '../../page/use-desk.ts';
import { rowTimeShown } from '../../simulator/chat-shown.ts';
import { exposeChat, openedWith } from '../../simulator/control.ts';
import { createDesk } from '../../simulator/desk.ts';
import { Conversations, lastAt } from './Conversations.tsx';
import css from './chat.css?inline';
import { Editor } from './Editor.tsx';
import { Messages } from './Messages.tsx';
import { rowShown, rowsOf } from './rows.ts';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const frozen = params.now !== undefined && !params.live;
const desk = createDesk({ seed: params.seed, market: '1688', count: params.rows ?? 24 }, clock, frozen);
const { useDesk, again } = createDeskHook(desk);
const layout = readLayout(params);
// Only what no source names carries a hash; the classes of the evidence are plain ones.
const cls = (name: string): string => `${name}--${layout.tail(name, 6)}`;
addHashedStyles(css, cls);
const loading = createMessageLoading(desk, {
  late: Number(params.get('load') ?? 0),
  stale: params.get('stale') === '1',
  again,
});
const model = { text: '' };
let sends = 0;
const late = Number(params.get('late') ?? 0);
let listArrived = late === 0;
if (!listArrived) {
  setTimeout(() => {
    listArrived = true;
    again();
  }, late);
}

const listed = () => (listArrived ? [...desk.conversations].sort((a, b) => lastAt(b) - lastAt(a)) : []);
const shownRows = () => (loading.shownId === undefined ? [] : rowsOf(desk.conversation(loading.shownId)));

function send(): void {
  if (model.text.trim() === '' || desk.openId === undefined) return;
  sends += 1;
  desk.agentReplies(model.text);
}

function Core() {
  useDesk();
  const open = desk.openId === undefined ? undefined : desk.conversation(desk.openId);
  const shown = loading.shownId === undefined ? undefined : desk.conversation(loading.shownId);
  return (
    <div className={cls('columns')}>
      <Conversations
        conversations={listed()}
        openId={desk.openId}
        now={clock.now()}
        cls={cls}
        onOpen={desk.open}
      />
      <main className="ww_user_panel">
        {open ? (
          <>
            <Messages rows={shownRows()} hue={(shown ?? open).buyer.hue} cls={cls} />
            <div className={cls('tools')}>表情　图片　商品　订单　快捷短语</div>
            <Editor model={model} onEnter={send} round={`${desk.openId ?? ''}/${sends}`} />
            <div className={cls('foot')}>
              <button
                type="button"
                className="next-btn next-small next-btn-primary send-btn"
                onClick={(event) => event.nativeEvent.isTrusted && send()}
              >
                <span className="next-btn-helper">发送</span>
              </button>
            </div>
          </>
        ) : (
          <div className={cls('empty')}>您尚未选择联系人</div>
        )}
      </main>
    </div>
  );
}

// `touid=cnalichn<nick>` opens that contact (markets.md §6, URLs).
const touid = params.get('touid')?.replace(/^cnalichn/, '');
const asked = desk.conversations.find(
  ({ buyer }) => touid !== undefined && [buyer.nick, buyer.id].includes(touid),
);
if (asked) desk.open(asked.buyer.id);

if (window === window.top) showRibbon(`1688 旺旺聊天 · ${openedWith(params.seed, clock)}`);
const home = document.getElementById('ice-container');
if (home) createRoot(home).render(<Core />);

exposeChat(desk, clock, {
  live: params.live,
  // The page shows neither ids nor times of messages.
  showing: {},
  wipe: again,
  more: {
    reading: (): PageTruth => ({
      chat: {
        conversations: listed().map((conversation) => ({
          name: conversation.buyer.nick,
          ...(conversation.messages.length > 0 && { time: rowTimeShown(lastAt(conversation), clock.now()) }),
          active: conversation.buyer.id === desk.openId,
        })),
        messages: shownRows().map(rowShown),
      },
    }),
    /** What the page's own model holds: the text it would send. */
    get draft(): string {
      return model.text;
    },
    /** Whether the opened conversation's messages are still on their way. */
    get isLoading(): boolean {
      return loading.isLoading;
    },
    /** Takes every message of a conversation away, as one that nobody has written in yet. */
    clear(buyerId: string): void {
      desk.conversation(buyerId).messages.length = 0;
      again();
    },
  },
});
