import * as z from 'zod/mini';
import { checkTable, type DecisionTable, shippedTables } from '../../rules/decisions/index.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { guideTables } from '../decisions.ts';
import { type Decisions, decisionTablesSchema, mostTables } from '../schemas/decision-table.ts';
import { issueTexts } from './courier-file.ts';
import { sameValue } from './same-value.ts';

const decisionsFileSchema = z.object({
  format: z.literal('shoubian.decisions'),
  version: z.literal(1),
  tables: decisionTablesSchema,
});

/** Decision tables as a file, to carry to another machine. */
export const writeDecisionsFile = (tables: readonly DecisionTable[]): string =>
  `${JSON.stringify({ format: 'shoubian.decisions', version: 1, tables }, null, 2)}\n`;

/** Reads a file of tables. One fault in one table, and nothing of the file is taken. */
export function readDecisionsFile(
  json: unknown,
): { ok: true; tables: DecisionTable[] } | { ok: false; errors: LocalText[] } {
  const parsed = decisionsFileSchema.safeParse(json);
  if (!parsed.success) return { ok: false, errors: issueTexts(parsed.error.issues) };
  const { tables } = parsed.data;
  const errors = tables.flatMap((table) => {
    const name = table.name['zh-CN'] || table.id;
    return checkTable(table).map(({ text }) => say(`「${name}」${text['zh-CN']}`, `"${name}": ${text.en}`));
  });
  const seen = new Set<string>();
  for (const { id } of tables) {
    if (seen.has(id)) errors.push(say(`编号「${id}」的步骤有两份`, `Two tables have the id "${id}"`));
    seen.add(id);
  }
  if (tables.length === 0) errors.push(say('文件里一份步骤也没有', 'The file holds no table'));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, tables };
}

type PlannedDecisions =
  | { ok: true; tables: DecisionTable[]; changed: number; problems: LocalText[]; lines: LocalText[] }
  | { ok: false; errors: LocalText[] };

/** What a file of tables would change. Tables that say the same as those in use are left alone. */
export function planDecisions(
  json: unknown,
  present: Pick<Decisions, 'tables'> = { tables: [] },
): PlannedDecisions {
  const read = readDecisionsFile(json);
  if (!read.ok) return read;
  const inUse = new Map(guideTables(present).map((table) => [table.id, table]));
  const tables = read.tables.filter((table) => !sameValue(table, inUse.get(table.id)));
  const fresh = tables.filter(({ id }) => !inUse.has(id));
  const own = new Set([...present.tables, ...tables].map(({ id }) => id));
  if (own.size > mostTables)
    return { ok: false, errors: [say(`最多 ${mostTables} 份步骤`, `At most ${mostTables} tables are kept`)] };
  const shipped = new Set(shippedTables.map(({ id }) => id));
  const replaced = tables.filter(({ id }) => inUse.has(id));
  const same = read.tables.length - tables.length;
  return {
    ok: true,
    tables,
    changed: tables.length,
    problems: [],
    lines: [
      say(
        `新增 ${fresh.length} 份，替换 ${replaced.length} 份，相同 ${same} 份`,
        `${fresh.length} new, ${replaced.length} replaced, ${same} equal`,
      ),
      ...tables.map(({ id, name }) =>
        say(
          `${inUse.has(id) ? (shipped.has(id) ? '替换自带的' : '替换') : '新增'}「${name['zh-CN']}」`,
          `${inUse.has(id) ? 'Replaces' : 'Adds'} "${name.en ?? name['zh-CN']}"`,
        ),
      ),
    ],
  };
}
