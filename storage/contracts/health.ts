import * as z from 'zod/mini';
import { breakageSchema, goneFieldSchema, pageKinds } from '../health.ts';
import { defineRequest } from './contract.ts';

const mapId = z.string().check(z.minLength(1), z.maxLength(80));
const field = z.string().check(z.minLength(1), z.maxLength(80));

/**
 * A page's map stopped or started fitting: what cannot be read on the pages of one map. It replaces the last word on
 * the kinds named, which are those this frame saw something of: an empty list, or another frame, proves nothing.
 */
export const reportHealth = defineRequest({
  name: 'health.report',
  from: ['desk'],
  input: z.object({
    mapId,
    kinds: z.array(z.enum(pageKinds)).check(z.maxLength(10)),
    broken: z.array(breakageSchema).check(z.maxLength(60)),
    gone: z.exactOptional(z.array(goneFieldSchema).check(z.maxLength(200))),
  }),
  output: z.object({}),
});

/** One page was looked at: how many of its rows yielded each field (rules/health). Counts, never values. */
export const noteView = defineRequest({
  name: 'health.note-view',
  from: ['desk'],
  input: z.object({
    mapId,
    kind: z.enum(pageKinds),
    version: z.string().check(z.minLength(1), z.maxLength(20)),
    counts: z
      .array(
        z.object({
          field,
          group: z.string().check(z.maxLength(20)),
          seen: z.int().check(z.nonnegative(), z.maximum(100_000)),
          rows: z.int().check(z.nonnegative(), z.maximum(100_000)),
        }),
      )
      .check(z.maxLength(600)),
  }),
  output: z.object({}),
});

/** Turns one kind of page of one marketplace off (it is neither read nor marked) or on again. */
export const setPageOff = defineRequest({
  name: 'health.page-off',
  from: ['desk', 'page'],
  input: z.object({ mapId, kind: z.enum(pageKinds), off: z.boolean() }),
  output: z.object({}),
});
