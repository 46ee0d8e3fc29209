import type { PopupTexts } from '../i18n/popup-texts.ts';
import type { TodayFigure } from './model.ts';

/** A share as percent with at most one decimal, from integers where both are known (metrics.md §1.6). */
function percent(share: number): string {
  const tenths = Math.round(share * 1_000);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`;
}

const plain = (n: number): string => String(Math.round(n * 100) / 100);

/** The figure in words; "—" when there is nothing to count yet, never a zero. */
export function figureText(figure: TodayFigure, t: PopupTexts): string {
  const { value } = figure;
  if (value === undefined) return '—';
  if (figure.id === 'mean') return t.seconds(String(Math.round(value)));
  if (figure.id === 'within-target') return percent(value);
  if (figure.id === 'talk-ratio') return value.toFixed(2);
  return plain(value);
}

/** What stands under the figure: how many it rests on, else the goal. Absent when neither is known. */
export function figureNote(figure: TodayFigure, t: PopupTexts): string | undefined {
  const { id, numerator, denominator, target } = figure;
  const counts =
    numerator !== undefined && denominator !== undefined && (id === 'within-target' || id === 'talk-ratio')
      ? `${plain(numerator)}/${plain(denominator)}`
      : undefined;
  const goal =
    target === undefined
      ? undefined
      : id === 'mean'
        ? [
            t.goalSeconds(plain(target)),
            figure.platformTarget !== undefined && t.platformSeconds(plain(figure.platformTarget)),
          ]
            .filter(Boolean)
            .join(' · ')
        : id === 'within-target'
          ? t.goalShare(percent(target))
          : id === 'talk-ratio'
            ? t.goalRatio(plain(target))
            : undefined;
  // The bar of the share marks its goal; both in words do not fit the tile.
  if (id === 'within-target' && counts !== undefined) return counts;
  return [counts, goal].filter(Boolean).join(' · ') || undefined;
}
