import type { Language } from '../../rules/language/local-text.ts';
import { textsOf } from '../../rules/phrases/next-text.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { givingTexts } from '../i18n/giving-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { standingOf } from '../phrases/standing.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Chip } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { PhraseView } from './model.ts';

/** All texts of one phrase: which of them this buyer had, which is next, and any of them one click away. */
export function PhraseSteps({
  phrase,
  given,
  language,
  onPick,
  onAnew,
  onClose,
}: {
  phrase: PhraseView;
  given: readonly number[] | undefined;
  language: Language;
  onPick: (index: number) => void;
  onAnew: () => void;
  onClose: () => void;
}) {
  const t = useTexts(dockTexts, language);
  const g = useTexts(givingTexts, language);
  const guard = useGuard();
  const standing = standingOf(phrase, given);
  const kind = phrase.kind ?? 'variants';
  return (
    <section className="sb-steps" aria-label={t.steps(phrase.title)}>
      <header>
        <IconButton icon="left" label={t.back} keepFocus onPress={onClose} />
        <strong className="sb-clip">{phrase.title}</strong>
        <span className="sb-spring" />
        {standing && standing.had.length > 0 && (
          <Button kind="quiet" icon="redo" keepFocus onPress={onAnew}>
            {t.beginAnew}
          </Button>
        )}
      </header>
      <ol className="sb-scroll">
        {textsOf(phrase).map((text, index) => {
          const had = standing?.had.includes(index) ?? false;
          const next = standing !== undefined && !standing.open && standing.index === index;
          return (
            // The texts of a phrase have no names of their own.
            // biome-ignore lint/suspicious/noArrayIndexKey: their order is what they are
            <li key={index} data-next={next || undefined} data-had={had || undefined}>
              <button
                type="button"
                onMouseDown={(event) => event.preventDefault()}
                onClick={guard(() => onPick(index))}
              >
                <span className="sb-steps-head">
                  {g.at(kind, index + 1, standing?.of ?? 1)}
                  {had && <Chip>{t.hadIt}</Chip>}
                  {next && <Chip tone="accent">{t.nextOne}</Chip>}
                </span>
                <span className="sb-steps-text">{text}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
