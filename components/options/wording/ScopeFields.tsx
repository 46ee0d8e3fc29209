import type { Language } from '../../../rules/language/local-text.ts';
import { type Platform, platforms } from '../../../rules/platform.ts';
import { type WordingScope, wordingChannels } from '../../../rules/wording/hit.ts';
import { optionsWordingTexts } from '../../i18n/options-wording-texts.ts';
import { platformName } from '../../i18n/platform-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { wordingTexts } from '../../i18n/wording-texts.ts';

/** A list with one value more or less, in the order of all; nothing at all where none or all are in. */
function toggled<T>(all: readonly T[], list: readonly T[] | undefined, value: T): T[] | undefined {
  const next = all.filter((one) => (one === value) !== (list?.includes(one) ?? false));
  return next.length === 0 || next.length === all.length ? undefined : next;
}

const scopeOf = ({
  platforms: onlyOn,
  channels,
}: { [K in keyof WordingScope]: WordingScope[K] | undefined }): WordingScope => ({
  ...(onlyOn && { platforms: onlyOn }),
  ...(channels && { channels }),
});

/** Where an entry applies, in words. */
export function scopeWords({ platforms: onlyOn, channels }: WordingScope, language: Language): string {
  const parts = [
    onlyOn?.map((platform: Platform) => platformName(platform, language)).join('、'),
    channels?.map((channel) => wordingTexts[language].channels[channel]).join('、'),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : optionsWordingTexts[language].everywhere;
}

/** Marketplaces and places an entry is limited to; nothing ticked means everywhere. */
export function ScopeFields({
  language,
  scope,
  onChange,
}: {
  language: Language;
  scope: WordingScope;
  onChange: (scope: WordingScope) => void;
}) {
  const t = useTexts(optionsWordingTexts, language);
  const words = useTexts(wordingTexts, language);
  return (
    <div className="sb-scope">
      <fieldset className="sb-fieldset">
        <legend>
          {t.platforms} <span className="sb-hint">{t.platformsHint}</span>
        </legend>
        {platforms.map((platform) => (
          <label key={platform}>
            <input
              type="checkbox"
              checked={scope.platforms?.includes(platform) ?? false}
              onChange={() =>
                onChange(scopeOf({ ...scope, platforms: toggled(platforms, scope.platforms, platform) }))
              }
            />
            {platformName(platform, language)}
          </label>
        ))}
      </fieldset>
      <fieldset className="sb-fieldset">
        <legend>{t.channels}</legend>
        {wordingChannels.map((channel) => (
          <label key={channel}>
            <input
              type="checkbox"
              checked={scope.channels?.includes(channel) ?? false}
              onChange={() =>
                onChange(scopeOf({ ...scope, channels: toggled(wordingChannels, scope.channels, channel) }))
              }
            />
            {words.channels[channel]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
