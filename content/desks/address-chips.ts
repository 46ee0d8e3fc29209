import type { Region } from '../../rules/address/region.ts';
import { type Language, type LocalText, say } from '../../rules/language/local-text.ts';
import type { FlagName } from '../../rules/orders/flag.ts';
import { zoneQuestion } from '../../rules/orders/zone-question.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import { refusesByName, sameRegion, type ZoneAnswer, zoneAnswer } from '../../rules/zones/index.ts';
import { mostTexts } from '../../storage/contracts/addresses.ts';
import type { MarkRow } from '../marks/mark-layer.ts';
import type { ChatFact } from '../site-map/facts.ts';
import { type ChatRun, chatRuns } from './chat-runs.ts';
import { messageIdentities } from './message-identity.ts';

/** What the background found in one run; null: no address. */
export type FoundInRun = { region: Region; lines: number } | null;

/** What an agent may do with a chip. */
export interface AddressChip {
  /** The address as the buyer wrote it, over several messages where they belong together. */
  text: string;
  /** For the buyer, to be looked over. */
  phrase?: string;
}

export interface AddressChips {
  /** The chips of the open chat; those that are the same as last time are the same objects. */
  marks(chat: ChatFact | undefined, pack: ShopPack, language: Language): MarkRow[];
  /** The chip a mark's key stands for. */
  find(key: string): AddressChip | undefined;
}

/** Texts kept; a chat on the screen shows fewer. */
const mostKept = 2_000;
const keyOf = (identity: string): string => `address:${identity}`;

/**
 * Chips beside the addresses a buyer writes in the chat: the shop's verdict in a few words, the phrase for the buyer
 * and the address tool one press away. The background reads; each text is asked for once, and only messages that
 * stand on the page have a chip.
 */
export function createAddressChips(options: {
  ask(runs: Pick<ChatRun, 'lines' | 'asked'>[]): Promise<readonly FoundInRun[]>;
  /** Something that was asked for has been found. */
  changed(): void;
  signal: AbortSignal;
}): AddressChips {
  const { ask, changed, signal } = options;
  const known = new Map<string, FoundInRun>();
  /** What was last found in a message, whatever stood before it: shown while it is read anew with other lines. */
  const lastFound = new Map<string, FoundInRun>();
  const pending = new Set<string>();
  let waiting: { sign: string; run: ChatRun }[] = [];
  let shown = new Map<string, { row: MarkRow; drawn: string; chip: AddressChip }>();

  const keep = (sign: string, run: ChatRun, found: FoundInRun): void => {
    for (const kept of [known, lastFound]) if (kept.size >= mostKept) kept.clear();
    known.set(sign, found);
    lastFound.set(run.lines.at(-1) ?? '', found);
  };
  const flush = async (): Promise<void> => {
    const asked = waiting.slice(0, mostTexts);
    waiting = [];
    let answers: readonly FoundInRun[] = [];
    try {
      answers = await ask(asked.map(({ run: { lines, asked: wasAsked } }) => ({ lines, asked: wasAsked })));
    } catch {
      // Not read: the next look at the chat asks again.
    }
    for (const [i, { sign, run }] of asked.entries()) {
      pending.delete(sign);
      const found = answers[i];
      if (found !== undefined) keep(sign, run, found);
    }
    if (answers.length > 0 && !signal.aborted) changed();
  };
  const foundIn = (run: ChatRun): FoundInRun => {
    const sign = JSON.stringify([run.asked, run.lines]);
    const found = known.get(sign);
    if (found !== undefined) return found;
    if (!pending.has(sign) && !signal.aborted) {
      if (waiting.length === 0) queueMicrotask(() => void flush());
      pending.add(sign);
      waiting.push({ sign, run });
    }
    return lastFound.get(run.lines.at(-1) ?? '') ?? null;
  };

  return {
    marks(chat, pack, language) {
      const found = chat ? addressesOf(chatRuns(chat.messages), foundIn) : [];
      const next: typeof shown = new Map();
      if (chat && found.length > 0) {
        const identities = messageIdentities(chat.messages);
        const question = questionOf(chat, pack);
        for (const { run, region, lines } of found) {
          const host = chat.messages[run.index]?.element;
          const identity = identities[run.index];
          if (!host || identity === undefined) continue;
          const key = keyOf(identity);
          const text = run.lines.slice(-lines).join('\n');
          const answer = zoneAnswer({ ...region, text }, pack.couriers, question);
          const row = rowOf({ key, host, id: identity, region, answer, pack, language });
          const drawn = JSON.stringify([row.flags, row.chips, row.actions]);
          const before = shown.get(key);
          const same = before?.drawn === drawn && before.row.host === host ? before.row : row;
          const { phrase } = answer;
          next.set(key, { row: same, drawn, chip: { text, ...(phrase !== undefined && { phrase }) } });
        }
      }
      shown = next;
      return [...next.values()].map(({ row }) => row);
    },
    find: (key) => shown.get(key)?.chip,
  };
}

/** Each address once: of an address broken over several messages, at the last of them. */
function addressesOf(
  runs: readonly ChatRun[],
  foundIn: (run: ChatRun) => FoundInRun,
): { run: ChatRun; region: Region; lines: number }[] {
  const used = new Set<number>();
  const found = [];
  for (const run of [...runs].reverse()) {
    const answer = foundIn(run);
    if (!answer || used.has(run.index)) continue;
    for (const index of run.at.slice(-answer.lines)) used.add(index);
    found.push({ run, ...answer });
  }
  return found.reverse();
}

/** The one order beside the chat that may still be sent tells pieces and total; of several nobody knows which is meant. */
function questionOf(chat: ChatFact, pack: ShopPack): ReturnType<typeof zoneQuestion> {
  const open = chat.orders
    .map(({ order }) => order)
    .filter(({ status }) => status === undefined || status === 'unpaid' || status === 'unshipped');
  const [order, ...others] = open;
  return order && others.length === 0 && order.lines.length > 0
    ? zoneQuestion(order, pack)
    : { askManagerFrom: pack.flashSale.askManagerFrom };
}

const insertLabel = say('填回复', 'Insert reply');
const toolLabel = say('查地址', 'Look up');
const insertTitle = say(
  '把建议的回复放进输入框，不会发送',
  'Puts the suggested reply into the editor; sends nothing',
);

/** Actions of a chip, as the mark layer hands them back. */
export const chipActions = { insert: 'address-phrase', tool: 'address-tool' } as const;

function rowOf(parts: {
  key: string;
  host: Element;
  id: string;
  region: Region;
  answer: ZoneAnswer;
  pack: ShopPack;
  language: Language;
}): MarkRow {
  const { key, host, id, region, answer, pack, language } = parts;
  const title = answer.reasons.map((reason) => reason[language]).join('\n');
  const phrase = answer.phrase;
  return {
    key,
    host,
    attribute: 'data-address',
    id,
    flags: flagsOf(region, answer, pack),
    chips: [{ text: chipText(region, answer)[language], level: answer.level, title }],
    actions: [
      ...(phrase === undefined
        ? []
        : [
            {
              id: chipActions.insert,
              label: insertLabel[language],
              title: `${insertTitle[language]}\n${phrase}`,
            },
          ]),
      { id: chipActions.tool, label: toolLabel[language] },
    ],
  };
}

/** The verdict in a few words: 京东不到 · 邮政加收¥18, 需确认：鼓楼区可能是 4 个城市. */
export function chipText(region: Region, answer: ZoneAnswer): LocalText {
  const { candidates = [], district = '' } = region;
  if (candidates.length > 1) {
    return say(
      `需确认：${district}可能是 ${candidates.length} 个城市`,
      `Ask: ${district} may be in ${candidates.length} cities`,
    );
  }
  const { verdict, used, label, level } = answer;
  const refusing = verdict.couriers
    .filter(({ reach, rule }) => reach === 'no' && rule !== undefined && refusesByName(rule))
    .map(({ courier }) => courier);
  if (level === 'stop' || !used) return label;
  const names = refusing.slice(0, 2);
  const goes = used.reach === 'surcharge' ? say(used.courier, `${used.courier} `) : say('', '');
  const by = say(goes['zh-CN'] + label['zh-CN'], goes.en + label.en);
  return names.length === 0
    ? by
    : say(`${names.join('、')}不到 · ${by['zh-CN']}`, `Not by ${names.join(', ')} · ${by.en}`);
}

function flagsOf(region: Region, answer: ZoneAnswer, pack: ShopPack): FlagName[] {
  if (region.candidates) return ['zone-unknown', 'confirm-address'];
  const flags: FlagName[] = [];
  if (answer.level === 'stop') flags.push('out-of-zone');
  else if (answer.used?.reach === 'surcharge') flags.push('surcharge');
  else if (!answer.used) flags.push('zone-unknown');
  if (pack.remoteProvinces.some((name) => sameRegion(name, region.province))) flags.push('remote');
  return flags;
}
