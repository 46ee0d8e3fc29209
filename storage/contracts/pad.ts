import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { defineRequest } from './contract.ts';

const done = z.object({});
const pixels = z.int().check(z.minimum(-100_000), z.maximum(100_000));

/** Opens the phrase pad, or brings it forward when it is open: there is one. */
export const openPad = defineRequest({ name: 'pad.open', from: ['page'], input: z.object({}), output: done });

/**
 * The pad's window may have been moved or sized: the background looks and remembers. A window that has just opened
 * is pulled back when it stands where no screen is any more.
 */
export const notePadPlace = defineRequest({
  name: 'pad.placed',
  from: ['page'],
  input: z.object({
    opening: z.boolean(),
    /** The free part of the screen the window is on, and whether there are others: only a page can see that. */
    screen: z.object({ left: pixels, top: pixels, width: pixels, height: pixels }),
    extended: z.boolean(),
  }),
  output: done,
});

/** Which marketplace's chat is answered with the pad. */
export const choosePadPlatform = defineRequest({
  name: 'pad.platform',
  from: ['page'],
  input: z.object({ platform: z.enum(platforms) }),
  output: done,
});
