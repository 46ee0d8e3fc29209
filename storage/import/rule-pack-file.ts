import * as z from 'zod/mini';
import type { LocalText } from '../../rules/language/local-text.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import { limitsSchema, type Settings } from '../schemas/settings.ts';
import { shopNumbersShape, wordingSchema } from '../schemas/shop.ts';
import { issueTexts } from './courier-file.ts';

const rulePackSchema = z.object({
  format: z.literal('shoubian.rule-pack'),
  version: z.literal(1),
  name: z.exactOptional(z.string()),
  /** Platform → the agent's own limits in seconds. */
  limits: z.exactOptional(z.record(z.string(), limitsSchema)),
  // Files written before the wording was part of the pack lack it; the shop's own then stays.
  shop: z.exactOptional(z.object({ ...shopNumbersShape, wording: z.exactOptional(wordingSchema) })),
});

export interface RulePackFile {
  name?: string;
  limits?: Settings['limits'];
  shop?: Omit<ShopPack, 'wording'> & Partial<Pick<ShopPack, 'wording'>>;
}

/** The shop's own numbers and the agent's limits as one file, to carry to another machine. */
export const writeRulePack = (pack: { limits: Settings['limits']; shop: ShopPack }): string =>
  `${JSON.stringify({ format: 'shoubian.rule-pack', version: 1, ...pack }, null, 2)}\n`;

export function readRulePack(
  json: unknown,
): { ok: true; pack: RulePackFile } | { ok: false; errors: LocalText[] } {
  const parsed = rulePackSchema.safeParse(json);
  if (!parsed.success) return { ok: false, errors: issueTexts(parsed.error.issues) };
  const { name, limits, shop } = parsed.data;
  return {
    ok: true,
    pack: { ...(name !== undefined && { name }), ...(limits && { limits }), ...(shop && { shop }) },
  };
}
