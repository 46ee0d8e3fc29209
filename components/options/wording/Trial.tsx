import { useMemo, useState } from 'react';
import { type Platform, platforms } from '../../../rules/platform.ts';
import {
  checkWording,
  viewHits,
  type WordingChannel,
  wordingChannels,
  wordingOf,
} from '../../../rules/wording/index.ts';
import { optionsWordingTexts } from '../../i18n/options-wording-texts.ts';
import { platformName } from '../../i18n/platform-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { wordingTexts } from '../../i18n/wording-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { HitRow } from '../../wording/HitRow.tsx';
import type { SectionProps } from '../model.ts';

/** A text tried against the settings as they are now. */
export function Trial({ model }: SectionProps) {
  const t = useTexts(optionsWordingTexts, model.language);
  const words = useTexts(wordingTexts, model.language);
  const { wording } = model.shop;
  const [text, setText] = useState('');
  const [platform, setPlatform] = useState<Platform>('pdd');
  const [channel, setChannel] = useState<WordingChannel>('chat');
  const hits = useMemo(
    () => viewHits(text, checkWording(text, wordingOf(wording, platform, channel))),
    [text, wording, platform, channel],
  );
  return (
    <div className="sb-card" data-wording-trial="">
      <div className="sb-editor-row">
        <Field label={t.platform}>
          {(control) => (
            <select
              {...control}
              value={platform}
              onChange={(event) =>
                setPlatform(platforms.find((one) => one === event.target.value) ?? platform)
              }
            >
              {platforms.map((one) => (
                <option key={one} value={one}>
                  {platformName(one, model.language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.scope}>
          {(control) => (
            <select
              {...control}
              value={channel}
              onChange={(event) =>
                setChannel(wordingChannels.find((one) => one === event.target.value) ?? channel)
              }
            >
              {wordingChannels.map((one) => (
                <option key={one} value={one}>
                  {words.channels[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label={t.trialHint} wide>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {text.trim() !== '' && hits.length === 0 && <p className="sb-hint">{t.clean}</p>}
      {hits.length > 0 && (
        <ul className="sb-hits sb-phrase-wording">
          {hits.map((hit) => (
            <HitRow key={hit.id} hit={hit} language={model.language} />
          ))}
        </ul>
      )}
    </div>
  );
}
