import { useState } from 'react';
import { type Platform, platforms } from '../../../rules/platform.ts';
import { wordingCategories, wordingChannels, wordingLevels } from '../../../rules/wording/hit.ts';
import {
  type ChosenLevel,
  chosenLevel,
  type LevelCell,
  levelBelow,
  withLevel,
} from '../../../rules/wording/level-choices.ts';
import { optionsWordingTexts } from '../../i18n/options-wording-texts.ts';
import { platformName } from '../../i18n/platform-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { wordingTexts } from '../../i18n/wording-texts.ts';
import { Field } from '../../ui/Field.tsx';
import type { SectionProps } from '../model.ts';

const choices: readonly ChosenLevel[] = [...wordingLevels, 'off'];

/** How grave each category is, per place and marketplace; what is not chosen says what it follows. */
export function LevelTable({ model, actions }: SectionProps) {
  const t = useTexts(optionsWordingTexts, model.language);
  const words = useTexts(wordingTexts, model.language);
  const [platform, setPlatform] = useState<Platform>();
  const { levels } = model.shop.wording;
  const says = (level: ChosenLevel): string => (level === 'off' ? t.off : words.levels[level]);
  const cellOf = (cell: LevelCell) => (
    <select
      aria-label={`${words.categories[cell.category]} · ${words.channels[cell.channel]}`}
      value={chosenLevel(levels, cell) ?? ''}
      onChange={(event) =>
        actions.wording.saveLevels(
          withLevel(
            levels,
            cell,
            choices.find((one) => one === event.target.value),
          ),
        )
      }
    >
      <option value="">{t.follows(says(levelBelow(levels, cell)))}</option>
      {choices.map((one) => (
        <option key={one} value={one}>
          {says(one)}
        </option>
      ))}
    </select>
  );
  return (
    <div className="sb-card" data-wording-levels="">
      <div className="sb-row">
        <p className="sb-hint">{t.levelsHint}</p>
        <Field label={t.platform} hideLabel>
          {(control) => (
            <select
              {...control}
              value={platform ?? ''}
              onChange={(event) => setPlatform(platforms.find((one) => one === event.target.value))}
            >
              <option value="">{t.allPlatforms}</option>
              {platforms.map((one) => (
                <option key={one} value={one}>
                  {platformName(one, model.language)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <table className="sb-table">
        <thead>
          <tr>
            <th>{t.category}</th>
            {wordingChannels.map((channel) => (
              <th key={channel}>{words.channels[channel]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {wordingCategories.map((category) => (
            <tr key={category} data-category={category}>
              <th scope="row">{words.categories[category]}</th>
              {wordingChannels.map((channel) => (
                <td key={channel}>{cellOf({ category, channel, platform })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
