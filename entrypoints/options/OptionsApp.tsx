import { useEffect, useMemo, useRef, useState } from 'react';
import type { OptionsNotice, OptionsSectionId } from '../../components/options/model.ts';
import { sectionIds } from '../../components/options/model.ts';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { useGrantedHosts } from '../shared/market-rows.ts';
import { useAside } from '../shared/use-aside.ts';
import { useKeptState } from '../shared/use-kept-state.ts';
import { optionsActions } from './options-actions.ts';
import { type ChosenFile, optionsModel } from './options-model.ts';

const sectionOf = (hash: string): OptionsSectionId =>
  sectionIds.find((id) => id === decodeURIComponent(hash.slice(1))) ?? 'agent';

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

export function OptionsApp() {
  const state = useKeptState();
  const [granted, askAgain] = useGrantedHosts(state);
  const { aside, lookAgain } = useAside();
  const [section, showSection] = useSection();
  const [file, setFile] = useState<ChosenFile>();
  const [notice, setNotice] = useState<OptionsNotice>();
  const undo = useRef<(() => Promise<unknown>) | undefined>(undefined);

  const model = useMemo(
    () => optionsModel({ state, granted, aside, section, file, notice }),
    [state, granted, aside, section, file, notice],
  );
  const actions = optionsActions({
    state,
    aside,
    file,
    setFile,
    showSection,
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
