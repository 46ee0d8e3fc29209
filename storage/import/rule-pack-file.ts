import * as z from 'zod/mini';
import type { LocalText } from '../../rules/language/local-text.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { UserRows } from '../../rules/packs/user-rows.ts';
import { userRowsSchema } from '../schemas/platform-rules.ts';
import { limitsSchema } from '../schemas/settings.ts';
import { shopDutiesShape, shopNumbersShape, wordingSchema } from '../schemas/shop.ts';
import { issueTexts } from './courier-file.ts';
import type { OldLimits } from './old-limits.ts';

const rulePackSchema = z.object({
  format: z.literal('shoubian.rule-pack'),
  version: z.literal(1),
  name: z.exactOptional(z.string()),
  /** Row id → the user's value over a platform's row. */
  rows: z.exactOptional(userRowsSchema),
  /** Platform → limits in seconds, as files had them before the rows could be edited. */
  limits: z.exactOptional(z.record(z.string(), limitsSchema)),
  // Files written before a part came to the pack lack it; the shop's own then stays.
  shop: z.exactOptional(
    z.object({
      ...shopNumbersShape,
      wording: z.exactOptional(wordingSchema),
      urging: z.exactOptional(shopDutiesShape.urging),
      pricing: z.exactOptional(shopDutiesShape.pricing),
      returns: z.exactOptional(shopDutiesShape.returns),
    }),
  ),
});

/** Parts files of the first version need not have. */
type LaterPart = 'wording' | 'urging' | 'pricing' | 'returns';

export interface RulePackFile {
  name?: string;
  rows?: UserRows;
  limits?: OldLimits;
  shop?: Omit<ShopPack, LaterPart> & Partial<Pick<ShopPack, LaterPart>>;
}

/** The shop's own numbers and the user's values over platforms' rows as one file, to carry to another machine. */
export const writeRulePack = (pack: { rows: UserRows; shop: ShopPack }): string =>
  `${JSON.stringify({ format: 'shoubian.rule-pack', version: 1, ...pack }, null, 2)}\n`;

export function readRulePack(
  json: unknown,
): { ok: true; pack: RulePackFile } | { ok: false; errors: LocalText[] } {
  const parsed = rulePackSchema.safeParse(json);
  if (!parsed.success) return { ok: false, errors: issueTexts(parsed.error.issues) };
  const { name, rows, limits, shop } = parsed.data;
  return {
    ok: true,
    pack: {
      ...(name !== undefined && { name }),
      ...(rows && { rows }),
      ...(limits && { limits }),
      ...(shop && { shop }),
    },
  };
}
