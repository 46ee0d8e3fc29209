import { type LocalText, say } from '../../rules/language/local-text.ts';
import { readCardFile } from '../../rules/products/card-file.ts';
import {
  applyCardImport,
  type CardChoice,
  type CardImportPreview,
  previewCardImport,
} from '../../rules/products/card-import.ts';
import { livingCards } from '../cards.ts';
import type { CardDraft } from '../contracts/card-edits.ts';
import type { Cards } from '../schemas/product-card.ts';

type PlannedCards =
  | { ok: true; cards: CardDraft[]; changed: number; problems: LocalText[]; lines: LocalText[] }
  | { ok: false; errors: LocalText[] };

/** What a file of cards would do, in numbers. */
export const cardCounts = (preview: CardImportPreview, bad: number): LocalText =>
  say(
    `新增 ${preview.create.length}，更新 ${preview.update.length}，相同 ${preview.identical.length}，冲突 ${preview.conflict.length}，读不了 ${bad}`,
    `${preview.create.length} new, ${preview.update.length} changed, ${preview.identical.length} equal, ${preview.conflict.length} in conflict, ${bad} unreadable`,
  );

/** @param choose what to do with a conflict, by the place of its row in the file (from 1) */
export function planCards(
  json: unknown,
  present: Pick<Cards, 'cards'> | undefined,
  choose: (row: number) => CardChoice,
): PlannedCards {
  const file = readCardFile(json);
  if (!file.ok) return file;
  const { rows, problems } = file.read;
  const preview = previewCardImport(rows, present ? livingCards(present) : []);
  const cards = applyCardImport(preview, ({ incoming }) => choose(incoming.row));
  return {
    ok: true,
    cards,
    changed: cards.length,
    problems: problems.map(({ text }) => text),
    lines: [cardCounts(preview, problems.length)],
  };
}
