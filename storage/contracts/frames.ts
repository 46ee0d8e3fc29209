import * as z from 'zod/mini';
import { defineNotice, defineRequest } from './contract.ts';

/**
 * A page inside an iframe (JD orders on the alternate host) has marks of its own but no dock: what it sees is
 * shown by the one dock of the tab's top frame, and a jump chosen there is carried back.
 */
export const frameViewSchema = z.object({ view: z.string().check(z.maxLength(2_000_000)) });

/** Sub frame → background: the view this frame would show, as JSON the top frame parses again. */
export const publishFrame = defineRequest({
  name: 'frames.publish',
  from: ['desk'],
  input: frameViewSchema,
  output: z.object({}),
});

/** Background → top frame. `frameId` is what the browser stamped on the sub frame's message. */
export const frameView = defineNotice({
  name: 'frames.view',
  input: z.object({ frameId: z.int(), view: z.string() }),
});

/** Top frame → background: bring this row of that frame into view. */
export const actInFrame = defineRequest({
  name: 'frames.act',
  from: ['desk'],
  input: z.object({ frameId: z.int(), jumpTo: z.string().check(z.maxLength(200)) }),
  output: z.object({}),
});

/** Background → the sub frame. */
export const frameAct = defineNotice({
  name: 'frames.do',
  input: z.object({ jumpTo: z.string() }),
});
