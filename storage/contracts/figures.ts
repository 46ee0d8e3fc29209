import * as z from 'zod/mini';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { platforms } from '../../rules/platform.ts';
import { defineRequest } from './contract.ts';
import { figureSchema } from './ledger.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const localText = z.object({ 'zh-CN': z.string(), en: z.string() });
const count = z.int().check(z.nonnegative());

export const figureQuestionSchema = z.object({
  platform: z.enum(platforms),
  shop: z.exactOptional(z.string().check(z.minLength(1))),
  agent: z.exactOptional(z.string().check(z.minLength(1))),
  from: day,
  to: day,
});

const figures = z.array(figureSchema);
export const figureReportSchema: z.ZodMiniType<FigureReport> = z.object({
  question: figureQuestionSchema,
  asOf: z.int(),
  total: figures,
  days: z.array(z.object({ day, figures })),
  hours: z.array(
    z.object({ day, hour: count, turns: count, answered: count, waitedMs: count, ok: count, miss: count }),
  ),
  waits: z.array(z.object({ from: count, to: z.exactOptional(count), count })),
  slowest: z.array(
    z.object({
      t: z.int(),
      ms: count,
      shop: z.string(),
      buyer: z.string(),
      agent: z.exactOptional(z.string()),
      answered: z.boolean(),
      rough: z.boolean(),
    }),
  ),
  agents: z.array(z.object({ agent: z.string(), figures })),
  shops: z.array(z.object({ shop: z.string(), figures })),
  units: z.exactOptional(z.object({ metric: z.string(), counted: count, failed: count, uncertain: count })),
  counted: z.array(localText),
});

/** What the ledger holds at all: for the choices of the figures page. Days are the first and last with events. */
export const readCoverage = defineRequest({
  name: 'figures.coverage',
  from: ['page'],
  input: z.object({}),
  output: z.object({
    places: z.array(z.object({ platform: z.enum(platforms), shop: z.string(), first: day, last: day })),
  }),
});

/**
 * Works out and keeps days of the span that no cache holds yet, for a short while; `left` are those still to come.
 * A view calls it until nothing is left and shows how far it is; then `readReport` answers at once.
 */
export const prepareFigures = defineRequest({
  name: 'figures.prepare',
  from: ['page'],
  input: z.object({ platform: z.enum(platforms), from: day, to: day }),
  output: z.object({ left: z.int(), of: z.int() }),
});

/** Shows the figures page, in the tab that has it open already. Content scripts cannot do it themselves. */
export const openFigures = defineRequest({
  name: 'figures.open',
  from: ['page', 'desk'],
  input: z.object({ platform: z.exactOptional(z.enum(platforms)) }),
  output: z.object({}),
});

/** The report; days no cache holds yet are worked out first, however long that takes. */
export const readReport = defineRequest({
  name: 'figures.report',
  from: ['page'],
  input: figureQuestionSchema,
  output: figureReportSchema,
});

/**
 * Figures of any span, of one account where it is named: a shift (issue "Response time", 7). Without `to` the span is
 * still running, up to the end of today. Platforms on which nothing was counted are left out.
 */
export const readSpanFigures = defineRequest({
  name: 'figures.span',
  from: ['page', 'desk'],
  input: z.object({
    platform: z.exactOptional(z.enum(platforms)),
    agent: z.exactOptional(z.string().check(z.minLength(1))),
    /** Epoch ms. */
    from: z.int(),
    to: z.exactOptional(z.int()),
  }),
  output: z.array(z.object({ platform: z.enum(platforms), figures })),
});
