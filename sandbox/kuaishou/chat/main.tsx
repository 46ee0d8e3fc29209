import { Button, ConfigProvider, Modal } from 'antd';
import { createRoot } from 'react-dom/client';
import { createClock } from '../../page/clock.ts';
import { addHashedStyles, readLayout } from '../../page/layout.ts';
import { createMessageLoading } from '../../page/message-loading.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { createDeskHook } from '../../page/use-desk.ts';
import { exposeChat, openedWith } from '../../simulator/control.ts';
import { createDesk } from '../../simulator/desk.ts';
import css from './chat.css?inline';
import { Editor, type EditorModel } from './Editor.tsx';
import { Messages } from './Messages.tsx';
import { rowShown, rowsOf } from './rows.ts';
import { Sessions } from './Sessions.tsx';
import { inPageOrder, sessionGroups } from './sessions.ts';

const ACCOUNT = '手边练习小店';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const frozen = params.now !== undefined && !params.live;
const desk = createDesk({ seed: params.seed, market: 'kuaishou', count: params.rows ?? 24 }, clock, frozen);
const { useDesk, again } = createDeskHook(desk);
const layout = readLayout(params);
const cls = (name: string): string => `${name}__${layout.tail(name, 5)}`;
// The sources show these names without a tail; that another build may add one is assumed.
const named = (name: string): string => (layout.rotated ? `${name}__${layout.tail(name, 5)}` : name);
addHashedStyles(css, cls);
const loading = createMessageLoading(desk, {
  late: Number(params.get('load') ?? 0),
  stale: params.get('stale') === '1',
  again,
});
const account = params.get('account') ?? ACCOUNT;
const showsAccount = account !== 'hidden';
const accountName = showsAccount ? account : ACCOUNT;
const model: EditorModel = { text: '' };
let sends = 0;
const modal = { open: params.get('modal') === '1' };
const late = Number(params.get('late') ?? 0);
let listArrived = late === 0;
if (!listArrived) {
  setTimeout(() => {
    listArrived = true;
    again();
  }, late);
}

// `nicks=a,b` renames the first buyers, for names that look like the shop's.
for (const [n, nick] of (params.get('nicks')?.split(',') ?? []).entries()) {
  const buyer = desk.conversations[n]?.buyer;
  if (buyer) buyer.nick = nick;
}

const groups = () => sessionGroups(listArrived ? desk.conversations : [], clock.now());
const shownRows = () =>
  loading.shownId === undefined ? [] : rowsOf(desk.conversation(loading.shownId), accountName);

function send(): void {
  if (model.text.trim() === '' || desk.openId === undefined) return;
  sends += 1;
  desk.agentReplies(model.text);
}

function Workbench() {
  useDesk();
  const open = desk.openId === undefined ? undefined : desk.conversation(desk.openId);
  return (
    <ConfigProvider theme={{ token: { colorPrimary: '#fe3666', motion: false } }}>
      <div className={cls('page')}>
        <header className={cls('top')}>
          <b>快手小店 客服工作台</b>
          <i />
          <span>在线</span>
          {showsAccount && (
            <span>
              当前账号：<b>{account}</b>
            </span>
          )}
        </header>
        <div className={cls('columns')}>
          <Sessions groups={groups()} openId={desk.openId} cls={cls} onOpen={desk.open} />
          <main className={cls('chat')}>
            {open ? (
              <>
                <Messages rows={shownRows()} cls={cls} named={named} />
                <div className={cls('tools')}>表情　图片　商品　优惠券</div>
                <Editor model={model} onEnter={send} round={`${open.buyer.id}/${sends}`} />
                <div className={cls('foot')}>
                  <Button
                    type="primary"
                    autoInsertSpace={false}
                    onClick={(event) => event.nativeEvent.isTrusted && send()}
                  >
                    发送
                  </Button>
                </div>
              </>
            ) : (
              <div className={cls('empty')}>请选择会话</div>
            )}
          </main>
        </div>
      </div>
      <Modal
        open={modal.open}
        title="公告"
        okText="知道了"
        cancelText="关闭"
        onOk={() => setModal(false)}
        onCancel={() => setModal(false)}
        transitionName=""
        maskTransitionName=""
      >
        练习页的公告：买家咨询请在3分钟内回复。
      </Modal>
    </ConfigProvider>
  );
}

function setModal(open: boolean): void {
  modal.open = open;
  again();
}

showRibbon(`快手小店客服工作台 · ${openedWith(params.seed, clock)}`);
const home = document.getElementById('app');
if (home) createRoot(home).render(<Workbench />);

exposeChat(desk, clock, {
  live: params.live,
  showing: {
    time: (message) =>
      message.from === 'system' || message.good
        ? undefined
        : { ms: Math.floor(message.at / 1_000) * 1_000, precision: 's' },
  },
  wipe: again,
  more: {
    reading: (): PageTruth => {
      const shown = loading.shownId === undefined ? undefined : desk.conversation(loading.shownId);
      const names = { buyer: shown?.buyer.nick ?? '', account: accountName };
      const rows = shownRows();
      // The page names the open buyer nowhere but on what that buyer wrote, beside the row of the list.
      const isNamed = listArrived && rows.some((row) => row.kind === 'said' && row.nick === names.buyer);
      return {
        chat: {
          ...(isNamed && names.buyer !== accountName && { buyer: names.buyer }),
          conversations: inPageOrder(groups()).map((conversation) => ({ name: conversation.buyer.nick })),
          messages: rows.map((row) => rowShown(row, names)),
        },
      };
    },
    /** What the page's own model holds: the text it would send. */
    get draft(): string {
      return model.text;
    },
    /** As if the agent had written nothing for the second that Quill waits before it begins a new step of undo. */
    pause: () => model.endStep?.(),
    /** Whether the opened conversation's messages are still on their way. */
    get isLoading(): boolean {
      return loading.isLoading;
    },
    /** Opens or closes the notice that covers the page. */
    modal: setModal,
    /** Takes every message of a conversation away, as one that nobody has written in yet. */
    clear(buyerId: string): void {
      desk.conversation(buyerId).messages.length = 0;
      again();
    },
  },
});
