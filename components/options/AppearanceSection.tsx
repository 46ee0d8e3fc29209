import { type KeyboardEvent, useState } from 'react';
import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Field } from '../ui/Field.tsx';
import { Segments } from '../ui/Segments.tsx';
import { useGuard } from '../ui/trust.tsx';
import { readKeyCombination } from './key-combination.ts';
import type { SectionProps } from './model.ts';
import { TriggerSettings } from './TriggerSettings.tsx';

const languages = ['auto', 'zh-CN', 'en'] as const;
const themes = ['auto', 'light', 'dark'] as const;

/** Language, theme and the key that opens the palette. */
export function AppearanceSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const guard = useGuard();
  const { settings } = model;
  const [refused, setRefused] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    const read = readKeyCombination(event.nativeEvent);
    if (read === 'incomplete') return;
    setRefused(read === 'refused');
    if (typeof read === 'object') actions.saveSettings({ paletteKey: read.key });
  };
  return (
    <>
      <div className="sb-card sb-form">
        <div className="sb-row">
          <span>{t.language}</span>
          <Segments
            label={t.language}
            options={languages.map((id) => ({ id, label: t.languages[id] }))}
            chosen={settings.language}
            onChoose={(language) => actions.saveSettings({ language })}
          />
        </div>
        <div className="sb-row">
          <span>{t.theme}</span>
          <Segments
            label={t.theme}
            options={themes.map((id) => ({ id, label: t.themes[id] }))}
            chosen={settings.theme}
            onChoose={(theme) => actions.saveSettings({ theme })}
          />
        </div>
        <Field wide label={t.paletteKey} hint={t.paletteKeyHint} errors={refused ? [t.paletteKeyBad] : []}>
          {(control) => (
            <input
              {...control}
              type="text"
              readOnly
              className="sb-key"
              data-palette-key=""
              value={settings.paletteKey}
              onKeyDown={guard(onKeyDown)}
              onBlur={() => setRefused(false)}
            />
          )}
        </Field>
      </div>
      <TriggerSettings model={model} actions={actions} />
    </>
  );
}
