import { useMemo, useState } from 'react';
import { browser } from '#imports';
import type { PopupActions, PopupModel } from '../../components/popup/model.ts';
import { PopupView } from '../../components/popup/PopupView.tsx';
import { shiftActions, shiftView } from '../../content/desks/shift-actions.ts';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import { platforms } from '../../rules/platform.ts';
import { pauseAttention } from '../../storage/contracts/attention.ts';
import { openFigures } from '../../storage/contracts/figures.ts';
import { setPageOff } from '../../storage/contracts/health.ts';
import { focusBuyer } from '../../storage/contracts/ledger.ts';
import type { PickRequest } from '../../storage/contracts/maps.ts';
import { openPad } from '../../storage/contracts/pad.ts';
import { openOptions } from '../../storage/contracts/settings.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { pauseShown, shownLanguage } from '../../storage/settings.ts';
import { copyText } from '../phrase-pad/clipboard.ts';
import { marketRow, useGrantedHosts } from '../shared/market-rows.ts';
import { problemLines } from '../shared/problem-lines.ts';
import { setMarket } from '../shared/set-market.ts';
import { useShiftSum } from '../shared/shift-sum.ts';
import { teachPage } from '../shared/teach-page.ts';
import { teachablePage } from '../shared/teachable-page.ts';
import { useAside } from '../shared/use-aside.ts';
import { useKeptState } from '../shared/use-kept-state.ts';
import { useLedgerBeat } from '../shared/use-ledger-beat.ts';
import { phraseSource } from './phrase-source.ts';
import { type ActiveTab, useActiveTab } from './use-active-tab.ts';
import { useToday } from './use-today.ts';

export function PopupApp() {
  const state = useKeptState();
  const [granted, askAgain] = useGrantedHosts(state);
  const today = useToday(state);
  const { aside } = useAside();
  const tab = useActiveTab();
  const [teachFailed, setTeachFailed] = useState<LocalText>();
  const source = useMemo(() => state && phraseSource(state), [state]);
  const model = popupModel(state, granted, today, aside, tab?.url);
  const shift = state && shiftView(state.shifts, Date.now());
  const beat = useLedgerBeat();
  const sum = useShiftSum(shift?.running ?? shift?.ended, `${state?.queue.updatedAt}|${beat}`);
  if (shift) model.shift = shift;
  if (sum) model.shiftSum = sum;
  if (state && tab) model.teach = teachablePage(tab.url, state);
  if (teachFailed) model.teachFailed = teachFailed;
  return (
    <PopupView
      model={model}
      source={source}
      actions={{
        ...popupActions(state, askAgain),
        shift: shiftActions(() => model.language, copyText),
        teach: () => teach(tab, setTeachFailed),
        pointAt: ({ kind, field }) => teach(tab, setTeachFailed, { kind, field }),
      }}
    />
  );
}

function popupModel(
  state: KeptState | undefined,
  granted: ReadonlySet<string>,
  today: PopupModel['today'],
  aside: Parameters<typeof problemLines>[1],
  address: string | undefined,
): PopupModel {
  const language = shownLanguage(state?.settings.language ?? 'auto', browser.i18n.getUILanguage());
  if (!state) {
    return { language, theme: 'auto', ready: false, markets: [], waiting: [], today: [], problems: [] };
  }
  const pausedUntil = pauseShown(state.settings.attention);
  return {
    language,
    theme: state.settings.theme,
    ready: true,
    markets: effectiveMaps(state.maps).map((map) => marketRow(map, state.settings, granted)),
    waiting: state.queue.waiting,
    quiet: quietCounts(state.queue),
    rows: rowsInForce(state.rules.rows),
    ...(pausedUntil !== undefined && { pausedUntil }),
    today,
    problems: problemLines(state, aside, address),
  };
}

/** Buyers who wait are listed anyway; of the last words only the others are told. */
function quietCounts({ waiting, lastWords, counts }: KeptState['queue']): NonNullable<PopupModel['quiet']> {
  const waits = new Set(waiting.map(({ key }) => key));
  const listed = lastWords.filter(({ key }) => waits.has(key)).length;
  return { lastWords: Math.max(0, counts.lastWords - listed), closable: counts.closable };
}

/** Begins teaching the page in front (or one field of it, with `request`) and leaves the way free to it; what went wrong is said in one line. */
function teach(
  tab: ActiveTab | undefined,
  failed: (text: LocalText | undefined) => void,
  request: PickRequest = {},
): void {
  if (tab?.url === undefined) return;
  const { id, url } = tab;
  failed(undefined);
  teachPage({ id, url }, request).then(
    (outcome) => {
      if (outcome === 'begun') window.close();
      else if (outcome === 'refused') {
        const { hostname } = new URL(url);
        failed(
          say(
            `没有拿到访问 ${hostname} 的许可，教不了这个页面；再点一次可以重新选`,
            `Access to ${hostname} was not granted, so the page cannot be taught; press again to be asked again`,
          ),
        );
      } else {
        failed(
          say(
            '这个页面打不开手边，刷新页面后再试',
            'Nothing could be started in this page; reload it and try again',
          ),
        );
      }
    },
    (error: unknown) => failed(say(`没有成功：${String(error)}`, `That did not work: ${String(error)}`)),
  );
}

function popupActions(
  state: KeptState | undefined,
  askAgain: () => void,
): Omit<PopupActions, 'teach' | 'pointAt'> {
  return {
    setMarket(id, on) {
      if (state) void setMarket(state, id, on).then(askAgain);
    },
    openConversation(chat) {
      // No tab of the marketplace is open, or it was closed meanwhile: nothing to bring forward.
      sendRequest(focusBuyer, { platform: chat.platform, chat }).catch(() => undefined);
    },
    turnPageOff: ({ mapId, kind }) => {
      void sendRequest(setPageOff, { mapId, kind, off: true });
    },
    pause: (on) => {
      sendRequest(pauseAttention, { on }).catch(() => undefined);
    },
    openPad: () => {
      void sendRequest(openPad, {}).then(() => window.close());
    },
    openFigures: (name) => {
      const platform = platforms.find((one) => one === name);
      void sendRequest(openFigures, { ...(platform && { platform }) }).then(() => window.close());
    },
    openOptions: (section) => {
      void sendRequest(openOptions, { ...(section !== undefined && { section }) }).then(() => window.close());
    },
  };
}
