import { browser } from '#imports';
import type { PopupActions, PopupModel } from '../../components/popup/model.ts';
import { PopupView } from '../../components/popup/PopupView.tsx';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { longestFirst } from '../../rules/turns/queue.ts';
import { focusBuyer } from '../../storage/contracts/ledger.ts';
import { openOptions } from '../../storage/contracts/settings.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { shownLanguage } from '../../storage/settings.ts';
import { marketRow, useGrantedMaps } from '../shared/market-rows.ts';
import { problemLines } from '../shared/problem-lines.ts';
import { setMarket } from '../shared/set-market.ts';
import { useAside } from '../shared/use-aside.ts';
import { useKeptState } from '../shared/use-kept-state.ts';
import { useToday } from './use-today.ts';

export function PopupApp() {
  const state = useKeptState();
  const [granted, askAgain] = useGrantedMaps(state);
  const today = useToday(state);
  const { aside } = useAside();
  const model = popupModel(state, granted, today, aside);
  return <PopupView model={model} actions={popupActions(state, askAgain)} />;
}

function popupModel(
  state: KeptState | undefined,
  granted: ReadonlySet<string>,
  today: PopupModel['today'],
  aside: Parameters<typeof problemLines>[1],
): PopupModel {
  const language = shownLanguage(state?.settings.language ?? 'auto', browser.i18n.getUILanguage());
  if (!state) {
    return { language, theme: 'auto', ready: false, markets: [], waiting: [], today: [], problems: [] };
  }
  return {
    language,
    theme: state.settings.theme,
    ready: true,
    markets: effectiveMaps(state.maps).map((map) => marketRow(map, state.settings, granted)),
    waiting: longestFirst(state.queue.waiting),
    today,
    problems: problemLines(state, aside),
  };
}

function popupActions(state: KeptState | undefined, askAgain: () => void): PopupActions {
  return {
    setMarket(id, on) {
      if (state) void setMarket(state, id, on).then(askAgain);
    },
    openConversation(waiting) {
      // No tab of the marketplace is open, or it was closed meanwhile: nothing to bring forward.
      sendRequest(focusBuyer, { platform: waiting.platform }).catch(() => undefined);
    },
    openOptions: (section) => {
      void sendRequest(openOptions, { ...(section !== undefined && { section }) }).then(() => window.close());
    },
  };
}
