import * as z from 'zod/mini';

/** Money in a shop's pack: fen, up to a million yuan. */
export const fen = z.int().check(z.minimum(0), z.maximum(100_000_000));
/** `HH:mm` in Shanghai. */
export const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
