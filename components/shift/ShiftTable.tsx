import type { Language } from '../../rules/language/local-text.ts';
import { formatFigure } from '../../rules/metrics/figure.ts';
import { figureName } from '../../rules/metrics/names.ts';
import { pausedMs, type Shift } from '../../rules/shift/shift.ts';
import { shiftTexts } from '../i18n/shift-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { clockText } from '../ui/wait.ts';
import type { ShiftGroup, ShiftSum } from './model.ts';
import { lengthText } from './shift-time.ts';

const columns = ['answered', 'mean', 'within', 'misses', 'longest', 'answer-ratio'] as const;
const heads = {
  answered: 'answered',
  mean: 'mean',
  within: 'within',
  misses: 'misses',
  longest: 'longest',
  'answer-ratio': 'ratio',
} as const;

/** A figure of the shift; what it rests on stands in its title. */
function cell({ figures }: ShiftGroup, id: (typeof columns)[number]): { text: string; title?: string } {
  const figure = figures.find((one) => one.id === id);
  if (!figure || figure.denominator === 0) return { text: '—' };
  if (id === 'mean' || id === 'longest')
    return {
      text: clockText(Math.round(figure.numerator / figure.denominator)),
      ...(id === 'mean' && { title: String(figure.denominator) }),
    };
  const isShare = id === 'within' || id === 'answer-ratio';
  return {
    text: formatFigure(figure),
    ...(isShare && { title: `${figure.numerator}/${figure.denominator}` }),
  };
}

/** What a shift came to: each platform's figures in a row, the orders and the breaks below. */
export function ShiftTable({
  shift,
  sum,
  now,
  language,
}: {
  shift: Shift;
  sum: ShiftSum;
  /** Epoch ms. */
  now: number;
  language: Language;
}) {
  const t = useTexts(shiftTexts, language);
  const groups = sum.groups.filter(({ figures }) =>
    figures.some(({ id, numerator }) => (id === 'turns' || id === 'answered') && numerator > 0),
  );
  const { breaks } = shift;
  return (
    <div className="sb-shift-sum">
      {groups.length === 0 && <p className="sb-hint">{t.noFigures}</p>}
      {groups.length > 0 && (
        <table className="sb-shift-table">
          <thead>
            <tr>
              <th scope="col">{t.columns.platform}</th>
              {columns.map((id) => (
                <th key={id} scope="col" title={figureName(id)[language]}>
                  {t.columns[heads[id]]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id} data-platform={group.id}>
                <th scope="row">{inLanguage(group.name, language)}</th>
                {columns.map((id) => {
                  const { text, title } = cell(group, id);
                  return (
                    <td key={id} data-figure={id} title={title}>
                      {text}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="sb-hint">
        {t.orders(sum.orders)}
        {breaks.length > 0 &&
          ` · ${t.breaks(breaks.length, lengthText(pausedMs(shift, now), t))} · ${t.breakNote}`}
      </p>
    </div>
  );
}
