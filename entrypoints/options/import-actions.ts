import type { OptionsActions, OptionsNotice } from '../../components/options/model.ts';
import { builtInMaps } from '../../content/sites/built-in.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { carryRows } from '../../rules/phrases/files/carry-rows.ts';
import { choosableColumns, headerKey } from '../../rules/phrases/files/choose-columns.ts';
import type { TextEncoding } from '../../rules/phrases/files/encoding.ts';
import type { ChosenColumns } from '../../rules/phrases/files/read-phrases.ts';
import { type ConflictChoice, previewSteps } from '../../rules/phrases/phrase-import.ts';
import { carryCards } from '../../rules/products/card-file.ts';
import { previewCardImport } from '../../rules/products/card-import.ts';
import { checkRowSteps } from '../../rules/wording/check-rows.ts';
import { wordingOf } from '../../rules/wording/index.ts';
import { livingCards } from '../../storage/cards.ts';
import { type ColumnMemory, columnMemoryStore } from '../../storage/column-memory.ts';
import { applyImport, rememberColumns, undoImport } from '../../storage/contracts/data.ts';
import { holidaysStore } from '../../storage/holidays.ts';
import { writeCourierFile } from '../../storage/import/courier-file.ts';
import { planImport } from '../../storage/import/plan-import.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Decisions } from '../../storage/schemas/decision-table.ts';
import type { Cards } from '../../storage/schemas/product-card.ts';
import { readStore } from '../../storage/store.ts';
import { localArea } from '../../storage/watch.ts';
import { cardChoicesByPlace } from './card-preview.ts';
import { compared, firstMode } from './courier-preview.ts';
import type { ChosenFile } from './options-model.ts';
import { type ChosenPhrases, choicesByPlace } from './phrase-preview.ts';
import { readChosen } from './read-chosen.ts';
import { type LongWork, runSteps } from './run-steps.ts';

interface ImportInput {
  text: string;
  conflicts: ConflictChoice;
  choices?: Record<string, ConflictChoice>;
}

export interface ImportParts {
  state: KeptState | undefined;
  cards: Cards;
  decisions: Decisions;
  file: ChosenFile | undefined;
  setFile(file: ChosenFile | undefined): void;
  run(work: Promise<unknown>): void;
  tell(level: OptionsNotice['level'], text: LocalText, takeBack?: () => Promise<unknown>): void;
}

/** Of our own documents the file wins: what it replaces is backed up and can be taken back. */
const DOCUMENT_CONFLICTS = 'replace';

type ImportActions = Pick<
  OptionsActions,
  | 'readImport'
  | 'applyImport'
  | 'cancelImport'
  | 'chooseEncoding'
  | 'chooseColumns'
  | 'chooseConflicts'
  | 'chooseTableMode'
>;

/** What was said of a table with this header, in columns of today. */
function recalled(memory: ColumnMemory, header: string): ChosenColumns | undefined {
  const found = memory.tables.find(([known]) => known === header)?.[1];
  return (
    found && {
      headRows: found.headRows,
      columns: found.columns.map((name) => choosableColumns.find((column) => column === name)),
    }
  );
}

/** The next file with this header is read as this one was. */
async function rememberAnswer({ read: { question } }: ChosenPhrases): Promise<void> {
  if (!question) return;
  const { columns, headRows, samples } = question;
  const cells = samples.map((column) => column[headRows - 1] ?? '');
  const header = headerKey([{ cells }], headRows === 0 ? 0 : 1);
  if (header === '' || header.length > 2_000) return;
  const kept = columns.map((column) => column ?? null);
  await sendRequest(rememberColumns, { header, columns: kept, headRows });
}

/** Files coming in: read, compared and shown in turns, then sent to the background, which does the same once more. */
export function importActions({
  state,
  cards,
  decisions,
  file,
  setFile,
  run,
  tell,
}: ImportParts): ImportActions {
  const stopReading = (): void => {
    if (file?.state === 'reading') file.stop?.();
  };

  /** Work that shows its progress in the preview's place and can be given up there. */
  const inTurns = (
    name: string,
    work: (long: LongWork) => Promise<ChosenFile | undefined>,
    canStop = true,
  ): void => {
    stopReading();
    const controller = new AbortController();
    const { signal } = controller;
    const show = (done: number): void =>
      setFile({ state: 'reading', name, done, ...(canStop && { stop: () => controller.abort() }) });
    show(0);
    let shown = 0;
    const onProgress = ({ done, total }: { done: number; total: number }): void => {
      const share = Math.floor((20 * done) / Math.max(1, total)) / 20;
      if (share === shown || signal.aborted) return;
      shown = share;
      show(share);
    };
    run(
      work({ signal, onProgress }).then(
        (found) => {
          if (!signal.aborted) setFile(found);
        },
        (error: unknown) => {
          if (signal.aborted) return;
          setFile(undefined);
          throw error;
        },
      ),
    );
  };

  const read = (chosen: File, encoding?: TextEncoding, columns?: ChosenColumns): void => {
    if (!state) return;
    const living = state.library.phrases.filter((phrase) => phrase.deletedAt === null);
    inTurns(chosen.name, async (work) => {
      const memory = await readStore(localArea(), columnMemoryStore, Date.now());
      const remembered = (header: string): ChosenColumns | undefined => recalled(memory, header);
      const found = await readChosen(chosen, work, { encoding, columns, remembered });
      const { name } = chosen;
      if (found.kind === 'refused')
        return { state: 'document', name, text: '', plan: { ok: false, errors: found.errors } };
      if (found.kind === 'text') {
        const builtInIds = builtInMaps().map((map) => map.id);
        const holidays = await readStore(localArea(), holidaysStore, Date.now());
        const plan = planImport(
          found.text,
          { ...state, builtInIds, cards, decisions, holidays },
          DOCUMENT_CONFLICTS,
          Date.now(),
        );
        return { state: 'document', name, text: found.text, plan };
      }
      if (found.kind === 'couriers') {
        const { kind: _, sheet, ...rest } = found;
        const present = state.shop.pack.couriers;
        const mode = firstMode(found.read, present);
        return {
          state: 'couriers',
          name,
          file: chosen,
          ...rest,
          ...(sheet !== undefined && { sheet }),
          present,
          mode,
          compared: compared(found.read, present, mode, sheet),
        };
      }
      if (found.kind === 'cards') {
        const { kind: _, ...rest } = found;
        const preview = previewCardImport(found.read.rows, livingCards(cards));
        return {
          state: 'cards',
          name,
          file: chosen,
          ...rest,
          preview,
          conflicts: 'skip',
          choices: new Map(),
        };
      }
      const preview = await runSteps(previewSteps(found.read.rows, living), work);
      const options = wordingOf(state.shop.pack.wording, undefined, 'library');
      const wording = await runSteps(checkRowSteps(found.read.rows, options), work);
      const { kind: _, ...rest } = found;
      return {
        state: 'phrases',
        name,
        file: chosen,
        ...rest,
        preview,
        wording,
        categories: [...new Set(living.map((phrase) => phrase.category))],
        // What the agent wrote here stays unless they say otherwise (phrases.md §6.6).
        conflicts: 'skip',
        choices: new Map(),
      };
    });
  };

  const send = async (input: ImportInput): Promise<void> => {
    const result = await sendRequest(applyImport, input);
    if (result.errors.length > 0) {
      tell('stop', say(result.errors.join('；'), result.errors.join('; ')));
      return;
    }
    tell('info', say(`已导入，改动 ${result.changed} 处`, `Imported, ${result.changed} changes`), () =>
      sendRequest(undoImport, {}),
    );
  };

  return {
    readImport: (chosen) => read(chosen),
    chooseEncoding(encoding) {
      if (file?.state === 'phrases' || file?.state === 'cards' || file?.state === 'couriers')
        read(file.file, encoding);
    },
    chooseColumns(columns, headRows) {
      if (file?.state === 'phrases') read(file.file, file.encoding, { columns: [...columns], headRows });
    },
    chooseConflicts(choice, row) {
      if (file?.state === 'phrases') {
        if (row === undefined) setFile({ ...file, conflicts: choice, choices: new Map() });
        else setFile({ ...file, choices: new Map(file.choices).set(row, choice) });
      } else if (file?.state === 'cards' && choice !== 'newer') {
        if (row === undefined) setFile({ ...file, conflicts: choice, choices: new Map() });
        else setFile({ ...file, choices: new Map(file.choices).set(row, choice) });
      }
    },
    chooseTableMode(mode) {
      if (file?.state !== 'couriers' || file.mode === mode) return;
      setFile({ ...file, mode, compared: compared(file.read, file.present, mode, file.sheet) });
    },
    applyImport() {
      if (file?.state === 'document') {
        const { text } = file;
        inTurns(
          file.name,
          async () => {
            await send({ text, conflicts: DOCUMENT_CONFLICTS });
            return undefined;
          },
          false,
        );
      } else if (file?.state === 'couriers') {
        const { table } = file.compared;
        inTurns(
          file.name,
          async () => {
            await send({ text: writeCourierFile(table), conflicts: DOCUMENT_CONFLICTS });
            return undefined;
          },
          false,
        );
      } else if (file?.state === 'cards') {
        inTurns(
          file.name,
          async () => {
            const choices = cardChoicesByPlace(file);
            await send({ text: carryCards(file.read.rows), conflicts: file.conflicts, choices });
            return undefined;
          },
          false,
        );
      } else if (file?.state === 'phrases') {
        inTurns(
          file.name,
          async (work) => {
            await rememberAnswer(file);
            const text = await runSteps(carryRows(file.read.rows, file.read.images), work);
            await send({ text, conflicts: file.conflicts, choices: choicesByPlace(file) });
            return undefined;
          },
          false,
        );
      }
    },
    cancelImport() {
      stopReading();
      setFile(undefined);
    },
  };
}
