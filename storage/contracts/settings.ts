import * as z from 'zod/mini';
import { dockPlaceSchema, settingsChangeSchema } from '../schemas/settings.ts';
import { shopPatchSchema } from '../schemas/shop.ts';
import { defineRequest } from './contract.ts';

const done = z.object({});
const start = z.exactOptional(z.string().check(z.maxLength(2_000)));

/** Any fields of the settings but the record's own. */
export const changeSettings = defineRequest({
  name: 'settings.change',
  from: ['page'],
  input: settingsChangeSchema,
  output: done,
});

/** Where the agent put the dock on the site the message comes from; the host is taken from the sender. */
export const placeDock = defineRequest({
  name: 'settings.place-dock',
  from: ['desk'],
  input: dockPlaceSchema,
  output: done,
});

/** Changes some of the shop's numbers. The wording is changed entry by entry (contracts/wording.ts). */
export const saveShop = defineRequest({
  name: 'shop.save',
  from: ['page'],
  input: z.object({ pack: shopPatchSchema }),
  output: done,
});

/** Opens the options page at a section; content scripts cannot do it themselves. */
export const openOptions = defineRequest({
  name: 'options.open',
  from: ['desk', 'page'],
  input: z.object({
    section: z.exactOptional(z.string().check(z.maxLength(40))),
    /** Section `cards`: begin a new card with what a page shows of the item. */
    card: z.exactOptional(z.object({ code: start, id: start, name: start })),
  }),
  output: done,
});
