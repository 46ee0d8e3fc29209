import type { ImportPreview } from '../../components/options/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { formatFen } from '../../rules/money/money.ts';
import type { TextEncoding } from '../../rules/phrases/files/encoding.ts';
import type { CardChoice, CardConflict, CardImportPreview } from '../../rules/products/card-import.ts';
import { cardText } from '../../rules/products/card-text.ts';
import type { CardRow, ReadCards } from '../../rules/products/read-cards.ts';
import { documentNames } from '../../storage/import/document-kind.ts';
import { cardCounts } from '../../storage/import/plan-cards.ts';

/** A file of product cards that was read and compared; nothing is changed yet. */
export interface ChosenCards {
  state: 'cards';
  name: string;
  /** To be read again in another encoding. */
  file: File;
  encoding?: TextEncoding;
  broken: number;
  read: ReadCards;
  preview: CardImportPreview;
  conflicts: CardChoice;
  /** By the row of the file. */
  choices: ReadonlyMap<number, CardChoice>;
}

/** Lists longer than these are cut, with the rest counted. */
const most = { problems: 50, conflicts: 100, samples: 3 } as const;

const choiceFor = (chosen: ChosenCards, { incoming }: CardConflict): CardChoice =>
  chosen.choices.get(incoming.row) ?? chosen.conflicts;

/** Choices by place in the file's list (from 1), as they travel to the background. */
export function cardChoicesByPlace({ read, choices }: ChosenCards): Record<string, CardChoice> {
  return Object.fromEntries(
    read.rows.flatMap(({ row }, at) => {
      const choice = choices.get(row);
      return choice ? [[String(at + 1), choice] as const] : [];
    }),
  );
}

/** A card as one line to compare: floor included, for the agent's eyes. */
function inShort(card: Omit<CardRow, 'row'>): string {
  const {
    name = card.codes?.[0] ?? '',
    codes = [],
    ids = [],
    points = [],
    matching = [],
    lines = [],
    floor,
  } = card;
  const text = cardText({ ...card, name, codes, ids, points, matching, lines }).split('\n');
  return [
    ...text.slice(0, 1),
    ...(codes.length > 0 ? [codes.join('、')] : []),
    ...text.slice(1),
    ...(floor === undefined ? [] : [`底价：¥${formatFen(floor)}`]),
  ].join(' · ');
}

export function cardPreview(chosen: ChosenCards): ImportPreview {
  const { read, preview, encoding, broken } = chosen;
  const { create, update, conflict } = preview;
  const rest = read.problems.length - most.problems;
  const lines: LocalText[] = [read.name, cardCounts(preview, read.problems.length)];
  if (broken > 0)
    lines.push(
      say(
        `有 ${broken} 个字符按这个编码读不出来，请换一个编码看看`,
        `${broken} characters do not fit this encoding; try another one`,
      ),
    );
  lines.push(...read.notes);
  return {
    fileName: chosen.name,
    kind: documentNames['product-cards'],
    lines,
    problems: [
      ...read.problems.slice(0, most.problems).map(({ text }) => text),
      ...(rest > 0 ? [say(`还有 ${rest} 行读不了`, `${rest} more rows cannot be read`)] : []),
    ],
    applicable:
      create.length + update.length > 0 || conflict.some((one) => choiceFor(chosen, one) !== 'skip'),
    ...(encoding && { encoding }),
    ...(conflict.length > 0 && {
      conflicts: {
        chosen: chosen.conflicts,
        total: conflict.length,
        rows: conflict.slice(0, most.conflicts).map((one) => ({
          row: one.incoming.row,
          title: one.existing.name,
          present: inShort(one.existing),
          incoming: inShort(one.incoming),
          choice: choiceFor(chosen, one),
        })),
      },
    }),
    samples: create.slice(0, most.samples).map((row) => {
      const [head = '', ...facts] = inShort(row).split(' · ');
      return { head, text: facts.join(' · ') };
    }),
  };
}
