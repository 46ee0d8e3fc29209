import type { PickerField, PickerKind, PickerModel } from '../../components/picker/model.ts';
import type { LocalText } from '../../rules/language/local-text.ts';
import type { OrderStatus } from '../../rules/orders/order.ts';
import type { PageEntry } from '../../storage/schemas/site-map.ts';
import { draftOf, previewOf, repairedEntry } from './draft-of.ts';
import { guides, specOf } from './field-guide.ts';
import { fieldReadings } from './field-locator.ts';
import type { FieldSpec } from './field-spec.ts';
import { entryOf } from './make-map.ts';
import { messageRows } from './message-rows.ts';
import { pickField, problems } from './pick-field.ts';
import type { Preview } from './preview.ts';
import { seedRepair } from './repair.ts';
import { type RowLevel, rowLevels, rowScopes } from './rows.ts';
import { guessStatus } from './status-words.ts';
import { suggestRest } from './suggest-rest.ts';
import { keep, type LevelChoice, newWork, shadowsOf } from './work.ts';

const asks: Record<PickerKind, readonly string[]> = {
  orders: ['row'],
  reviews: ['row'],
  refunds: ['row'],
  chat: ['conversation', 'buyerMessage', 'agentMessage', 'editor'],
  price: ['inputs.price'],
};
const optionalAsks = new Set(['conversation', 'agentMessage']);

/** What the picker knows of the page that is taught or repaired. Knows no views and no pointer. */
export interface PickSession {
  readonly kind: PickerKind | undefined;
  /** What is to be pointed at now; undefined while a row is confirmed or the list of fields is shown. */
  ask(): string | undefined;
  isOptional(): boolean;
  choose(kind: PickerKind): void;
  /** @returns why nothing came of it */
  pick(element: Element): LocalText | undefined;
  /** The row that waits for the agent's yes. */
  level(): LevelChoice | undefined;
  step(by: 1 | -1): void;
  confirmRow(): void;
  again(): void;
  skipAsk(): void;
  askFor(field: string | undefined): void;
  confirm(field: string): void;
  confirmAll(): void;
  skip(field: string): void;
  chooseReading(field: string, index: number): void;
  setStatus(word: string, status: OrderStatus | undefined): void;
  setPriceMode(mode: PickerModel['priceMode']): void;
  /** Fields as the panel shows them, read with the engine. */
  fields(): PickerField[];
  /** Reads the page again: rows may have come, gone or changed. */
  refresh(): Preview | undefined;
  statuses(): PickerModel['statuses'];
  sides(): { told: number; of: number } | undefined;
  priceMode(): PickerModel['priceMode'];
  /** Rows and things to frame on the page. */
  marked(): { rows: readonly Element[]; fields: { name: string; element: Element }[] };
  /** Names of required fields that are still missing. */
  missing(): string[];
  /** The page entry of what was confirmed; undefined while something required is missing. */
  entry(seen: string, note: string): PageEntry | undefined;
  readonly home: Document;
}

/** @param repair the entry and the field that no longer reads; absent: teach from the start */
export function createSession(options: {
  document: Document;
  now(): number;
  repair?: { entry: PageEntry; field: string } | undefined;
}): PickSession {
  const work = newWork(options.document, options.now);
  let queue: string[] = [];
  let asked: string | undefined;
  let pending: 'row' | 'conversation' | undefined;
  /** Repair: what was pointed at before its row was known again. */
  let held: Element | undefined;

  if (options.repair) {
    work.repair = options.repair;
    queue = seedRepair(work, options.repair);
    asked = queue.shift();
  }

  const guide = (): readonly FieldSpec[] => {
    if (!work.kind) return [];
    const all = guides[work.kind];
    return work.repair ? all.filter(({ name }) => name === work.repair?.field || work.picked.has(name)) : all;
  };
  const nextAsk = (): void => {
    asked = queue.shift();
    if (asked === undefined && !work.repair) suggestRest(work);
  };
  const setLevel = (levels: readonly RowLevel[], at: number): void => {
    const level = levels[at];
    if (level) work.list = { levels, at, level };
  };

  function pickRow(element: Element, what: 'row' | 'conversation'): LocalText | undefined {
    work.home = element.ownerDocument;
    const numbered = work.kind === 'orders' || work.kind === 'refunds';
    const { levels, likeliest } = rowLevels(element, { shadows: shadowsOf(work), numbered });
    if (levels.length === 0) return problems.noRow;
    pending = what;
    asked = undefined;
    setLevel(levels, likeliest);
    return undefined;
  }

  function pickAgentMessage(element: Element): LocalText | undefined {
    const { buyerText } = work;
    work.messages = buyerText && messageRows(buyerText, element, shadowsOf(work), work.now());
    if (!work.messages || !buyerText) {
      queue = ['agentMessage', ...queue];
      asked = 'buyerMessage';
      return problems.noMessages;
    }
    const { text } = work.messages;
    if (text && (!work.repair || work.repair.field === 'messages.text')) {
      keep(work, 'messages.text', [text], buyerText, 'confirmed');
    }
    nextAsk();
    return undefined;
  }

  /** Only the buyer has written so far: the messages are known, the sides cannot be told yet. */
  function withoutAgent(buyerText: Element): void {
    const shadows = shadowsOf(work);
    const { levels, likeliest } = rowLevels(buyerText, { shadows, numbered: false });
    const level = levels[likeliest];
    const spec = specOf('chat', 'messages.text');
    if (!level || !spec) return;
    const { items, sample, locator, kind } = level;
    work.messages = { items, buyer: sample, agent: sample, locator, kind, text: undefined, sides: undefined };
    const readings = fieldReadings(buyerText, spec, rowScopes(items, sample, undefined, shadows), work.now());
    if (readings[0]) keep(work, 'messages.text', readings, buyerText, 'confirmed');
  }

  const session: PickSession = {
    get kind() {
      return work.kind;
    },
    get home() {
      return work.home;
    },
    ask: () => asked,
    isOptional: () => asked !== undefined && optionalAsks.has(asked) && !work.repair,
    choose(kind) {
      work.kind = kind;
      queue = [...asks[kind]];
      nextAsk();
    },
    pick(element) {
      if (/^i?frame$/.test(element.localName)) return problems.foreign;
      if (asked === 'row' || asked === 'conversation') return pickRow(element, asked);
      if (asked === 'agentMessage') return pickAgentMessage(element);
      if (asked === 'buyerMessage') {
        work.home = element.ownerDocument;
        work.buyerText = element;
        nextAsk();
        return undefined;
      }
      if (asked === undefined) return undefined;
      const problem = pickField(work, element, asked);
      if (problem && work.repair && work.kind !== 'chat' && work.kind !== 'price') {
        // The row is lost as well: it is found anew around what was pointed at.
        held = element;
        queue = [asked];
        return pickRow(element, 'row');
      }
      if (!problem) nextAsk();
      return problem;
    },
    level: () => (pending ? work.list : undefined),
    step(by) {
      const { list } = work;
      if (list) setLevel(list.levels, Math.max(0, Math.min(list.levels.length - 1, list.at + by)));
    },
    confirmRow() {
      const { list } = work;
      if (!list || !pending) return;
      const { level } = list;
      const scopes = rowScopes(level.items, level.sample, level.group, shadowsOf(work));
      if (pending === 'conversation') {
        work.conversations = { level, rows: scopes };
        work.list = undefined;
      } else work.rows = scopes;
      pending = undefined;
      nextAsk();
      if (held && asked !== undefined && !pickField(work, held, asked)) nextAsk();
      held = undefined;
    },
    again() {
      asked = pending ?? (work.kind ? asks[work.kind][0] : undefined);
      if (!pending && work.kind) queue = asks[work.kind].slice(1);
      pending = undefined;
      work.list = undefined;
    },
    skipAsk() {
      if (!session.isOptional()) return;
      if (asked === 'agentMessage' && work.buyerText) withoutAgent(work.buyerText);
      nextAsk();
    },
    askFor(field) {
      asked = field;
    },
    confirm(field) {
      const one = work.picked.get(field);
      if (one) one.state = 'confirmed';
    },
    confirmAll() {
      for (const one of work.picked.values()) one.state = 'confirmed';
    },
    skip(field) {
      work.picked.delete(field);
      work.skipped.add(field);
      if (asked === field) asked = undefined;
    },
    chooseReading(field, index) {
      const one = work.picked.get(field);
      if (!one?.readings[index]) return;
      one.chosen = index;
      one.state = 'confirmed';
    },
    setStatus(word, status) {
      work.statuses = { ...work.statuses, [word]: status };
    },
    setPriceMode(mode) {
      work.mode = mode;
    },
    fields() {
      const read = previewOf(work);
      return guide().map((spec): PickerField => {
        const one = work.picked.get(spec.name);
        const seen = read?.fields[spec.name];
        const reading = one?.readings[one.chosen];
        const state =
          asked === spec.name
            ? 'pointing'
            : one
              ? one.state
              : work.skipped.has(spec.name)
                ? 'skipped'
                : 'empty';
        return {
          name: spec.name,
          required: spec.required === true,
          state,
          ...(one?.confidence && state === 'suggested' && { confidence: one.confidence }),
          values: one ? (seen && seen.values.length > 0 ? seen.values : [reading?.value]) : [],
          seen: one ? (seen?.seen ?? reading?.seen ?? 0) : 0,
          rows: one ? (seen?.rows ?? reading?.rows ?? 0) : 0,
          ...(reading && { anchor: reading.kind }),
          readings: one?.readings.map(({ value }) => value) ?? [],
          chosen: one?.chosen ?? 0,
        };
      });
    },
    refresh: () => previewOf(work, true),
    statuses() {
      if (work.kind !== 'orders' || work.repair || !work.picked.has('status')) return [];
      const found = previewOf(work)?.statuses ?? [];
      for (const [word] of found) if (!(word in work.statuses)) work.statuses[word] = guessStatus(word);
      return found.map(([word, rows]) => {
        const status = work.statuses[word];
        return { word, rows, ...(status && { status }) };
      });
    },
    sides: () => {
      const sides = work.messages?.sides;
      return sides && { told: sides.told, of: sides.of };
    },
    priceMode: () => work.mode,
    marked: () => ({
      rows: work.list?.level.items ?? work.messages?.items ?? (work.root ? [work.root.element] : []),
      fields: [...work.picked].map(([name, { element }]) => ({ name, element })),
    }),
    missing: () =>
      guide()
        .filter(
          ({ required, name }) =>
            (required || name === work.repair?.field) && work.picked.get(name)?.state !== 'confirmed',
        )
        .map(({ name }) => name),
    entry(seen, note) {
      if (session.missing().length > 0) return undefined;
      if (work.repair) {
        const entry = repairedEntry(work);
        return entry && { ...entry, evidence: { level: 'user', seen, note } };
      }
      const draft = draftOf(work, false);
      return draft && entryOf(draft, seen, note);
    },
  };
  return session;
}
