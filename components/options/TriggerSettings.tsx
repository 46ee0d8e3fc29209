import { readSigns } from '../../rules/phrases/code-trigger.ts';
import { slashOpens } from '../../storage/settings.ts';
import { triggerTexts } from '../i18n/trigger-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Switch } from '../ui/Switch.tsx';
import { TextSetting } from '../ui/TextSetting.tsx';
import type { SectionProps } from './model.ts';

/** What typed in a page's editor brings a phrase: codes, and a slash per marketplace (phrases.md §2). */
export function TriggerSettings({ model, actions }: SectionProps) {
  const t = useTexts(triggerTexts, model.language);
  const { triggers } = model.settings;
  const save = (change: Partial<typeof triggers>): void =>
    actions.saveSettings({ triggers: { ...triggers, ...change } });
  return (
    <div className="sb-card sb-form">
      <div className="sb-row">
        <span>{t.codes}</span>
        <Switch label={t.codes} on={triggers.codes} onChange={(codes) => save({ codes })} />
      </div>
      {triggers.codes && (
        <TextSetting
          label={t.signs}
          hint={t.signsHint}
          value={triggers.signs}
          print={(signs) => signs}
          read={(text) =>
            readSigns(text).size > 0
              ? { value: [...readSigns(text)].slice(0, 4).join('') }
              : { error: t.signsBad }
          }
          onSave={(signs) => save({ signs })}
        />
      )}
      {model.maps.length > 0 && (
        <>
          <p className="sb-form-head">
            {t.slashes} <span className="sb-hint">{t.slashHint}</span>
          </p>
          {model.maps.map(({ id, name }) => {
            const shown = inLanguage(name, model.language);
            return (
              <div className="sb-row" key={id}>
                <span>{shown}</span>
                <Switch
                  label={t.slash(shown)}
                  on={slashOpens({ triggers }, id, true)}
                  onChange={(on) => save({ slash: { ...triggers.slash, [id]: on } })}
                />
              </div>
            );
          })}
        </>
      )}
    </div>
  );
}
