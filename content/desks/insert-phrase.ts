import type { DockNotice } from '../../components/dock/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { type FillOptions, fillTemplate } from '../../rules/phrases/template.ts';
import type { Platform } from '../../rules/platform.ts';
import { checkWording, type ShopWording, wordingOf } from '../../rules/wording/index.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';
import { insertText, type RememberedEditor } from '../compose/insert.ts';
import { outcomeText } from '../compose/outcome-text.ts';

export type PhraseInsert =
  | {
      ok: true;
      notice?: DockNotice;
      /** Places still to be filled in: offsets in the editor's text. */
      stops?: number[];
    }
  | {
      ok: false;
      notice: DockNotice;
      missing?: string[];
      /** The filled text that stop words held back; picked again, it goes in. */
      heldBack?: string;
    };

export interface InsertOptions {
  editor: RememberedEditor | undefined;
  platform: Platform;
  /** The shop's words, released words and levels. */
  wording: ShopWording;
  /** The agent was shown the stop words of this very text and picked it again. */
  confirmed(text: string): boolean;
  /** What was typed for it and gives way to it. */
  replace?: string | undefined;
  /** Offsets in the text where the agent goes on writing. */
  stops?: readonly number[] | undefined;
  /** A long text is on its way: what to show meanwhile. */
  telling?(notice: DockNotice): void;
  signal: AbortSignal;
}

let notices = 0;

export function notice(level: DockNotice['level'], text: LocalText, copy?: string): DockNotice {
  notices += 1;
  return { id: `notice-${notices}`, level, text, ...(copy !== undefined && { copy }) };
}

/** One line that counts up, for a text of hundreds of lines that goes in piece by piece. */
function underWay(tell: (notice: DockNotice) => void): (done: number, all: number) => void {
  const first = notice('info', say('正在放入……', 'Inserting…'));
  return (done, all) => {
    const percent = Math.floor((100 * done) / all);
    tell({ ...first, text: say(`正在放入…… ${percent}%`, `Inserting… ${percent} %`) });
  };
}

/**
 * A phrase on its way into the editor (architecture.md, way 3): filled from the page at this moment, checked,
 * inserted, read back. A missing value blocks and is named; a stop word blocks until the agent asks a second time.
 */
export async function insertPhrase(
  phrase: Pick<Phrase, 'text' | 'literal'>,
  options: InsertOptions & { values: PhraseValues; fill?: FillOptions },
): Promise<PhraseInsert> {
  const filled = fillTemplate(phrase.text, options.values, { ...options.fill, literal: phrase.literal });
  if (!filled.ok) {
    const names = filled.missing.join('、');
    return {
      ok: false,
      missing: filled.missing,
      notice: notice(
        'warn',
        say(`没有插入：页面上读不到 ${names}`, `Not inserted: ${names} could not be read from the page`),
      ),
    };
  }
  return insertChecked(filled.text, { ...options, stops: filled.stops });
}

/** A text as it is: checked, inserted, read back. */
export async function insertChecked(text: string, options: InsertOptions): Promise<PhraseInsert> {
  const hits = checkWording(text, wordingOf(options.wording, options.platform, 'chat'));
  const stops = hits.filter((hit) => hit.level === 'stop');
  if (stops.length > 0 && !options.confirmed(text)) {
    const words = stops.map((hit) => `「${text.slice(hit.start, hit.end)}」`).join('');
    return {
      ok: false,
      heldBack: text,
      notice: notice(
        'stop',
        say(
          `没有插入：${words}${stops[0]?.reason ?? ''}。确认要用就再点一次`,
          `Not inserted: ${words} may break a rule. Pick it again to insert it anyway`,
        ),
      ),
    };
  }
  if (!options.editor) {
    return {
      ok: false,
      notice: notice(
        'warn',
        say('没有找到输入框，先点一下要写的地方', 'No editor found; click where you write'),
        text,
      ),
    };
  }
  const { replace, stops: wanted } = options;
  const outcome = await insertText(options.editor, text, {
    signal: options.signal,
    ...(replace !== undefined && { replace }),
    ...(options.telling && { onProgress: underWay(options.telling) }),
    ...(wanted && wanted.length > 0 && { stops: wanted }),
  });
  const left = outcome.stops && outcome.stops.length > 0 ? { stops: outcome.stops } : {};
  const told = outcomeText(outcome);
  if (told) {
    const landed = outcome.result === 'ok' || outcome.result === 'blank-lines-lost';
    return { ok: landed, notice: notice(landed ? 'warn' : 'stop', told, text), ...left };
  }
  const warned = hits.filter((hit) => hit.level === 'warn');
  if (warned.length === 0) return { ok: true, ...left };
  const words = warned
    .map((hit) => `「${text.slice(hit.start, hit.end)}」${hit.suggestion ? `→「${hit.suggestion}」` : ''}`)
    .join(' ');
  return {
    ok: true,
    ...left,
    notice: notice('info', say(`已插入，留意用词：${words}`, `Inserted; mind the wording: ${words}`)),
  };
}
