import { useEffect, useState } from 'react';
import { browser } from '#imports';
import { padTexts } from '../../components/i18n/pad-texts.ts';
import type { PadActions } from '../../components/pad/model.ts';
import { PhrasePad } from '../../components/pad/PhrasePad.tsx';
import { PhraseForm } from '../../components/phrases/PhraseForm.tsx';
import { type FormAnswersRecord, formAnswersStore, lastAnswers } from '../../storage/form-answers.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { type PadRecord, padStore } from '../../storage/pad.ts';
import { shownLanguage } from '../../storage/settings.ts';
import type { StoreDefinition } from '../../storage/store.ts';
import { watchStore } from '../../storage/watch.ts';
import { useKeptState } from '../shared/use-kept-state.ts';
import { type PadAsk, usePad } from './use-pad.ts';
import { useWindowPlace } from './use-window-place.ts';

export function PhrasePadApp() {
  useWindowPlace();
  const state = useKeptState();
  const pad = useStore(padStore);
  const answers = useStore(formAnswersStore);
  return state && pad && answers ? <Pad state={state} pad={pad} answers={answers} /> : <Waiting />;
}

/** What one store keeps, now and after each change. */
function useStore<T>(definition: StoreDefinition<T>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const stop = new AbortController();
    watchStore(definition, () => Date.now(), stop.signal, setValue).catch((error) =>
      console.error('[shoubian] pad', error),
    );
    return () => stop.abort();
  }, [definition]);
  return value;
}

function Pad({ state, pad, answers }: { state: KeptState; pad: PadRecord; answers: FormAnswersRecord }) {
  const { theme } = state.settings;
  const language = shownLanguage(state.settings.language, browser.i18n.getUILanguage());
  const { model, actions, ask } = usePad(state, pad, language);
  useEffect(() => {
    document.title = padTexts[language].name;
  }, [language]);
  return (
    <PhrasePad
      model={{ ...model, language, theme }}
      actions={actions}
      form={
        ask && (
          <PhraseForm
            key={ask.key}
            language={language}
            title={ask.title}
            fields={ask.fields}
            last={ownAnswers(ask, answers)}
            preview={ask.preview}
            onSubmit={ask.answer}
            onCancel={ask.cancel}
            submitLabel={padTexts[language].copy}
          />
        )
      }
    />
  );
}

/** What was answered last, of what the agent alone knows: never a value of another buyer. */
function ownAnswers({ own }: PadAsk, answers: FormAnswersRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(lastAnswers(answers)).filter(([name]) => own.has(name)));
}

const nothing = (): void => undefined;
const noActions: PadActions = {
  search: () => [],
  next: () => undefined,
  pick: nothing,
  moveOn: nothing,
  check: () => [],
  copyDraft: nothing,
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
