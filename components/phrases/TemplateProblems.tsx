import type { Language } from '../../rules/language/local-text.ts';
import type { TemplateProblem } from '../../rules/phrases/template.ts';
import { templateProblemTexts } from '../i18n/template-problem-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { useGuard } from '../ui/trust.tsx';

/** Problems shown at once; the agent mends one after the other. */
const shownAtMost = 5;
/** Characters shown before and behind what is wrong. */
const around = 12;

/**
 * What is wrong with the variables of a text while it is typed: each place underlined in its surroundings, with the
 * reason. Pressing one selects it where it is written.
 */
export function TemplateProblems({
  language,
  id,
  text,
  problems,
  onShow,
}: {
  language: Language;
  /** So that the box the text is written in can name this as its description. */
  id?: string;
  text: string;
  problems: readonly TemplateProblem[];
  onShow: (start: number, end: number) => void;
}) {
  const t = useTexts(templateProblemTexts, language);
  const guard = useGuard();
  if (problems.length === 0) return null;
  const stops = problems.some(({ level }) => level === 'stop');
  return (
    <ul id={id} className="sb-problems" role={stops ? 'alert' : 'status'}>
      {problems.slice(0, shownAtMost).map(({ start, end, level, text: why }) => (
        <li key={`${start}-${end}-${level}`} data-level={level}>
          <button
            type="button"
            className="sb-problem-place"
            title={t.show(text.slice(start, end))}
            onClick={guard(() => onShow(start, end))}
          >
            {lineBefore(text, start)}
            <mark>{text.slice(start, end)}</mark>
            {lineAfter(text, end)}
          </button>
          <span>{inLanguage(why, language)}</span>
        </li>
      ))}
      {problems.length > shownAtMost && <li>{t.more(problems.length - shownAtMost)}</li>}
    </ul>
  );
}

function lineBefore(text: string, start: number): string {
  const line = [
    ...(text
      .slice(Math.max(0, start - 4 * around), start)
      .split('\n')
      .at(-1) ?? ''),
  ];
  return line.length > around ? `…${line.slice(-around).join('')}` : line.join('');
}

function lineAfter(text: string, end: number): string {
  const line = [...(text.slice(end, end + 4 * around).split('\n')[0] ?? '')];
  return line.length > around ? `${line.slice(0, around).join('')}…` : line.join('');
}
