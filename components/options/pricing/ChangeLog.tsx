import { formatFen } from '../../../rules/money/money.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import type { PriceChange } from '../../../storage/schemas/pricing.ts';
import { optionsPricingTexts } from '../../i18n/options-pricing-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { EmptyLine } from '../../ui/Marks.tsx';
import type { SectionProps } from '../model.ts';

const shown = 100;

/** What was filled in, the newest first; never says that it was confirmed. */
export function ChangeLog({ model, actions }: SectionProps) {
  const t = useTexts(optionsPricingTexts, model.language);
  const { log } = model.pricing;
  const changeOf = ({ old, price, delta, place }: PriceChange): string => {
    if (place === 'field') return t.field;
    const to = price ?? (old !== undefined && delta !== undefined ? old + delta : undefined);
    if (to === undefined) return delta === undefined ? '' : formatFen(delta);
    return old === undefined ? formatFen(to) : `${formatFen(old)} → ${formatFen(to)}`;
  };
  return (
    <div className="sb-card sb-pricing-card" data-price-log="">
      <p className="sb-hint">{t.logHint(model.settings.retentionDays)}</p>
      {log.length === 0 ? (
        <EmptyLine>{t.logNone}</EmptyLine>
      ) : (
        <>
          <div className="sb-pricing-buttons">
            <Button onPress={() => actions.pricing.exportLog('xlsx')}>{t.exportXlsx}</Button>
            <Button onPress={() => actions.pricing.exportLog('csv')}>{t.exportCsv}</Button>
            <ConfirmButton
              label={t.erase}
              question={t.eraseQuestion}
              yes={t.yes}
              no={t.no}
              onConfirm={actions.pricing.eraseLog}
            />
          </div>
          <div className="sb-pricing-scroll">
            <table className="sb-pricing-table">
              <thead>
                <tr>
                  {Object.values(t.columns).map((name) => (
                    <th key={name}>{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {log.slice(0, shown).map((one) => (
                  <tr key={one.id}>
                    <td className="sb-figures">{shortShanghaiTime(one.at)}</td>
                    <td>{one.by}</td>
                    <td>{one.orderId ?? <span className="sb-muted">{t.noOrder}</span>}</td>
                    <td className="sb-figures">{changeOf(one)}</td>
                    <td>{one.way}</td>
                    <td>{one.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {log.length > shown && <p className="sb-hint">{t.more(log.length - shown)}</p>}
        </>
      )}
    </div>
  );
}
