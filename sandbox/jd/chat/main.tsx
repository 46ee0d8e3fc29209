import { createRoot } from 'react-dom/client';
import { createClock } from '../../page/clock.ts';
import { readLayout } from '../../page/layout.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { goodPicture } from '../../page/picture.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { createDeskHook } from '../../page/use-desk.ts';
import { cardsShown, conversationShown, openShown } from '../../simulator/chat-shown.ts';
import { exposeChat, openedWith, type Showing } from '../../simulator/control.ts';
import { createDesk } from '../../simulator/desk.ts';
import { Contacts, contactPanes, contactRowId } from './Contacts.tsx';
import { Editor } from './Editor.tsx';
import { AGENT, Messages } from './Messages.tsx';
import { SideColumns } from './SideColumns.tsx';
import './chat.css';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const frozen = params.now !== undefined && !params.live;
const desk = createDesk({ seed: params.seed, market: 'jd', count: params.rows ?? 40 }, clock, frozen);
const { useDesk, again } = createDeskHook(desk);
const { tail } = readLayout(params);
const sc = (name: string): string => `sc-${tail(name, 6)}`;
const previewClass =
  params.get('preview') === 'breifmsg' ? 'alluser-item-breifmsg' : 'alluser-item-breifdesc';
const model = { text: '' };
let sends = 0;

function send(): void {
  if (model.text === '' || desk.openId === undefined) return;
  sends += 1;
  desk.agentReplies(model.text);
}

function Workbench() {
  useDesk();
  const open = desk.openId === undefined ? undefined : desk.conversation(desk.openId);
  return (
    <div className="dd-columns">
      <Contacts
        conversations={desk.conversations}
        openId={desk.openId}
        now={clock.now()}
        previewClass={previewClass}
        sc={sc}
        onOpen={desk.open}
      />
      <main className={`${sc('chat')} dd-chat`}>
        <header className="chat-head-title">
          <div className="chat-head-name">
            <span>{open?.buyer.nick ?? ''}</span>
          </div>
        </header>
        {open && (
          <div className="chat-product">
            <img src={goodPicture(open.good.hue)} alt="" />
            <span>{open.good.title}</span>
          </div>
        )}
        {open ? <Messages open={open} sc={sc} /> : <div className="dd-empty">请选择一位顾客</div>}
        <div className="dd-tools">表情　图片　商品　优惠券　评价邀请</div>
        <Editor model={model} onEnter={send} round={`${desk.openId ?? ''}/${sends}`} />
        <div className="SendButtonGroup">
          {/** biome-ignore lint/a11y/noStaticElementInteractions: the original's send control is a span */}
          {/** biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the editor sends */}
          <span className="send-button" onClick={(event) => event.nativeEvent.isTrusted && send()}>
            发送
          </span>
        </div>
      </main>
      <SideColumns open={open} />
    </div>
  );
}

showRibbon(`京东咚咚工作台 · ${openedWith(params.seed, clock)}`);
const home = document.getElementById('app');
if (home) createRoot(home).render(<Workbench />);

const showing: Showing = {
  id: (message) => `s_${message.id}`,
  time: (message) =>
    message.from === 'system' ? undefined : { ms: Math.floor(message.at / 1_000) * 1_000, precision: 's' },
};

/** Every message but a notice bears its writer's name. */
function namedShown(): ReturnType<typeof openShown> {
  const shown = openShown(desk, showing);
  const buyer = desk.openId === undefined ? '' : desk.conversation(desk.openId)?.buyer.nick;
  const messages = shown.messages.map((message) =>
    message.side === 'system'
      ? message
      : { ...message, nick: (message.side === 'buyer' ? buyer : AGENT) ?? '' },
  );
  return { ...shown, messages };
}

exposeChat(desk, clock, {
  live: params.live,
  showing,
  wipe: again,
  more: {
    /** Only contacts in view are in the page; those of the pane behind are not shown. */
    reading: (): PageTruth => ({
      chat: {
        ...namedShown(),
        items: [
          ...(desk.openId === undefined ? [] : [{ title: desk.conversation(desk.openId)?.good.title ?? '' }]),
          ...cardsShown(desk),
        ],
        conversations: contactPanes(desk.conversations)
          .asking.filter(({ buyer }) => document.getElementById(contactRowId(buyer.id))?.checkVisibility())
          .map((conversation) =>
            conversationShown(conversation, clock.now(), { active: conversation.buyer.id === desk.openId }),
          ),
      },
    }),
    /** What the page's own model holds: the text it would send. */
    get draft(): string {
      return model.text;
    },
  },
});
