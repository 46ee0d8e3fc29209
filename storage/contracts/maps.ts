import * as z from 'zod/mini';
import { pageKinds } from '../health.ts';
import { defineNotice, defineRequest } from './contract.ts';

const sentence = z.object({ 'zh-CN': z.string(), en: z.string() });

/**
 * Keeps a map the agent made by pointing or editing (level `user`); one with the same id is replaced and what was
 * there is backed up. The background validates the document again: nothing that does not parse is ever kept.
 */
export const saveMap = defineRequest({
  name: 'maps.save',
  from: ['desk', 'page'],
  input: z.object({ json: z.string().check(z.maxLength(500_000)) }),
  output: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), id: z.string() }),
    z.object({ ok: z.literal(false), errors: z.array(sentence) }),
  ]),
});

/** Takes back the removal of a user map; its host is asked for by the page that sends this, in the click. */
export const restoreMap = defineRequest({
  name: 'maps.restore',
  from: ['page'],
  input: z.object({ id: z.string() }),
  output: z.object({ restored: z.boolean() }),
});

/** Puts the version of a user map that stood before the last save in its place, and keeps the present one instead. */
export const revertMap = defineRequest({
  name: 'maps.revert',
  from: ['page'],
  input: z.object({ id: z.string() }),
  output: z.object({ reverted: z.boolean() }),
});

/**
 * What the agent wants to point at. Nothing set: teach this page from the start. `kind` and `field` (as the health
 * line names it: `orderId`, `messages.text`, `root`): repair that one field of the page's map.
 */
export const pickRequestSchema = z.object({
  kind: z.exactOptional(z.enum(pageKinds)),
  field: z.exactOptional(z.string().check(z.maxLength(80))),
});
export type PickRequest = z.infer<typeof pickRequestSchema>;

/**
 * Popup or options → background: start the picker in this tab. Where the host is not granted yet the wish is kept for
 * two minutes and carried out when the agent grants it: the prompt closes the popup that asked.
 */
export const beginPicking = defineRequest({
  name: 'picker.begin',
  from: ['page'],
  input: z.object({ tabId: z.int(), request: pickRequestSchema }),
  output: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true) }),
    z.object({ ok: z.literal(false), why: z.enum(['not-granted', 'no-page']) }),
  ]),
});

/** The agent refused the permission: the wish is forgotten. */
export const forgetPicking = defineRequest({
  name: 'picker.forget',
  from: ['page'],
  input: z.object({ tabId: z.int() }),
  output: z.object({}),
});

/** Desk → background: brings the picker's script into the frame that asks. */
export const loadPicker = defineRequest({
  name: 'picker.load',
  from: ['desk'],
  input: z.object({}),
  output: z.object({}),
});

/** Background → the top frame's desk script. */
export const startPicking = defineNotice({ name: 'picker.start', input: pickRequestSchema });
