import { type LocalText, say } from '../../../rules/language/local-text.ts';
import { formatFen } from '../../../rules/money/money.ts';
import type { PenaltyBand, PlatformRow, ReplyLimits, RowValue } from '../../../rules/packs/platform-row.ts';
import { mayBeEmpty, rowFault, rowKind } from '../../../rules/packs/row-fault.ts';
import { percentText } from '../../../rules/packs/row-words.ts';
import { readAmount, readClock, readWhole, splitNames } from '../read-fields.ts';

/** What stands in the fields of a row's editor: texts as typed, by field. */
export interface RuleDraft {
  texts: Readonly<Record<string, string>>;
  ticks: Readonly<Record<string, boolean>>;
  /** Of penalties: one record of texts per step. */
  bands: readonly Readonly<Record<BandField, string>>[];
  /** The row is to hold nothing. */
  empty: boolean;
}

export const bandFields = ['upTo', 'fixed', 'percent', 'least', 'most'] as const;
export type BandField = (typeof bandFields)[number];
export const newBand: Readonly<Record<BandField, string>> = {
  upTo: '',
  fixed: '',
  percent: '',
  least: '',
  most: '',
};

const limitTexts = ({ soft, warn, breach }: ReplyLimits, prefix = ''): Record<string, string> => ({
  [`${prefix}soft`]: String(soft),
  [`${prefix}warn`]: String(warn),
  [`${prefix}breach`]: String(breach),
});

const yuan = (fen: number | undefined): string => (fen === undefined ? '' : formatFen(fen));

const bandTexts = ({ upTo, fixed, basisPoints, least, most }: PenaltyBand): Record<BandField, string> => ({
  upTo: yuan(upTo),
  fixed: yuan(fixed),
  percent: basisPoints === undefined ? '' : percentText(basisPoints),
  least: yuan(least),
  most: yuan(most),
});

function texts(value: RowValue): Record<string, string> {
  switch (value.kind) {
    case 'window':
      return { from: value.window.from, to: value.window.to };
    case 'limits':
      return {
        ...limitTexts(value.limits),
        ...(value.limits.first && limitTexts(value.limits.first, 'first-')),
      };
    case 'seconds':
      return { seconds: String(value.seconds) };
    case 'share':
      return { share: percentText(value.share) };
    case 'count':
      return { count: String(value.count) };
    case 'hours':
      return {
        hours: String(value.hours),
        pickupHours: value.pickupHours === undefined ? '' : String(value.pickupHours),
        numberHours: value.numberHours === undefined ? '' : String(value.numberHours),
        longHours: (value.longHours ?? []).join('、'),
      };
    case 'choice':
      return { choice: value.choice };
    case 'days':
      return { days: value.days.join('、') };
    case 'merge':
      return { same: value.same, most: value.most === undefined ? '' : String(value.most) };
    case 'trail':
      return {
        silentHours: String(value.silentHours),
        standstillHours: String(value.standstillHours),
        redHours: String(value.redHours),
      };
    default:
      return {};
  }
}

/** The editor's fields as the value in force fills them. */
export function draftOf(value: RowValue): RuleDraft {
  return {
    texts: texts(value),
    ticks: {
      ...(value.kind === 'kinds' && { assist: value.kinds.includes('assist') }),
      ...(value.kind === 'merge' && {
        consent: value.consent === true,
        paidOnline: value.paidOnline === true,
      }),
    },
    bands: value.kind === 'penalty' ? value.bands.map(bandTexts) : [newBand],
    empty: value.kind === 'empty',
  };
}

const MOST_S = 86_400;
const MOST_H = 9_600;
const MOST_COUNT = 100_000;
const badSeconds = say('填 1 到 86400 的整数秒', 'Whole seconds from 1 to 86,400');
const badHours = say('填 1 到 9600 的整数小时', 'Whole hours from 1 to 9,600');
const badClock = say('时间写成 08:00，最晚 24:00', 'Times as 08:00, 24:00 at the latest');
const badShare = say(
  '填 0.01 到 100 的百分数，最多两位小数',
  'A percentage from 0.01 to 100, two decimals at most',
);
const badCount = say('填 1 到 100000 的整数', 'A whole number from 1 to 100,000');
const badSum = say('金额写成 12 或 12.50', 'Amounts as 12 or 12.50');

const isFault = (read: unknown): read is LocalText =>
  typeof read === 'object' && read !== null && 'zh-CN' in read;

/** Percent as hundredths of a percent; undefined where it is none. */
function readPercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!match) return undefined;
  const [, whole = '', decimals = ''] = match;
  const n = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return n <= 10_000 ? n : undefined;
}

const clockOf = (text: string): string | undefined =>
  text.normalize('NFKC').trim() === '24:00' ? '24:00' : readClock(text);

function limitsOf(draft: RuleDraft, prefix: string): ReplyLimits | LocalText {
  const read = (step: string) => readWhole(draft.texts[`${prefix}${step}`] ?? '', 1, MOST_S);
  const [soft, warn, breach] = [read('soft'), read('warn'), read('breach')];
  if (soft === undefined || warn === undefined || breach === undefined) return badSeconds;
  return { soft, warn, breach };
}

/** An amount or nothing; undefined is "nothing typed". */
function sumOf(text: string): number | undefined | LocalText {
  if (text.trim() === '') return undefined;
  return readAmount(text) ?? badSum;
}

function bandOf(typed: Readonly<Record<BandField, string>>): PenaltyBand | LocalText {
  const percent = typed.percent.trim() === '' ? undefined : (readPercent(typed.percent) ?? badShare);
  const [upTo, fixed, least, most] = [typed.upTo, typed.fixed, typed.least, typed.most].map(sumOf);
  for (const one of [percent, upTo, fixed, least, most]) if (isFault(one)) return one;
  const known = { upTo, fixed, basisPoints: percent, least, most };
  return Object.fromEntries(Object.entries(known).filter(([, n]) => n !== undefined)) as PenaltyBand;
}

function hoursOf(draft: RuleDraft): RowValue | LocalText {
  const optional = (name: string): number | undefined | LocalText => {
    const text = draft.texts[name] ?? '';
    return text.trim() === '' ? undefined : (readWhole(text, 1, MOST_H) ?? badHours);
  };
  const hours = readWhole(draft.texts.hours ?? '', 1, MOST_H);
  const [pickupHours, numberHours] = [optional('pickupHours'), optional('numberHours')];
  const long = splitNames(draft.texts.longHours ?? '').map((text) => readWhole(text, 1, MOST_H));
  const longHours = long.flatMap((n) => n ?? []);
  if (hours === undefined || longHours.length !== long.length) return badHours;
  if (isFault(pickupHours) || isFault(numberHours)) return badHours;
  return {
    kind: 'hours',
    hours,
    ...(pickupHours !== undefined && { pickupHours }),
    ...(numberHours !== undefined && { numberHours }),
    ...(longHours.length > 0 && { longHours }),
  };
}

function typedValue(row: PlatformRow, draft: RuleDraft): RowValue | LocalText {
  const { texts: typed, ticks } = draft;
  switch (rowKind(row)) {
    case 'window': {
      const [from, to] = [clockOf(typed.from ?? ''), clockOf(typed.to ?? '')];
      return from === undefined || to === undefined ? badClock : { kind: 'window', window: { from, to } };
    }
    case 'limits': {
      const limits = limitsOf(draft, '');
      if (isFault(limits)) return limits;
      if (row.value.kind !== 'limits' || !row.value.limits.first) return { kind: 'limits', limits };
      const first = limitsOf(draft, 'first-');
      return isFault(first) ? first : { kind: 'limits', limits: { ...limits, first } };
    }
    case 'seconds': {
      const seconds = readWhole(typed.seconds ?? '', 1, MOST_S);
      return seconds === undefined ? badSeconds : { kind: 'seconds', seconds };
    }
    case 'share': {
      const share = readPercent(typed.share ?? '');
      return share === undefined || share < 1 ? badShare : { kind: 'share', share };
    }
    case 'count': {
      const count = readWhole(typed.count ?? '', 1, MOST_COUNT);
      return count === undefined ? badCount : { kind: 'count', count };
    }
    case 'hours':
      return hoursOf(draft);
    case 'choice':
      return { kind: 'choice', choice: typed.choice ?? '' };
    case 'kinds':
      return { kind: 'kinds', kinds: ticks.assist ? ['human', 'assist'] : ['human'] };
    case 'days':
      return { kind: 'days', days: splitNames(typed.days ?? '').sort() };
    case 'merge': {
      const most = (typed.most ?? '').trim();
      const count = most === '' ? undefined : (readWhole(most, 2, 10_000) ?? NaN);
      return {
        kind: 'merge',
        same: typed.same === 'account' ? 'account' : 'receiver',
        ...(ticks.consent && { consent: true as const }),
        ...(count !== undefined && { most: count }),
        ...(ticks.paidOnline && { paidOnline: true as const }),
      };
    }
    case 'trail': {
      const [silentHours, standstillHours, redHours] = ['silentHours', 'standstillHours', 'redHours'].map(
        (name) => readWhole(typed[name] ?? '', 1, MOST_H),
      );
      if (silentHours === undefined || standstillHours === undefined || redHours === undefined)
        return badHours;
      return { kind: 'trail', silentHours, standstillHours, redHours };
    }
    case 'penalty': {
      const read = draft.bands.map(bandOf);
      const bands = read.flatMap((one): PenaltyBand[] => (isFault(one) ? [] : [one]));
      return read.find(isFault) ?? { kind: 'penalty', bands };
    }
    case 'warn-hours':
    case 'empty':
      return say('这一条不在这里改', 'This one is edited elsewhere');
  }
}

/** What the fields say: a value the row may hold, or why they hold none. */
export function readDraft(row: PlatformRow, draft: RuleDraft): { value: RowValue } | { fault: LocalText } {
  const value: RowValue | LocalText =
    draft.empty && mayBeEmpty(row) ? { kind: 'empty' } : typedValue(row, draft);
  if (isFault(value)) return { fault: value };
  const fault = rowFault(row, value);
  return fault ? { fault } : { value };
}
