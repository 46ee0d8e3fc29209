import type { DecisionTable } from '../../rules/decisions/index.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { UserRows } from '../../rules/packs/user-rows.ts';
import { readPhraseFile } from '../../rules/phrases/phrase-file.ts';
import {
  applyPhraseImport,
  type ConflictChoice,
  type PhraseConflict,
  previewPhraseImport,
} from '../../rules/phrases/phrase-import.ts';
import type { HolidayYear } from '../../rules/shipping/holiday-table.ts';
import type { CourierTable } from '../../rules/zones/table.ts';
import type { CardDraft } from '../contracts/card-edits.ts';
import type { PhraseDraft } from '../contracts/library.ts';
import type { KeptState } from '../kept-state.ts';
import type { Backup } from '../schemas/backup.ts';
import type { Decisions } from '../schemas/decision-table.ts';
import type { Holidays } from '../schemas/holidays.ts';
import type { Cards } from '../schemas/product-card.ts';
import type { SiteMap } from '../schemas/site-map.ts';
import { interpret, type StoreDefinition } from '../store.ts';
import { storeName } from '../store-names.ts';
import { backedUpStores, readBackup } from './backup-file.ts';
import { backedUpMaps } from './backup-maps.ts';
import { readCourierFile } from './courier-file.ts';
import { planDecisions } from './decisions-file.ts';
import { recogniseDocument } from './document-kind.ts';
import { planHolidays } from './holiday-file.ts';
import { readMapText } from './map-text.ts';
import { planCards } from './plan-cards.ts';
import { compareMap } from './plan-map.ts';
import { planRows } from './plan-rows.ts';
import { type RulePackFile, readRulePack } from './rule-pack-file.ts';
import { sameValue } from './same-value.ts';

interface Accepted {
  ok: true;
  /** What the agent is shown before anything changes. */
  lines: LocalText[];
  /** Rows that cannot be taken, each with its place; the others go in all the same. */
  problems: LocalText[];
  /** How many things would change; 0 is "nothing to do". */
  changed: number;
}
export type AcceptedPlan = Accepted &
  /** `images`: bytes the file brings along, as base64, by hash. */
  (
    | { kind: 'phrases'; phrases: PhraseDraft[]; images: ReadonlyMap<string, string> }
    | { kind: 'product-cards'; cards: CardDraft[] }
    | { kind: 'courier-table'; table: CourierTable }
    | { kind: 'decisions'; tables: DecisionTable[] }
    | { kind: 'rule-pack'; shop: RulePackFile['shop']; rows: UserRows }
    | { kind: 'site-map'; map: SiteMap }
    | { kind: 'backup'; backup: Backup }
    | { kind: 'holidays'; table: HolidayYear }
  );
export type ImportPlan = AcceptedPlan | { ok: false; errors: LocalText[] };

type Present = Pick<KeptState, 'library' | 'shop' | 'rules' | 'maps' | 'settings'> & {
  /** Ids of the maps in the package, which an imported map of the same id stands in for. */
  builtInIds?: readonly string[];
  /** Read where cards are compared; desks never do. */
  cards?: Cards;
  holidays?: Holidays;
  decisions?: Decisions;
};

/**
 * Works out what a file would change, without changing anything: the preview of the options page and the import
 * itself run this same plan, so what was shown is what happens.
 * @param text the file's text, of any kind the product reads
 * @param choices what to do with single phrases in conflict, by their place in the file's list (from 1)
 */
export function planImport(
  text: string,
  present: Present,
  conflicts: ConflictChoice,
  now: number,
  choices: Readonly<Record<string, ConflictChoice>> = {},
): ImportPlan {
  const recognised = recogniseDocument(text);
  if (!recognised.ok) return recognised;
  const { json, kind } = recognised;
  switch (kind) {
    case 'phrases':
      return planPhrases(json, present, ({ incoming }) => choices[incoming.row] ?? conflicts);
    case 'product-cards': {
      const planned = planCards(json, present.cards, (row) => {
        const choice = choices[row] ?? conflicts;
        // Cards carry no date to be newer by.
        return choice === 'newer' ? 'skip' : choice;
      });
      return planned.ok ? { kind, ...planned } : planned;
    }
    case 'courier-table': {
      const read = readCourierFile(json);
      if (!read.ok) return read;
      const { table } = read;
      const changed = sameValue(withoutCodes(table), withoutCodes(present.shop.pack.couriers)) ? 0 : 1;
      return {
        ok: true,
        kind,
        table,
        changed,
        problems: [],
        lines: [
          say(
            `「${table.name}」共 ${table.rules.length} 条规则，替换现在的 ${present.shop.pack.couriers.rules.length} 条`,
            `"${table.name}" with ${table.rules.length} rules replaces the present ${present.shop.pack.couriers.rules.length}`,
          ),
        ],
      };
    }
    case 'decisions': {
      const planned = planDecisions(json, present.decisions);
      return planned.ok ? { kind, ...planned } : planned;
    }
    case 'rule-pack': {
      const read = readRulePack(json);
      if (!read.ok) return read;
      const { shop } = read.pack;
      const shopChanges =
        shop !== undefined && !sameValue({ ...present.shop.pack, ...shop }, present.shop.pack);
      const { rows, changed, problems } = planRows(read.pack, present.rules.rows, now);
      return {
        ok: true,
        kind,
        shop,
        rows,
        changed: changed + (shopChanges ? 1 : 0),
        problems,
        lines: [
          say(
            `店铺规则${shopChanges ? '有改动' : '没有改动'}，${changed} 条平台规则有改动`,
            `Shop rules ${shopChanges ? 'change' : 'stay'}; ${changed} platform rules change`,
          ),
        ],
      };
    }
    case 'site-map': {
      const read = readMapText(text);
      if (!read.ok) return read;
      const { map } = read;
      const own = present.maps.maps.find((one) => one.map.id === map.id && one.deletedAt === null)?.map;
      const isBuiltIn = present.builtInIds?.includes(map.id) === true;
      return { ok: true, kind, map, problems: [], ...compareMap(map, own, isBuiltIn) };
    }
    case 'holidays': {
      const planned = planHolidays(json, present.holidays);
      return planned.ok ? { kind, ...planned } : planned;
    }
    case 'backup': {
      const read = readBackup(json, now);
      if (!read.ok) return read;
      const maps = backedUpMaps(read.backup, now);
      if (!maps.ok) return maps;
      const { backup, problems } = maps;
      const names = changedStores(backup, present, now).map(storeName);
      return {
        ok: true,
        kind,
        backup,
        changed: names.length,
        problems,
        lines: [
          names.length === 0
            ? say('备份和现在的内容完全相同', 'The backup equals what is kept now')
            : say(
                `备份会替换现在的：${names.map((name) => name['zh-CN']).join('、')}`,
                `The backup replaces: ${names.map((name) => name.en).join(', ')}`,
              ),
        ],
      };
    }
  }
}

/** Codes follow from the places; a file may lack them. */
const withoutCodes = ({ codes: _, ...table }: CourierTable): Omit<CourierTable, 'codes'> => table;

/** Keys of the stores a backup would change. */
const changedStores = (backup: Backup, present: Present, now: number): string[] =>
  backedUpStores
    .filter((store) => {
      const raw = backup.stores[store.key];
      if (raw === undefined) return false;
      const { value } = interpret(store as StoreDefinition<unknown>, raw, now);
      return !sameValue(value, present[store.key as keyof Present]);
    })
    .map((store) => store.key);

function planPhrases(
  json: unknown,
  present: Present,
  choose: (conflict: PhraseConflict) => ConflictChoice,
): ImportPlan {
  const read = readPhraseFile(json);
  if (!read.ok) return read;
  const living = present.library.phrases.filter((phrase) => phrase.deletedAt === null);
  const preview = previewPhraseImport(read.phrases, living);
  const phrases = applyPhraseImport(preview, choose);
  return {
    ok: true,
    kind: 'phrases',
    phrases,
    images: read.images,
    changed: phrases.length,
    problems: read.problems,
    lines: [
      say(
        `新增 ${preview.create.length}，更新 ${preview.update.length}，相同 ${preview.identical.length}，冲突 ${preview.conflict.length}`,
        `${preview.create.length} new, ${preview.update.length} changed, ${preview.identical.length} equal, ${preview.conflict.length} in conflict`,
      ),
    ],
  };
}
