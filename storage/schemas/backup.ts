import * as z from 'zod/mini';
import { recordFields } from './record.ts';

/** A copy of stores taken before an import, or exported by the agent. `stores` holds raw envelopes by store key. */
export const backupSchema = z.object({
  format: z.literal('shoubian.backup'),
  version: z.literal(1),
  ...recordFields,
  stores: z.record(z.string(), z.unknown()),
  /** Bytes of the images phrases hold, as base64, by hash. */
  images: z.exactOptional(z.record(z.string(), z.string())),
});
export type Backup = z.infer<typeof backupSchema>;
