import { dockTexts } from '../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Line } from '../ui/Marks.tsx';
import type { DockActions, DockModel } from './model.ts';

/** One line per page kind that no longer reads or was turned off, each with what the agent can do about it. */
export function HealthLines({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  return model.health.map((line) => {
    const key = `${line.page} ${line.level} ${line.field}`;
    const text = inLanguage(line.text, model.language);
    if (line.level === 'off') {
      return (
        <Line
          key={key}
          tone="info"
          icon="power"
          actions={
            <Button keepFocus onPress={() => actions.setPage(line.page, true)}>
              {t.turnPageOn}
            </Button>
          }
        >
          {text}
        </Line>
      );
    }
    return (
      <Line
        key={key}
        tone="warn"
        icon="alert"
        stacked
        actions={
          <>
            <Button
              keepFocus
              title={t.pointAtHint(inLanguage(line.fieldName, model.language))}
              onPress={() => actions.pointAt({ kind: line.page, field: line.field })}
            >
              {t.pointAt}
            </Button>
            <Button keepFocus title={t.copyReportHint} onPress={() => actions.copyReport(line)}>
              {t.copyReport}
            </Button>
            <Button
              keepFocus
              title={t.turnPageOffHint(inLanguage(line.kind, model.language))}
              onPress={() => actions.setPage(line.page, false)}
            >
              {t.turnPageOff}
            </Button>
          </>
        }
      >
        {text}
      </Line>
    );
  });
}
