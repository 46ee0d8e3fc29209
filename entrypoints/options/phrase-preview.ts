import type { ImportPreview } from '../../components/options/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { TextEncoding } from '../../rules/phrases/files/encoding.ts';
import type { ReadPhrases } from '../../rules/phrases/files/read-phrases.ts';
import {
  beginsLiteral,
  type ConflictChoice,
  type PhraseConflict,
  type PhraseImportPreview,
  settled,
} from '../../rules/phrases/phrase-import.ts';
import type { WordingOfRows } from '../../rules/wording/check-rows.ts';
import { documentNames } from '../../storage/import/document-kind.ts';

/** A file of phrases that was read and compared with the library; nothing is changed yet. */
export interface ChosenPhrases {
  state: 'phrases';
  name: string;
  /** To be read again in another encoding. */
  file: File;
  encoding?: TextEncoding;
  broken: number;
  read: ReadPhrases;
  preview: PhraseImportPreview;
  /** Of the texts in the file. */
  wording?: WordingOfRows;
  /** Categories of the library, so that new ones can be named. */
  categories: readonly string[];
  /** For every conflict that has no choice of its own in `choices` (by the row of the file). */
  conflicts: ConflictChoice;
  choices: ReadonlyMap<number, ConflictChoice>;
}

/** Lists longer than these are cut, with the rest counted. */
const most = { problems: 50, conflicts: 100, samples: 3, categories: 8 } as const;
const excerpt = 60;

const choiceFor = (chosen: ChosenPhrases, { incoming }: PhraseConflict): ConflictChoice =>
  chosen.choices.get(incoming.row) ?? chosen.conflicts;

/** How many phrases would be made or changed. */
export const changesOf = (chosen: ChosenPhrases): number =>
  chosen.preview.create.length +
  chosen.preview.update.length +
  chosen.preview.conflict.filter((conflict) => settled(choiceFor(chosen, conflict), conflict) !== 'skip')
    .length;

/** Choices by place in the file's list (from 1), as they travel to the background. */
export function choicesByPlace(chosen: ChosenPhrases): Record<string, ConflictChoice> {
  if (chosen.choices.size === 0) return {};
  const places = chosen.read.rows.flatMap(({ row }, at) => {
    const choice = chosen.choices.get(row);
    return choice ? [[String(at + 1), choice] as const] : [];
  });
  return Object.fromEntries(places);
}

const cut = (text: string): string => {
  const line = text.replaceAll('\n', ' ⏎ ');
  return line.length > excerpt ? `${line.slice(0, excerpt)}…` : line;
};

export function phrasePreview(chosen: ChosenPhrases): ImportPreview {
  const { read, preview, encoding } = chosen;
  const { conflict } = preview;
  const rest = read.problems.length - most.problems;
  return {
    fileName: chosen.name,
    kind: documentNames.phrases,
    lines: linesOf(chosen),
    problems: [
      ...read.problems.slice(0, most.problems).map(({ text }) => text),
      ...(rest > 0 ? [say(`还有 ${rest} 行读不了`, `${rest} more rows cannot be read`)] : []),
    ],
    applicable: changesOf(chosen) > 0,
    ...(encoding && { encoding }),
    ...(read.question && { columns: read.question }),
    ...(conflict.length > 0 && {
      conflicts: {
        chosen: chosen.conflicts,
        total: conflict.length,
        dated: conflict.some((one) => one.incoming.changedAt !== undefined),
        rows: conflict.slice(0, most.conflicts).map((one) => ({
          row: one.incoming.row,
          title: one.existing.title,
          present: one.existing.text,
          incoming: one.incoming.text,
          choice: choiceFor(chosen, one),
        })),
      },
    }),
    ...(chosen.wording && { wording: chosen.wording }),
    samples: preview.create.slice(0, most.samples).map(({ title, category, group, code, text }) => ({
      head: [[category, group].filter(Boolean).join(' / '), code, title].filter(Boolean).join(' · '),
      text: cut(text),
    })),
  };
}

function linesOf(chosen: ChosenPhrases): LocalText[] {
  const { read, preview, categories, broken } = chosen;
  const { create, update, identical, conflict } = preview;
  const long = read.problems.filter(({ kind }) => kind === 'too-long').length;
  const bad = read.problems.length - long;
  const lines = [
    read.name,
    say(
      `新增 ${create.length}，更新 ${update.length}，相同 ${identical.length}，冲突 ${conflict.length}，过长 ${long}，读不了 ${bad}`,
      `${create.length} new, ${update.length} changed, ${identical.length} equal, ${conflict.length} in conflict, ${long} too long, ${bad} unreadable`,
    ),
  ];
  const present = new Set(categories);
  const added = [...new Set(create.flatMap(({ category }) => category ?? []))].filter(
    (name) => !present.has(name),
  );
  if (added.length > 0) {
    const names = added.slice(0, most.categories);
    const more = added.length > names.length;
    lines.push(
      say(
        `新分类 ${added.length} 个：${names.join('、')}${more ? '……' : ''}`,
        `${added.length} new categories: ${names.join(', ')}${more ? ', …' : ''}`,
      ),
    );
  }
  const conflicts = conflict.filter((one) => settled(choiceFor(chosen, one), one) !== 'skip');
  const literal = [...create, ...conflicts.map((one) => one.incoming)].filter(beginsLiteral);
  if (literal[0])
    lines.push(
      say(
        `${literal.length} 条内容里有 {…}（第一处在第 ${literal[0].row} 行），导入后按原文插入，不当作变量；要用变量就在话术里打开`,
        `${literal.length} texts contain {…} (first in line ${literal[0].row}); they go in as they stand, not as variables, until you turn that on in the phrase`,
      ),
    );
  if (broken > 0)
    lines.push(
      say(
        `有 ${broken} 个字符按这个编码读不出来，请换一个编码看看`,
        `${broken} characters do not fit this encoding; try another one`,
      ),
    );
  lines.push(...read.notes);
  return lines;
}
