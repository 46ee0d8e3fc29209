import * as z from 'zod/mini';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { CourierTable } from '../../rules/zones/table.ts';
import { courierTableSchema } from '../schemas/shop.ts';

const courierFileSchema = z.object({
  format: z.literal('shoubian.courier-table'),
  version: z.literal(1),
  table: courierTableSchema,
});

/** The shop's courier table as a file of its own; the codes of its places are worked out where it is kept. */
export const writeCourierFile = ({ codes: _, ...table }: CourierTable): string =>
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

/** What a validation code means to the agent; a code not named here is "not allowed". */
const issueWords: Record<string, LocalText> = {
  invalid_type: say('没有填，或者类型不对', 'is missing or of the wrong type'),
  invalid_value: say('不是可用的值', 'is not a value that can be used'),
  invalid_union: say('不是可用的值', 'is not a value that can be used'),
  invalid_format: say('格式不对', 'has the wrong form'),
  too_small: say('太小或太短', 'is too small or too short'),
  too_big: say('太大或太长', 'is too large or too long'),
  unrecognized_keys: say('里有不认识的字段', 'holds fields that are not known'),
};

/** What does not fit, by the place in the file; at most ten lines. */
export function issueTexts(issues: readonly { path: PropertyKey[]; code: string }[]): LocalText[] {
  return issues.slice(0, 10).map(({ path, code }) => {
    const where = path.map(String).join('.');
    const words = issueWords[code] ?? say('不合规定', 'is not allowed');
    return say(`「${where || '整个文件'}」${words['zh-CN']}`, `"${where || 'the file'}" ${words.en}`);
  });
}
