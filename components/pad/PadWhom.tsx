import { platforms } from '../../rules/platform.ts';
import { padTexts } from '../i18n/pad-texts.ts';
import { platformName } from '../i18n/platform-names.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { Segments } from '../ui/Segments.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { PadActions, PadModel } from './model.ts';

/** Whom the agent answers: on which marketplace, and which buyer. */
export function PadWhom({
  model,
  actions,
  toSearch,
}: {
  model: PadModel;
  actions: PadActions;
  toSearch: () => void;
}) {
  const t = useTexts(padTexts, model.language);
  const guard = useGuard();
  const others = platforms.filter((platform) => !model.platforms.includes(platform));
  return (
    <header className="sb-pad-whom">
      <div className="sb-pad-platforms">
        <Segments
          label={t.platform}
          options={model.platforms.map((id) => ({ id, label: platformName(id, model.language) }))}
          chosen={model.platform}
          onChoose={actions.choosePlatform}
        />
        <select
          aria-label={t.otherPlatform}
          value=""
          onChange={(event) => {
            const chosen = others.find((platform) => platform === event.target.value);
            if (chosen) actions.choosePlatform(chosen);
          }}
        >
          <option value="">{t.more}</option>
          {others.map((platform) => (
            <option key={platform} value={platform}>
              {platformName(platform, model.language)}
            </option>
          ))}
        </select>
      </div>
      <div className="sb-pad-buyer" title={t.buyerHint}>
        <Icon name="person" size={14} />
        <input
          type="text"
          aria-label={t.buyer}
          placeholder={t.buyerPlaceholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          value={model.buyer}
          onChange={(event) => actions.nameBuyer(event.target.value)}
          onKeyDown={guard((event) => {
            if (imeOwns(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
            event.preventDefault();
            toSearch();
          })}
        />
        <IconButton
          icon="close"
          label={t.nextBuyer}
          keepFocus
          onPress={() => {
            actions.nextBuyer();
            toSearch();
          }}
        />
      </div>
    </header>
  );
}
