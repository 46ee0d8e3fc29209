import { padTexts } from '../i18n/pad-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Marks.tsx';
import type { PadActions, PadModel } from './model.ts';

/** The whole text the chosen row would copy, variables as written, and where this buyer stands with it. */
export function PadPreview({
  model,
  actions,
  id,
  chosen,
}: {
  model: PadModel;
  actions: PadActions;
  id: string | undefined;
  /** The text chosen out of turn. */
  chosen: number | undefined;
}) {
  const t = useTexts(padTexts, model.language);
  const next = id === undefined ? undefined : actions.next(id, chosen);
  if (id === undefined || !next) return null;
  const begun = next.of > 1 && chosen === undefined && (next.index > 0 || next.exhausted);
  return (
    <section className="sb-pad-preview" aria-label={t.preview}>
      <p className="sb-pad-preview-text sb-scroll">
        <span className="sb-muted">{t.toCopy}</span> {next.text}
      </p>
      {begun && (
        <p className="sb-pad-preview-foot">
          <Chip tone="accent">
            {next.index + 1}/{next.of}
          </Chip>
          <Button kind="quiet" icon="redo" keepFocus onPress={() => actions.startAnew(id)}>
            {t.startAnew}
          </Button>
        </p>
      )}
    </section>
  );
}
