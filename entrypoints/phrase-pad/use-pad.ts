import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { padTexts } from '../../components/i18n/pad-texts.ts';
import type {
  PadActions,
  PadImage,
  PadModel,
  PadNext,
  PadOutcome,
  PadWordingHit,
} from '../../components/pad/model.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { type NextText, nextText, textsOf } from '../../rules/phrases/next-text.ts';
import { type FormAnswers, type FormField, steadyChance } from '../../rules/phrases/template.ts';
import { type Platform, platforms } from '../../rules/platform.ts';
import { type WordingHit, wordingOf } from '../../rules/wording/index.ts';
import { choosePadPlatform } from '../../storage/contracts/pad.ts';
import { openOptions } from '../../storage/contracts/settings.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { PadRecord } from '../../storage/pad.ts';
import { createPhraseImages } from '../../storage/phrase-images.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';
import { createBuyerMemory } from './buyer-memory.ts';
import { copyImage, copyText } from './clipboard.ts';
import { padValues } from './pad-values.ts';
import { type CopyPlan, planCopy, planText } from './plan-copy.ts';
import { countUse, givenRequests, ownNames, rememberOwn, untold } from './tell-background.ts';
import { useShelf } from './use-shelf.ts';

/** What the agent is asked before a text is copied. */
export interface PadAsk {
  /** Another for every form. */
  key: string;
  title: string;
  /** None says that a page has not told it: here there is no page. */
  fields: FormField[];
  /** Names of those only the agent knows; the others are this buyer's. */
  own: ReadonlySet<string>;
  preview(answers: FormAnswers): string;
  answer(answers: FormAnswers): void;
  cancel(): void;
}

export interface Pad {
  model: Omit<PadModel, 'language' | 'theme'>;
  actions: PadActions;
  ask: PadAsk | undefined;
}

/** A text on its way: copied, or held back until it is asked for again. */
interface Pending {
  phrase: Giving;
  next: NextText;
  text: string;
  hits: readonly WordingHit[];
  /** Stop words kept it from the clipboard. */
  held: boolean;
  /** Its use is counted, or it is none of the library's. */
  counted: boolean;
}

type Giving = Pick<Phrase, 'id' | 'title' | 'kind' | 'images'>;

interface Asked {
  phrase: Phrase;
  next: NextText;
  chance: ReturnType<typeof steadyChance>;
  fields: FormField[];
}

/** In the place of a phrase's id. */
const draftId = 'draft';

/** Shown in the form's preview where an answer is still missing. */
const blank = '＿＿';

const hitView = (text: string, hit: WordingHit): PadWordingHit => ({
  start: hit.start,
  end: hit.end,
  word: text.slice(hit.start, hit.end),
  level: hit.level,
  reason: hit.says,
  source: hit.source,
  // Nothing to put in its place is no better word.
  ...(hit.suggestion && { better: hit.suggestion }),
});

/** Everything the pad knows and does; the view is in components/pad. */
export function usePad(state: KeptState, pad: PadRecord, language: Language): Pad {
  const [platform, setPlatform] = useState(pad.platform);
  const [buyer, setBuyer] = useState('');
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [memory] = useState(() => createBuyerMemory(givenRequests, redraw));
  const [outcome, setOutcome] = useState<PadOutcome>();
  const [asked, setAsked] = useState<Asked>();
  const shelf = useShelf(state.library, platform);
  const pending = useRef<Pending>(undefined);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [chances] = useState(() => new Map<string, number>());
  const [images] = useState(() => createPhraseImages(() => Date.now()));

  useEffect(() => memory.name(platform, buyer), [memory, platform, buyer]);

  /** By chance once per phrase until it was copied: what the list shows is what is copied. */
  const nextOf = (phrase: Phrase, chosen?: number): NextText => {
    const texts = textsOf(phrase);
    const text = chosen === undefined ? undefined : texts[chosen];
    if (chosen !== undefined && text !== undefined) {
      return { index: chosen, text, of: texts.length, exhausted: false };
    }
    const chance = chances.get(phrase.id) ?? Math.random();
    chances.set(phrase.id, chance);
    return nextText(phrase, memory.given()[phrase.id] ?? [], chance);
  };
  const wording = useMemo(
    () => wordingOf(state.shop.pack.wording, platform, 'chat'),
    [state.shop.pack.wording, platform],
  );
  const planOf = ({ phrase, next, chance }: Omit<Asked, 'fields'>, answers?: FormAnswers): CopyPlan => {
    const now = Date.now();
    return planCopy(next, {
      values: padValues(buyer, state.settings, state.shop.pack, now),
      answers,
      now,
      snippet: shelf?.snippet ?? (() => undefined),
      chance: chance.start(),
      literal: phrase.literal,
      wording,
    });
  };
  const tell = (phrase: Giving, what: Told): void =>
    setOutcome((last) => ({ ...what, id: phrase.id, title: phrase.title, at: (last?.at ?? 0) + 1 }));

  /** A text that is ready goes to the clipboard, or is held back; `again`: it was, and is asked for all the same. */
  const give = async (text: Omit<Pending, 'held'>, again = false): Promise<void> => {
    const { phrase, next, hits, counted } = text;
    const stops = hits.filter(({ level }) => level === 'stop');
    if (stops.length > 0 && !again) {
      pending.current = { ...text, held: true };
      tell(phrase, { kind: 'held', hits: stops.map((hit) => hitView(text.text, hit)) });
      return;
    }
    if (!(await copyText(text.text))) {
      pending.current = undefined;
      tell(phrase, { kind: 'refused', text: text.text });
      return;
    }
    pending.current = { ...text, held: false, counted: true };
    if (!counted) {
      countUse(memory, phrase.id, next);
      chances.delete(phrase.id);
    }
    tell(phrase, {
      kind: 'copied',
      text: text.text,
      hits: hits.map((hit) => hitView(text.text, hit)),
      images: phrase.images ?? [],
      ...(phrase.kind && next.of > 1 && { part: { ...next, kind: phrase.kind } }),
    });
  };
  const follow = async (ask: Asked, plan: CopyPlan): Promise<void> => {
    const { phrase, next } = ask;
    setAsked(plan.kind === 'ask' ? { ...ask, fields: plan.fields } : undefined);
    if (plan.kind === 'broken') tell(phrase, { kind: 'broken', names: plan.names });
    else if (plan.kind === 'ready') {
      await give({ phrase, next, text: plan.text, hits: plan.hits, counted: false });
    }
  };
  /** One after the other: a second Enter means what comes after the first one's text. */
  const inTurn = (work: () => Promise<void>): void => {
    turn.current = turn.current.then(work).catch(untold);
  };
  const pickNow = async (id: string, chosen: number | undefined): Promise<void> => {
    await memory.ready();
    const phrase = shelf?.find(id);
    if (!phrase) return;
    const last = pending.current;
    if (last?.held && last.phrase.id === id) return give(last, true);
    const ask = { phrase, next: nextOf(phrase, chosen), chance: steadyChance(Math.random), fields: [] };
    return follow(ask, planOf(ask));
  };
  const draftNow = (title: string, text: string): Promise<void> => {
    const last = pending.current;
    const next = { index: 0, text, of: 1, exhausted: false };
    const again = last?.held === true && last.phrase.id === draftId && last.text === text;
    const { hits } = planText(text, wording);
    return give({ phrase: { id: draftId, title }, next, text, hits, counted: true }, again);
  };
  const betterNow = async ({ start, end, better = '' }: PadWordingHit): Promise<void> => {
    const last = pending.current;
    if (last)
      await give({
        ...last,
        ...planText(last.text.slice(0, start) + better + last.text.slice(end), wording),
      });
  };
  /** What was held back was meant for another chat. */
  const drop = (): void => {
    pending.current = undefined;
    setOutcome(undefined);
    setAsked(undefined);
  };
  const copyPicture = async (id: string, { hash, name }: PadImage): Promise<void> => {
    const result = await copyImage(images, hash);
    tell({ id, title: shelf?.find(id)?.title ?? '' }, { kind: 'image', name, result });
  };

  const given = memory.given();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `given` is what `nextOf` reads of the memory
  const next = useMemo(
    () =>
      (id: string, chosen?: number): PadNext | undefined => {
        const phrase = shelf?.find(id);
        return phrase && nextOf(phrase, chosen);
      },
    [shelf, given],
  );
  const search = useMemo<PadActions['search']>(
    () => (query, place, limit) => shelf?.search(query, place, limit) ?? [],
    [shelf],
  );
  const actions: PadActions = {
    search,
    next,
    pick: (id, chosen) => inTurn(() => pickNow(id, chosen)),
    check: useMemo(() => (text: string) => planText(text, wording).hits, [wording]),
    copyDraft: (text) => inTurn(() => draftNow(padTexts[language].draftName, text)),
    moveOn() {
      if (pending.current?.held) drop();
    },
    choosePlatform(chosen) {
      setPlatform(chosen);
      drop();
      sendRequest(choosePadPlatform, { platform: chosen }).catch(untold);
    },
    nameBuyer(nick) {
      setBuyer(nick);
      drop();
    },
    nextBuyer() {
      setBuyer('');
      memory.forgetNameless();
      drop();
    },
    startAnew(id) {
      memory.forget(id);
      drop();
    },
    takeBetter: (hit) => inTurn(() => betterNow(hit)),
    copyImage: (id, image) => void copyPicture(id, image).catch(untold),
    openOptions: () => void sendRequest(openOptions, { section: 'phrases' }).catch(untold),
  };
  return {
    model: {
      ready: shelf !== undefined,
      platform,
      platforms: shownPlatforms(pad.recent, platform),
      buyer,
      count: shelf?.count ?? 0,
      categories: shelf?.categories ?? [],
      ...(outcome && { outcome }),
    },
    actions,
    ask: asked && {
      key: `${asked.phrase.id} ${asked.next.index}`,
      title: asked.phrase.title,
      fields: asked.fields.map(({ page: _, ...field }) => field),
      own: ownNames(asked.fields),
      preview(answers) {
        const missing = asked.fields.map(({ name, fallback }) => [name, fallback ?? blank]);
        const said = Object.entries(answers).filter(([, answer]) => answer.trim() !== '');
        const plan = planOf(asked, Object.fromEntries([...missing, ...said]));
        return 'text' in plan ? plan.text : '';
      },
      answer(answers) {
        rememberOwn(asked.fields, answers);
        inTurn(() => follow(asked, planOf(asked, answers)));
      },
      cancel: () => setAsked(undefined),
    },
  };
}

/** An outcome without what every one has. */
type Told = PadOutcome extends infer One
  ? One extends PadOutcome
    ? Omit<One, 'at' | 'id' | 'title'>
    : never
  : never;

/** In the product's order, so that a segment keeps its place. */
const shownPlatforms = (recent: readonly Platform[], platform: Platform): Platform[] =>
  platforms.filter((one) => recent.includes(one) || one === platform);
