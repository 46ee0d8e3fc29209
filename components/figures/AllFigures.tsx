import type { Language } from '../../rules/language/local-text.ts';
import { figureDefinition } from '../../rules/metrics/definitions.ts';
import type { Figure } from '../../rules/metrics/figure.ts';
import { figureName } from '../../rules/metrics/names.ts';
import { figuresTexts } from '../i18n/figures-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Card } from './ChartCard.tsx';
import { amountOf, NOTHING, partsOf, unitOf } from './figure-words.ts';

/** Every figure with its id, the platform's own ones first: what is printed, compared and argued about. */
export function AllFigures({ figures, language }: { figures: readonly Figure[]; language: Language }) {
  const t = useTexts(figuresTexts, language);
  return (
    <Card id="all" title={t.all}>
      <div className="sb-figures-scroll">
        <table className="sb-figures-table sb-figures-all">
          <thead>
            <tr>
              <th scope="col">{t.figure}</th>
              <th scope="col">{t.amount}</th>
              <th scope="col">{t.parts}</th>
              <th scope="col">{t.uncertainColumn}</th>
              <th scope="col">{t.definition}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => {
              const amount = amountOf(figure);
              const definition = figureDefinition(figure.id);
              return (
                <tr key={figure.id} data-id={figure.id}>
                  <th scope="row">
                    {inLanguage(figureName(figure.id), language)} <code>{figure.id}</code>
                    {figure.unsettled && (
                      <span className="sb-unsettled" title={t.unsettledHint}>
                        {t.unsettled}
                      </span>
                    )}
                  </th>
                  <td>
                    <b>{amount}</b> {amount === NOTHING ? '' : unitOf(figure, t)}
                  </td>
                  <td>{partsOf(figure) ?? NOTHING}</td>
                  <td>{figure.uncertain > 0 ? t.uncertainShort(figure.uncertain) : ''}</td>
                  <td className="sb-figures-definition">{definition && inLanguage(definition, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
