import * as z from 'zod/mini';
import { pageKinds } from '../health.ts';
import { recordFields } from './record.ts';

const seconds = z.int().check(z.nonnegative(), z.maximum(86_400));

export const limitsSchema = z.object({ soft: seconds, warn: seconds, breach: seconds });

export const dockPlaceSchema = z.object({
  collapsed: z.boolean(),
  top: z.number().check(z.minimum(0), z.maximum(1)),
});

/** What typed in a page's editor brings a phrase (rules/phrases/code-trigger.ts). */
export const triggersSchema = z.object({
  /** A sign and a phrase's code, then space or Tab. */
  codes: z.boolean(),
  /** The signs; full and half width mean the same. */
  signs: z.string().check(z.maxLength(8)),
  /** Site-map id → a slash opens the palette there. A missing id is as `slashOpens` says. */
  slash: z.record(z.string(), z.boolean()),
});
export type Triggers = z.infer<typeof triggersSchema>;
export const usualTriggers: Triggers = { codes: true, signs: ';', slash: {} };

/** What the agent is reminded of by a notice (mission.md A6, B8). */
const remindersSchema = z.object({ returns: z.boolean(), promises: z.boolean() });

/** From which step of a wait on; `off` never. */
const fromStep = z.enum(['off', 'warn', 'breach']);
const minuteOfDay = z.int().check(z.minimum(0), z.maximum(1_440));

/** How the agent is told of waits (mission.md A1). Settings kept before a way was there have it off. */
export const attentionSchema = z.object({
  badge: z.boolean(),
  notify: fromStep,
  /** The number of waiting buyers before the title of a marketplace tab that is not in front. */
  title: z._default(z.boolean(), false),
  sound: z._default(fromStep, 'off'),
  /** Loudness of the sound, 0…1. */
  volume: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0.6),
  /** No notification and no sound in these hours of the Shanghai day; over midnight where `from` is the later one. */
  quiet: z._default(z.nullable(z.object({ from: minuteOfDay, to: minuteOfDay })), null),
  /** Do not disturb until then, epoch ms. */
  pausedUntil: z._default(z.int(), 0),
});
export type Attention = z.infer<typeof attentionSchema>;
export const usualAttention: Attention = {
  badge: true,
  notify: 'warn',
  title: false,
  sound: 'off',
  volume: 0.6,
  quiet: null,
  pausedUntil: 0,
};

/** How shifts begin and end by themselves. */
const shiftRuleSchema = z.object({
  /**
   * A first reply begins a shift. Off: nobody's hours are written down who did not ask for it, and a word to a buyer
   * from home begins no working day.
   */
  begins: z.boolean(),
  /** Hours without anything done after which the shift was over at the last thing done. */
  silenceHours: z.number().check(z.minimum(0.5), z.maximum(24)),
});
export const usualShiftRule: z.infer<typeof shiftRuleSchema> = { begins: false, silenceHours: 3 };

/** What the agent chooses; the dock's places are kept beside it, because pages write those. */
const choices = {
  language: z.enum(['auto', 'zh-CN', 'en']),
  theme: z.enum(['auto', 'light', 'dark']),
  /** Work number of the agent, as buyers are told it (A4). */
  agentNumber: z.string().check(z.maxLength(20)),
  shopName: z.string().check(z.maxLength(60)),
  /** Names the shop in the ledger; stays when the shop is renamed. */
  shopId: z.string().check(z.minLength(1)),
  /** Site-map id → switched on. A missing id is on once its hosts are granted. */
  markets: z.record(z.string(), z.object({ enabled: z.boolean() })),
  attention: attentionSchema,
  /** Days that ledger events are kept. */
  retentionDays: z.int().check(z.minimum(1), z.maximum(3660)),
  paletteKey: z.string().check(z.minLength(1)),
};

export const settingsSchema = z.object({
  ...recordFields,
  ...choices,
  /** Host → where the dock sits. */
  docks: z.record(z.string(), dockPlaceSchema),
  /** Site-map id → kinds of page the agent turned off there. Settings kept before there were any have none. */
  pagesOff: z._default(z.record(z.string(), z.array(z.enum(pageKinds))), {}),
  /** Settings kept before there were any have the usual ones. */
  triggers: z._default(triggersSchema, usualTriggers),
  /** Limits per platform as they were kept before the platforms' rows could be edited; moved there at the start. */
  limits: z.exactOptional(z.record(z.string(), limitsSchema)),
  /** Off until the agent turns them on; what the register holds is said in the dock in any case. */
  reminders: z._default(remindersSchema, { returns: false, promises: false }),
  /** Settings kept before there were any have the usual ones. */
  shift: z._default(shiftRuleSchema, usualShiftRule),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Any of the choices; what is absent stays as it is. */
export const settingsChangeSchema = z.object({
  language: z.exactOptional(choices.language),
  theme: z.exactOptional(choices.theme),
  agentNumber: z.exactOptional(choices.agentNumber),
  shopName: z.exactOptional(choices.shopName),
  shopId: z.exactOptional(choices.shopId),
  markets: z.exactOptional(choices.markets),
  attention: z.exactOptional(choices.attention),
  retentionDays: z.exactOptional(choices.retentionDays),
  paletteKey: z.exactOptional(choices.paletteKey),
  triggers: z.exactOptional(triggersSchema),
  reminders: z.exactOptional(remindersSchema),
  shift: z.exactOptional(shiftRuleSchema),
});
