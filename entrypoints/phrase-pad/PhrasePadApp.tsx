import { useEffect, useState } from 'react';
import { browser } from '#imports';
import type { PadActions } from '../../components/pad/model.ts';
import { PhrasePad } from '../../components/pad/PhrasePad.tsx';
import type { KeptState } from '../../storage/kept-state.ts';
import { type PadRecord, padStore } from '../../storage/pad.ts';
import { shownLanguage } from '../../storage/settings.ts';
import { watchStore } from '../../storage/watch.ts';
import { useKeptState } from '../shared/use-kept-state.ts';
import { usePad } from './use-pad.ts';
import { useWindowPlace } from './use-window-place.ts';

export function PhrasePadApp() {
  useWindowPlace();
  const state = useKeptState();
  const pad = usePadRecord();
  return state && pad ? <Pad state={state} pad={pad} /> : <Waiting />;
}

/** What the pad remembers, now and after each change. */
function usePadRecord(): PadRecord | undefined {
  const [pad, setPad] = useState<PadRecord>();
  useEffect(() => {
    const stop = new AbortController();
    watchStore(padStore, () => Date.now(), stop.signal, setPad).catch((error) =>
      console.error('[shoubian] pad', error),
    );
    return () => stop.abort();
  }, []);
  return pad;
}

function Pad({ state, pad }: { state: KeptState; pad: PadRecord }) {
  const { model, actions } = usePad(state, pad);
  const { language, theme } = state.settings;
  return (
    <PhrasePad
      model={{ ...model, language: shownLanguage(language, browser.i18n.getUILanguage()), theme }}
      actions={actions}
    />
  );
}

const nothing = (): void => undefined;
const noActions: PadActions = {
  search: () => [],
  next: () => undefined,
  pick: nothing,
  choosePlatform: nothing,
  nameBuyer: nothing,
  nextBuyer: nothing,
  startAnew: nothing,
  takeBetter: nothing,
  copyImage: nothing,
  openOptions: nothing,
};

/** The frame, until the stores have answered. */
function Waiting() {
  return (
    <PhrasePad
      model={{
        language: shownLanguage('auto', browser.i18n.getUILanguage()),
        theme: 'auto',
        ready: false,
        platform: 'taobao',
        platforms: ['taobao'],
        buyer: '',
        count: 0,
        categories: [],
      }}
      actions={noActions}
    />
  );
}
