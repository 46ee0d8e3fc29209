import type { EditName } from '../../../storage/library-journal.ts';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { SectionProps } from '../model.ts';

/** Taking back and doing again, each naming what it would touch. */
export function HistoryButtons({ model, actions }: SectionProps) {
  const t = useTexts(libraryTexts, model.language);
  const guard = useGuard();
  const button = (
    step: EditName | undefined,
    icon: 'undo' | 'redo',
    short: string,
    name: (what: string) => string,
    act: () => void,
  ) => {
    const words = step && name(t.edits[step.kind](step.title, step.count));
    return (
      <button
        type="button"
        className="sb-button sb-button-plain sb-history"
        disabled={!step}
        title={words ?? short}
        data-history={icon}
        onClick={guard(act)}
      >
        <Icon name={icon} size={14} />
        <span className="sb-clip">{words ?? short}</span>
      </button>
    );
  };
  const { undo, redo } = model.library;
  return (
    <>
      {button(undo, 'undo', t.undoShort, t.undo, actions.library.undo)}
      {redo && button(redo, 'redo', t.redoShort, t.redo, actions.library.redo)}
    </>
  );
}
