import { useEffect, useMemo, useRef, useState } from 'react';
import type { DecisionDraft } from '../../components/options/decisions/model.ts';
import type { OptionsNotice, OptionsSectionId, TriedAttention } from '../../components/options/model.ts';
import { sectionIds } from '../../components/options/model.ts';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { useGrantedHosts } from '../shared/market-rows.ts';
import { useAside } from '../shared/use-aside.ts';
import { useKeptState } from '../shared/use-kept-state.ts';
import type { AskedExport } from './export-phrases.ts';
import type { OpenDraft } from './map-draft.ts';
import { optionsActions } from './options-actions.ts';
import { type ChosenFile, optionsModel } from './options-model.ts';
import { cardStartOf, useCards } from './use-cards.ts';
import { useDecisions } from './use-decisions.ts';
import { useLibraryLook } from './use-library-look.ts';
import { pricingModel, usePricing } from './use-pricing.ts';
import { useRegions } from './use-regions.ts';
import { useRegisters } from './use-registers.ts';

const sectionOf = (hash: string): OptionsSectionId =>
  sectionIds.find((id) => id === decodeURIComponent(hash.slice(1).split('?')[0] ?? '')) ?? 'agent';

/** The section stands in the address, so that a link from the dock or the popup leads to it. */
function useSection(): [OptionsSectionId, (id: OptionsSectionId) => void] {
  const [section, setSection] = useState(() => sectionOf(location.hash));
  useEffect(() => {
    const follow = (): void => setSection(sectionOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    section,
    (id) => {
      location.hash = id;
      setSection(id);
    },
  ];
}

/** What the dock asked to begin a card with, until it is kept or given up. */
function useCardStart(): [ReturnType<typeof cardStartOf>, () => void] {
  const [start, setStart] = useState(() => cardStartOf(location.hash));
  useEffect(() => {
    const follow = (): void => setStart(cardStartOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    start,
    () => {
      history.replaceState(null, '', '#cards');
      setStart(undefined);
    },
  ];
}

/** While a map or a table is edited and not saved the browser asks before the page is left. */
function useWarnOfLoss(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

export function OptionsApp() {
  const state = useKeptState();
  const [granted, askAgain] = useGrantedHosts(state);
  const { aside, lookAgain } = useAside();
  const [section, showSection] = useSection();
  const [file, setFile] = useState<ChosenFile>();
  const [asked, setAsked] = useState<AskedExport>();
  const [draft, setDraft] = useState<OpenDraft>();
  const [notice, setNotice] = useState<OptionsNotice>();
  const [tried, setTried] = useState<TriedAttention>();
  const [look, setLook, lookAtLibrary] = useLibraryLook(state?.library);
  const cards = useCards();
  const pricing = usePricing();
  const decisions = useDecisions();
  const [decisionDraft, setDecisionDraft] = useState<DecisionDraft>();
  const registers = useRegisters(section === 'registers');
  const [cardStart, cardStarted] = useCardStart();
  const regions = useRegions(section === 'couriers');
  const undo = useRef<(() => Promise<unknown>) | undefined>(undefined);

  const model = useMemo(
    () =>
      optionsModel({
        state,
        granted,
        aside,
        section,
        file,
        draft,
        asked,
        notice,
        tried,
        look,
        cards,
        cardStart,
        pricing: pricingModel(pricing),
        decisions,
        decisionDraft,
        registers,
        now: Date.now(),
      }),
    [
      state,
      granted,
      aside,
      section,
      file,
      draft,
      asked,
      notice,
      tried,
      look,
      cards,
      cardStart,
      pricing,
      decisions,
      decisionDraft,
      registers,
    ],
  );
  useWarnOfLoss(
    (draft !== undefined && draft.text !== draft.opened) ||
      (decisionDraft !== undefined && decisionDraft.table !== decisionDraft.opened),
  );
  const actions = optionsActions({
    state,
    aside,
    granted,
    draft,
    setDraft,
    file,
    setFile,
    asked,
    setAsked,
    look: setLook,
    lookAtLibrary,
    cards,
    cardStarted,
    pricing,
    decisions,
    decisionDraft,
    setDecisionDraft,
    regions,
    showSection,
    setTried,
    lookAgain,
    askAgain,
    tell(next, takeBack) {
      undo.current = takeBack;
      setNotice(next && { ...next, undo: takeBack !== undefined });
    },
    takeBack: () => undo.current?.(),
  });
  return <OptionsView model={model} actions={actions} />;
}
