import { type OrderStatus, orderStatuses } from '../../rules/orders/order.ts';
import { platforms } from '../../rules/platform.ts';
import { pickerTexts } from '../i18n/picker-texts.ts';
import { platformName } from '../i18n/platform-names.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import type { PickerActions, PickerModel } from './model.ts';

/** What the page cannot say: what its status words mean, what the marketplace is called, whose rules hold. */
export function Finish({ model, actions }: { model: PickerModel; actions: PickerActions }) {
  const t = useTexts(pickerTexts, model.language);
  return (
    <>
      <div className="sb-picker-body sb-scroll">
        {model.statuses.length > 0 && (
          <fieldset className="sb-picker-statuses">
            <legend>{t.statuses}</legend>
            {model.statuses.map(({ word, rows, status }) => (
              <label key={word} data-status={word}>
                <span className="sb-clip">
                  {word} <span className="sb-muted">×{rows}</span>
                </span>
                <select
                  value={status ?? ''}
                  onChange={(event) =>
                    actions.setStatus(word, (event.target.value || undefined) as OrderStatus | undefined)
                  }
                >
                  <option value="">{t.noStatus}</option>
                  {orderStatuses.map((one) => (
                    <option key={one} value={one}>
                      {t.statusNames[one]}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </fieldset>
        )}
        {model.kind === 'price' && (
          <Field label={t.priceMode}>
            {(control) => (
              <select
                {...control}
                value={model.priceMode}
                onChange={(event) => actions.setPriceMode(event.target.value as PickerModel['priceMode'])}
              >
                {(['total', 'line-delta', 'line-total'] as const).map((mode) => (
                  <option key={mode} value={mode}>
                    {t.priceModes[mode]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {model.existing ? (
          <p className="sb-hint">{t.addedTo(inLanguage(model.existing, model.language))}</p>
        ) : (
          <>
            <Field label={t.name}>
              {(control) => (
                <input
                  {...control}
                  type="text"
                  value={model.name}
                  maxLength={40}
                  onChange={(event) => actions.setName(event.target.value)}
                />
              )}
            </Field>
            <Field label={t.platform} hint={t.host(model.host)}>
              {(control) => (
                <select
                  {...control}
                  value={model.platform}
                  onChange={(event) => actions.setPlatform(event.target.value as PickerModel['platform'])}
                >
                  {platforms.map((platform) => (
                    <option key={platform} value={platform}>
                      {platformName(platform, model.language)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        )}
      </div>
      <footer className="sb-picker-foot">
        <div className="sb-picker-actions">
          <Button
            kind="primary"
            keepFocus
            disabled={model.saving || (!model.existing && model.name.trim() === '')}
            data={{ 'data-save': '' }}
            onPress={actions.save}
          >
            {model.saving ? t.saving : t.save}
          </Button>
          <Button kind="quiet" keepFocus onPress={actions.back}>
            {t.back}
          </Button>
        </div>
      </footer>
    </>
  );
}
