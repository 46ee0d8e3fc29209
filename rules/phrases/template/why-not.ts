import { type LocalText, say } from '../../language/local-text.ts';
import { troubleTexts } from './fault-texts.ts';
import type { FilledTemplate, MissingReason } from './fill.ts';

const reasonTexts: Readonly<Record<MissingReason, LocalText>> = {
  absent: say('读不到', 'not found on the page'),
  masked: say('页面上打了码', 'hidden on the page'),
  asked: say('还没有填', 'not filled in'),
  unknown: say('不是可用的变量', 'no variable'),
  ...troubleTexts,
};

/** Why a phrase was not filled, every name with its reason: `快递、单号（读不到）；姓名（还没有填）`. */
export function whyNotFilled({ missing, reasons }: Extract<FilledTemplate, { ok: false }>): LocalText {
  const groups = new Map<MissingReason, string[]>();
  for (const [at, name] of missing.entries()) {
    const reason = reasons[at] ?? 'unknown';
    groups.set(reason, [...(groups.get(reason) ?? []), name]);
  }
  const list = [...groups].map(([reason, names]) => ({ names, why: reasonTexts[reason] }));
  return say(
    list.map(({ names, why }) => `${names.join('、')}（${why['zh-CN']}）`).join('；'),
    list.map(({ names, why }) => `${names.join(', ')} (${why.en})`).join('; '),
  );
}

/** Whether the form can help: everything missing is something an agent can write in. */
export const formHelps = ({ reasons, fields }: Extract<FilledTemplate, { ok: false }>): boolean =>
  fields.length > 0 &&
  reasons.every((reason) => reason === 'absent' || reason === 'masked' || reason === 'asked');
