import { useEffect } from 'react';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import type { BackupDifference } from '../../../storage/contracts/library-history.ts';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyLine, Line } from '../../ui/Marks.tsx';
import type { SectionProps } from '../model.ts';

/** Copies of the library: what restoring one would change is shown before it is done. */
export function BackupsView({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(libraryTexts, model.language);
  const { backups, difference } = model.library;
  const { lookAtBackups } = actions.library;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when the view opens
  useEffect(lookAtBackups, []);
  return (
    <>
      <p className="sb-library-note sb-hint">{words.backupsIntro}</p>
      {!backups && <EmptyLine>{t.loading}</EmptyLine>}
      {backups?.length === 0 && <EmptyLine>{words.noBackups}</EmptyLine>}
      <ul className="sb-rows sb-backups">
        {backups?.map(({ id, createdAt, reason, phrases }) => {
          const when = shortShanghaiTime(createdAt);
          return (
            <li key={id} data-backup={reason}>
              <div className="sb-map-text">
                <p>
                  <strong>{when}</strong> <span className="sb-hint">{words.reasons[reason]}</span>
                </p>
                <p className="sb-hint">{t.phraseCount(phrases)}</p>
              </div>
              <Button title={words.compareOf(when)} onPress={() => actions.library.compareBackup(id)}>
                {words.compare}
              </Button>
              {difference?.id === id && (
                <Difference model={model} actions={actions} id={id} what={difference.what} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Difference({ model, actions, id, what }: SectionProps & { id: string; what: BackupDifference }) {
  const words = useTexts(libraryTexts, model.language);
  if (!what)
    return (
      <Line tone="stop" icon="alert">
        {words.unreadable}
      </Line>
    );
  const kinds = [
    [words.back, what.back],
    [words.changed, what.changed],
    [words.gone, what.gone],
  ] as const;
  const told = kinds.filter(([, { count }]) => count > 0);
  if (told.length === 0) return <Line tone="info">{words.same}</Line>;
  return (
    <div className="sb-import" data-backup-difference="">
      <ul>
        {told.map(([name, { count, titles }]) => (
          <li key={name(0)}>
            <strong>{name(count)}</strong>{' '}
            <span className="sb-hint">
              {titles.join('、')}
              {count > titles.length && `… ${words.andMore(count)}`}
            </span>
          </li>
        ))}
      </ul>
      <div className="sb-actions">
        <Button kind="primary" onPress={() => actions.library.restoreBackup(id)}>
          {words.restoreBackup}
        </Button>
        <span className="sb-hint">{words.restoreHint}</span>
      </div>
    </div>
  );
}
