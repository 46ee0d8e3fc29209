import { type LocalText, say } from '../../language/local-text.ts';
import { asForeign, type PhraseRow, titleFrom, tooLongFor } from '../phrase-file.ts';
import type { RowProblem } from '../row-problem.ts';
import type { ReadPhrases } from './read-phrases.ts';

interface Match {
  trigger?: unknown;
  triggers?: unknown;
  replace?: unknown;
  label?: unknown;
}

const isObject = (value: unknown): value is Match => typeof value === 'object' && value !== null;

/** Signs people put around Espanso's triggers; with us the sign is a setting and no part of the code. */
const bare = (trigger: unknown): string =>
  typeof trigger === 'string' ? trigger.trim().replace(/^[:;/\\,.]+|[:;/\\]+$/gu, '') : '';

/** Where Espanso leaves the caret. */
const caret = '$|$';

/**
 * Reads a match file of Espanso (`matches: - trigger / replace`; phrases.md §5), already parsed from YAML. What only
 * Espanso can do stays behind and is said: forms, images, further triggers of one match.
 * @returns undefined for a document that is none
 */
export function readEspanso(document: unknown): ReadPhrases | undefined {
  const matches = isObject(document) ? (document as { matches?: unknown }).matches : undefined;
  if (!Array.isArray(matches)) return undefined;
  const rows: PhraseRow[] = [];
  const problems: RowProblem[] = [];
  let further = 0;
  for (const [at, match] of matches.entries()) {
    const row = at + 1;
    const leaveOut = (kind: RowProblem['kind'], why: LocalText): void => {
      problems.push({ row, kind, text: say(`第 ${row} 条：${why['zh-CN']}`, `Item ${row}: ${why.en}`) });
    };
    const { trigger, triggers, replace, label } = isObject(match) ? match : {};
    if (typeof replace !== 'string' || replace.trim() === '') {
      leaveOut(
        'bad',
        say('没有可用的文字（表单、图片不读）', 'no text to take (forms and images are not read)'),
      );
      continue;
    }
    const all = Array.isArray(triggers) ? triggers : [trigger];
    further += all.length - 1;
    const text = replace.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
    const named = typeof label === 'string' ? label.trim() : '';
    const code = bare(all[0]);
    const found = asForeign({
      row,
      title: named || titleFrom(text.replaceAll(caret, '')),
      text,
      ...(named === '' && { untitled: true }),
      ...(code && { code }),
    });
    const kept = found.foreign ? found : { ...found, text: text.replaceAll(caret, '{光标}') };
    const long = tooLongFor(kept);
    if (long) leaveOut('too-long', long);
    else rows.push(kept);
  }
  const notes = [
    say(
      '编码前后的符号（: ; /）去掉了；在这里用选项里设的符号加编码来打',
      'Signs around triggers (: ; /) were dropped; here a code is typed after the sign set in options',
    ),
  ];
  if (further > 0)
    notes.push(
      say(
        `一条有几个触发词的只留第一个，另外 ${further} 个没有带过来`,
        `Of matches with several triggers the first is kept; ${further} others were left behind`,
      ),
    );
  return { name: say('Espanso 的 YAML', 'Espanso YAML'), rows, problems, notes };
}
