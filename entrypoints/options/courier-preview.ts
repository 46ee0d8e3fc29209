import type { TableMode } from '../../components/options/couriers/model.ts';
import type { ImportPreview } from '../../components/options/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { TextEncoding } from '../../rules/phrases/files/encoding.ts';
import { type ComparedTables, compareTables } from '../../rules/zones/files/compare-tables.ts';
import type { ReadCourierTable } from '../../rules/zones/files/read-courier-table.ts';
import type { CourierTable } from '../../rules/zones/table.ts';
import { documentNames } from '../../storage/import/document-kind.ts';
import { mostCourierRules } from '../../storage/schemas/shop.ts';

/** A spreadsheet of courier rules that was read and compared; nothing is changed yet. */
export interface ChosenCouriers {
  state: 'couriers';
  name: string;
  /** To be read again in another encoding. */
  file: File;
  encoding?: TextEncoding;
  broken: number;
  read: ReadCourierTable;
  /** Name of the sheet it stands in. */
  sheet?: string;
  /** The table it was compared with. */
  present: CourierTable;
  mode: TableMode;
  compared: ComparedTables;
}

/** Rows shown before the rest is counted. */
const most = { rows: 60, problems: 50 } as const;

/**
 * A file with the numbers of our rules is the table itself, edited; one without speaks of what it names. The example
 * shop's rules are nobody's, so a shop's first file takes their place.
 */
export function firstMode(read: ReadCourierTable, present: CourierTable): TableMode {
  const numbered = read.rows.filter(({ rule }) => rule.id !== undefined).length;
  return present.example || numbered * 2 > read.rows.length ? 'replace' : 'add';
}

/** The name of the table: what the sheet is called, where the file is one of ours. */
export function tableName(read: ReadCourierTable, sheet: string | undefined, present: CourierTable): string {
  const ours = read.rows.some(({ rule }) => rule.id !== undefined);
  if (ours && sheet !== undefined && !/^(?:sheet|工作表)\s*\d*$/iu.test(sheet)) return sheet;
  return present.example ? '本店快递表' : present.name;
}

export const compared = (
  read: ReadCourierTable,
  present: CourierTable,
  mode: TableMode,
  sheet: string | undefined,
): ComparedTables => compareTables(present, read.rows, mode, tableName(read, sheet, present));

export function courierPreview(chosen: ChosenCouriers): ImportPreview {
  const { read, mode, compared: found, encoding, broken } = chosen;
  const { differences, same, table } = found;
  const count = (mark: string): number => differences.filter((one) => one.mark === mark).length;
  const tooMany = table.rules.length > mostCourierRules;
  const lines: LocalText[] = [
    say(
      `读到 ${read.total} 行、${read.rows.length} 条规则，导入后共 ${table.rules.length} 条`,
      `${read.total} rows and ${read.rows.length} rules read; ${table.rules.length} rules after the import`,
    ),
  ];
  if (broken > 0)
    lines.push(
      say(
        `有 ${broken} 个字符按这个编码读不出来，请换一个编码看看`,
        `${broken} characters do not fit this encoding; try another one`,
      ),
    );
  lines.push(...read.notes);
  const shown = read.problems.slice(0, most.problems);
  const rest = read.problems.length - shown.length;
  return {
    fileName: chosen.name,
    kind: documentNames['courier-table'],
    lines,
    problems: [
      ...(tooMany
        ? [
            say(
              `导入后有 ${table.rules.length} 条规则，最多 ${mostCourierRules} 条，请精简后再导入`,
              `${table.rules.length} rules after the import; at most ${mostCourierRules} are kept`,
            ),
          ]
        : []),
      ...(rest > 0 ? [say(`还有 ${rest} 行读不了`, `${rest} more rows cannot be read`)] : []),
    ],
    applicable: differences.length > 0 && !tooMany,
    ...(encoding && { encoding }),
    couriers: {
      mode,
      added: count('added'),
      changed: count('changed'),
      removed: count('removed'),
      same,
      rows: differences.slice(0, most.rows),
      problems: shown,
    },
  };
}
