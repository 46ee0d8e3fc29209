import { useMemo, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import type { Figure } from '../../rules/metrics/figure.ts';
import { figureName } from '../../rules/metrics/names.ts';
import { figuresTexts } from '../i18n/figures-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { Meter } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import { Card } from './ChartCard.tsx';
import { figureOf, figureText } from './figure-words.ts';
import type { FigureGoals } from './model.ts';

/** The figures of one account or one shop. */
export interface Share {
  id: string;
  name: string;
  figures: readonly Figure[];
}

const ids = ['answered', 'mean', 'p90', 'within', 'misses', 'answer-ratio'] as const;
type Column = 'name' | (typeof ids)[number];

/** Accounts or shops side by side, with a bar for how many turns each had; sorted by any column. */
export function SharesCard({
  id,
  title,
  hint,
  nameColumn,
  shares,
  goals,
  language,
}: {
  id: string;
  title: string;
  hint?: string;
  nameColumn: string;
  shares: readonly Share[];
  goals: FigureGoals;
  language: Language;
}) {
  const t = useTexts(figuresTexts, language);
  const guard = useGuard();
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: 'answered', down: true });
  const rows = useMemo(() => sorted(shares, sort.by, sort.down), [shares, sort]);
  const most = Math.max(1, ...shares.map(({ figures }) => figureOf(figures, 'answered')?.numerator ?? 0));
  const columns: { id: Column; label: string }[] = [
    { id: 'name', label: nameColumn },
    ...ids.map((column) => ({ id: column, label: inLanguage(figureName(column), language) })),
  ];
  return (
    <Card id={id} title={title} hint={hint}>
      <div className="sb-figures-scroll">
        <table className="sb-figures-table sb-figures-shares">
          <thead>
            <tr>
              {columns.map((column) => {
                const isSorted = sort.by === column.id;
                return (
                  <th
                    key={column.id}
                    scope="col"
                    aria-sort={isSorted ? (sort.down ? 'descending' : 'ascending') : undefined}
                  >
                    <button
                      type="button"
                      title={t.sortBy(column.label)}
                      onClick={guard(() =>
                        setSort({ by: column.id, down: isSorted ? !sort.down : column.id !== 'name' }),
                      )}
                    >
                      {column.label}
                      {isSorted && <Icon name={sort.down ? 'down' : 'up'} size={11} />}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id: key, name, figures }) => (
              <tr key={key} data-share={key}>
                <th scope="row">
                  <span className="sb-clip" title={name}>
                    {name}
                  </span>
                </th>
                {ids.map((column) => {
                  const figure = figureOf(figures, column);
                  const text = figureText(figure, t);
                  return (
                    <td key={column} data-figure={column}>
                      {text}
                      {column === 'answered' && (
                        <Meter share={(figure?.numerator ?? 0) / most} label={`${name} ${text}`} />
                      )}
                      {column === 'within' && figure && figure.value !== null && (
                        <Meter
                          share={figure.value}
                          target={goals.share === undefined ? undefined : goals.share / 10_000}
                          label={`${name} ${text}`}
                          tone={isBelow(figure, goals.share) ? 'warn' : 'accent'}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

const isBelow = ({ numerator, denominator }: Figure, target: number | undefined): boolean =>
  target !== undefined && numerator * 10_000 < target * denominator;

/** What has no value stands last, whichever way it is sorted. */
function sorted(shares: readonly Share[], by: Column, down: boolean): Share[] {
  const turn = down ? -1 : 1;
  if (by === 'name')
    return shares.toSorted((one, other) => turn * one.name.localeCompare(other.name, 'zh-CN'));
  const value = ({ figures }: Share): number | null => figureOf(figures, by)?.value ?? null;
  return shares.toSorted((one, other) => {
    const a = value(one);
    const b = value(other);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return turn * (a - b);
  });
}
