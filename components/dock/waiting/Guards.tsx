import { beforeClosing, beforeTransfer } from '../../../rules/metrics/at-stake.ts';
import { closesAt } from '../../../rules/metrics/two-clocks.ts';
import { windowOf } from '../../../rules/packs/platform-limits.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { waitingTexts } from '../../i18n/waiting-texts.ts';
import { Line } from '../../ui/Marks.tsx';
import type { DockModel } from '../model.ts';

/** Night guard: a quarter of an hour before a platform's window closes, who still waits there (metrics.md §6). */
export function NightGuard({ model, now }: { model: DockModel; now: number }) {
  const words = useTexts(waitingTexts, model.language);
  const late = beforeClosing(model.waiting, now, model.rows);
  const [first] = late
    .map(({ platform }) => ({
      platform,
      closes: closesAt(platform, now, model.rows) ?? Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => a.closes - b.closes);
  if (!first) return null;
  const left = words.minutes(Math.ceil((first.closes - now) / 60_000));
  return (
    <Line tone="warn" icon="alert">
      {words.nightLine(left, windowOf(first.platform, model.rows).to, late.length)}
    </Line>
  );
}

/**
 * Transfer guard: no page tells that a transfer is about to happen, so the line stands while the open conversation
 * has an unanswered turn that a transfer would lose (metrics.md §6, E10). It warns and blocks nothing.
 */
export function TransferGuard({ model }: { model: DockModel }) {
  const open = model.waiting.find(({ key }) => key === model.openConversation);
  const text = beforeTransfer(open, model.rows);
  if (!text) return null;
  return <Line tone="info">{inLanguage(text, model.language)}</Line>;
}
