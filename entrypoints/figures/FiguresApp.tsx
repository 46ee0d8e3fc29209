import { useEffect, useMemo, useRef, useState } from 'react';
import { browser } from '#imports';
import { FiguresView } from '../../components/figures/FiguresView.tsx';
import type { FiguresActions, FiguresChoice, FiguresModel } from '../../components/figures/model.ts';
import { figuresTexts } from '../../components/i18n/figures-texts.ts';
import { addDays, type NamedRange, rangeOf } from '../../rules/figures/ranges.ts';
import { HOT_DAYS } from '../../rules/figures/reach.ts';
import { openOptions } from '../../storage/contracts/settings.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { shownLanguage } from '../../storage/settings.ts';
import { downloadFile } from '../options/download.ts';
import { useKeptState } from '../shared/use-kept-state.ts';
import { useLedgerBeat } from '../shared/use-ledger-beat.ts';
import { type AskedChoice, readAddress, settledChoice, writeAddress } from './choice-address.ts';
import { figuresFile } from './export-figures.ts';
import { figureGoals, missesOf } from './figure-goals.ts';
import { useNicks } from './use-nicks.ts';
import { placesOf, usePlaces } from './use-places.ts';
import { type AskedReport, useReport } from './use-report.ts';
import { useShiftFigures, useShifts } from './use-shift.ts';
import { useToday } from './use-today.ts';
import { useTurns } from './use-turns.ts';

/** What is looked at stands in the address, so that a reload, a bookmark and a link from elsewhere lead back to it. */
function useAsked(): [AskedChoice, (choice: FiguresChoice) => void] {
  const [asked, setAsked] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const stop = new AbortController();
    addEventListener('hashchange', () => setAsked(readAddress(location.hash)), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return [
    asked,
    (choice) => {
      location.hash = writeAddress(choice);
    },
  ];
}

export function FiguresApp() {
  const state = useKeptState();
  const today = useToday();
  const beat = useLedgerBeat();
  const { changes, asked: askedAgain, again } = useTurns(state && `${state.queue.updatedAt}|${beat}`);
  const [asked, choose] = useAsked();
  const { coverage, failed: noPlaces } = usePlaces(`${changes} ${askedAgain}`);
  const settings = state?.settings;
  const places = useMemo(
    () =>
      placesOf(coverage ?? [], (shop) =>
        shop === settings?.shopId && settings.shopName !== '' ? settings.shopName : shop,
      ),
    [coverage, settings],
  );
  const shifts = useShifts(state?.shifts, asked.shift);
  const choice = useMemo(() => settledChoice(asked, places, today, shifts), [asked, places, today, shifts]);
  // Days that are over change only when history comes later; they are not counted again for each message.
  const isLive = choice !== undefined && choice.to > addDays(today, -HOT_DAYS);
  const turn = isLive ? `${changes} ${askedAgain}` : `${askedAgain}`;
  const isShift = choice?.range === 'shift';
  const ofDays = useReport(isShift ? undefined : choice, turn);
  const ofShift = useShiftFigures(
    isShift ? choice : undefined,
    shifts.find(({ id }) => id === choice?.shift),
    turn,
  );
  // A shift has no report: one that is still there is of the days looked at before.
  const { report, progress, failed }: AskedReport = isShift ? { failed: ofShift.failed } : ofDays;
  const agents = useAgents(ofDays.report, choice);
  const nicks = useNicks(report);
  const language = shownLanguage(settings?.language ?? 'auto', browser.i18n.getUILanguage());
  usePageTitle(language);

  const platform = report?.question.platform ?? choice?.platform;
  const goals = useMemo(() => goalsOf(state, platform), [state, platform]);
  const rules = state?.rules;
  const waiting = state?.queue.waiting;
  const misses = useMemo(() => missesOf(report, rules, today, waiting), [report, rules, today, waiting]);

  const model: FiguresModel = {
    language,
    theme: settings?.theme ?? 'auto',
    state: noPlaces || failed ? 'failed' : coverage === undefined || !state ? 'loading' : 'ready',
    places,
    ...(choice && { choice }),
    today,
    ...(progress && { progress }),
    ...(report && { report }),
    shifts,
    ...(ofShift.figures && { shiftFigures: ofShift.figures }),
    goals,
    agents,
    nicks,
    missLines: misses,
  };
  return (
    <FiguresView
      model={model}
      actions={{
        ...figuresActions(choice, today, choose, again),
        exportFigures(kind) {
          if (!report) return;
          const { name, type, parts } = figuresFile(report, kind, language);
          downloadFile(name, parts, type);
        },
      }}
    />
  );
}

const goalsOf = (state: KeptState | undefined, platform: FiguresChoice['platform'] | undefined) =>
  state && platform !== undefined ? figureGoals(state, platform) : { limit: 180 };

/** The accounts of the last report that had them: one account's own report names none. */
function useAgents(
  report: ReturnType<typeof useReport>['report'],
  choice: FiguresChoice | undefined,
): string[] {
  const known = useRef<{ platform?: string; names: string[] }>({ names: [] });
  if (report && report.question.agent === undefined) {
    known.current = {
      platform: report.question.platform,
      names: report.agents.map(({ agent }) => agent).filter((name) => name !== ''),
    };
  }
  return known.current.platform === choice?.platform ? known.current.names : [];
}

function usePageTitle(language: FiguresModel['language']): void {
  useEffect(() => {
    const { title, name } = figuresTexts[language];
    document.title = `${title} · ${name}`;
    document.documentElement.lang = language;
  }, [language]);
}

function figuresActions(
  choice: FiguresChoice | undefined,
  today: string,
  choose: (choice: FiguresChoice) => void,
  again: () => void,
): FiguresActions {
  /** A choice with some of it replaced; what is given as undefined is taken out. */
  const change = (patch: { [K in keyof FiguresChoice]?: FiguresChoice[K] | undefined }): void => {
    if (!choice) return;
    const next = Object.entries({ ...choice, ...patch }).filter(([, value]) => value !== undefined);
    choose(Object.fromEntries(next) as unknown as FiguresChoice);
  };
  return {
    choosePlatform: (platform) => change({ platform, shop: undefined, agent: undefined }),
    chooseShop: (shop) => change({ shop }),
    chooseAgent: (agent) => change({ agent }),
    chooseRange: (range: NamedRange) => change({ range, ...rangeOf(range, today) }),
    chooseShift: (shift) => change({ range: 'shift', shift }),
    chooseDays: (from, to) => change({ range: 'own', from, to }),
    again,
    copy: (text) => void navigator.clipboard.writeText(text),
    print: () => print(),
    openOptions: (section) => {
      void sendRequest(openOptions, { ...(section !== undefined && { section }) });
    },
  };
}
