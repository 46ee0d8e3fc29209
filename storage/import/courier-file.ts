import * as z from 'zod/mini';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { CourierTable } from '../../rules/zones/table.ts';
import { courierTableSchema } from '../schemas/shop.ts';

const courierFileSchema = z.object({
  format: z.literal('shoubian.courier-table'),
  version: z.literal(1),
  table: courierTableSchema,
});

/** The shop's courier table as a file of its own. */
export const writeCourierFile = (table: CourierTable): string =>
  `${JSON.stringify({ format: 'shoubian.courier-table', version: 1, table }, null, 2)}\n`;

export function readCourierFile(
  json: unknown,
): { ok: true; table: CourierTable } | { ok: false; errors: LocalText[] } {
  const parsed = courierFileSchema.safeParse(json);
  if (parsed.success) {
    const ids = new Set<string>();
    const doubled = parsed.data.table.rules.find((rule) => {
      if (ids.has(rule.id)) return true;
      ids.add(rule.id);
      return false;
    });
    if (!doubled) return { ok: true, table: parsed.data.table };
    return {
      ok: false,
      errors: [say(`规则编号「${doubled.id}」出现了两次`, `The rule id "${doubled.id}" stands twice`)],
    };
  }
  return { ok: false, errors: issueTexts(parsed.error.issues) };
}

/** What does not fit, by the place in the file; at most ten lines. */
export function issueTexts(issues: readonly { path: PropertyKey[]; code: string }[]): LocalText[] {
  return issues.slice(0, 10).map(({ path, code }) => {
    const where = path.map(String).join('.') || '文件';
    return say(`「${where}」的内容不对（${code}）`, `"${where}" is not right (${code})`);
  });
}
