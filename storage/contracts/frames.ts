import * as z from 'zod/mini';
import { chatPlaceSchema } from '../schemas/queue.ts';
import { defineNotice, defineRequest } from './contract.ts';
import { pickRequestSchema } from './maps.ts';

/**
 * A page inside an iframe (1688's chat, JD orders on the alternate host) has marks of its own but no dock: what it
 * sees is shown by the one dock of the tab's top frame, and what the agent does there is carried back. One way for
 * frames of the same origin and of another. Messages pass between frames of one tab only; which tab and which frame
 * a message comes from is what the browser stamped on it, never what the message says.
 */

const done = z.object({});
const delivered = z.object({ delivered: z.boolean() });
const held = z.exactOptional(z.string().check(z.maxLength(200)));
const text = z.string().check(z.maxLength(20_000));
const name = z.string().check(z.maxLength(200));
const fen = z.int().check(z.nonnegative());

/** Viewport coordinates in CSS px. */
const boxSchema = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

/** How far up a frame could follow its own place: to the top page, or to a frame whose parent is of another origin. */
export const frameReaches = ['top', 'child', 'deeper'] as const;

/** A box of a frame in the viewport of the outermost window the frame can see. */
export const framePlaceSchema = z.object({
  box: boxSchema,
  /** That window's viewport, to find its iframe by. */
  viewport: z.object({ width: z.number(), height: z.number() }),
  reached: z.enum(frameReaches),
});
export type FramePlace = z.infer<typeof framePlaceSchema>;

/**
 * What the agent did in the dock, to be done in the frame it concerns. `held`: the key that did it, whose repeats and
 * release must not reach the frame's page (insertion.md §1 rule 4).
 */
export const frameActSchema = z.discriminatedUnion('do', [
  /** Brings an order or a review into view. */
  z.object({ do: z.literal('jump'), key: name }),
  /** Opens a conversation. `queue`: this tab was chosen for it, so no other is looked for. */
  z.object({ do: z.literal('conversation'), chat: chatPlaceSchema, by: z.enum(['agent', 'queue']) }),
  /**
   * `values` and `conversation`: of the chat that stands in another frame; the frame's own chat, where it has one, is
   * asked first. The others are the agent's choice, and what was typed in this frame for it.
   */
  z.object({
    do: z.literal('insert'),
    id: name,
    values: z.record(z.string(), z.string()),
    conversation: z.exactOptional(z.string().check(z.maxLength(400))),
    index: z.exactOptional(z.int().check(z.nonnegative())),
    answers: z.exactOptional(z.record(z.string(), z.string().check(z.maxLength(2_000)))),
    replace: z.exactOptional(z.string().check(z.maxLength(80))),
    held,
  }),
  z.object({ do: z.enum(['begin-anew', 'drop-offer']), id: name }),
  z.object({ do: z.literal('insert-text'), text, held }),
  /** Gives focus and selection back to the editor the agent was last in. */
  z.object({ do: z.literal('focus'), held }),
  /** The agent asked for the palette elsewhere, and the editor it is for stands here: say where it is. */
  z.object({ do: z.literal('palette') }),
  z.object({
    do: z.enum(['preview-price', 'fill-price']),
    request: z.object({
      way: z.enum(['target', 'minus', 'percent', 'round']),
      value: name,
      freight: z.exactOptional(name),
      known: z.exactOptional(
        z.object({
          cost: z.exactOptional(fen),
          floors: z.exactOptional(
            z
              .array(
                z.object({
                  amount: fen,
                  why: z.enum(['shop', 'card', 'formula', 'cost']),
                  name: z.exactOptional(name),
                }),
              )
              .check(z.maxLength(20)),
          ),
          changesUsed: z.exactOptional(z.int().check(z.nonnegative())),
        }),
      ),
      accepted: z.exactOptional(z.boolean()),
      source: z.exactOptional(z.string().check(z.maxLength(500))),
      reason: z.exactOptional(name),
    }),
    held,
  }),
  /** Into the input of this frame the agent was last in. */
  z.object({
    do: z.literal('put-number'),
    number: z.object({ text: name, way: z.string().check(z.maxLength(500)) }),
    held,
  }),
  z.object({ do: z.literal('fill-review'), key: name, text, held }),
  z.object({ do: z.literal('redraft'), key: name }),
  /** With a hit of the wording check in the frame's editor. */
  z.object({ do: z.enum(['replace-word', 'release-word', 'show-word']), id: name, held }),
  z.object({ do: z.literal('dismiss') }),
  /** Point at things in a frame of another origin, which the top frame cannot look into. */
  z.object({ do: z.literal('pick'), request: pickRequestSchema }),
]);
export type FrameAct = z.infer<typeof frameActSchema>;

/** When the desk that speaks began, epoch ms: a late word of the one that ran there before must not be taken for its. */
const load = z.number();

/** Sub frame → background: what this frame would show, as JSON the top frame parses again; null when it goes away. */
export const publishFrame = defineRequest({
  name: 'frames.publish',
  from: ['desk'],
  input: z.object({ load, view: z.nullable(z.string().check(z.maxLength(2_000_000))) }),
  output: done,
});

/** Background → top frame. `frameId` is what the browser stamped on the sub frame's message. */
export const frameView = defineNotice({
  name: 'frames.view',
  input: z.object({ frameId: z.int(), load, view: z.nullable(z.string()) }),
});

/**
 * Top frame → background: who is there? Every frame of the tab is asked to publish again, or only those named, of
 * which the ones that are gone come back.
 */
export const callFrames = defineRequest({
  name: 'frames.call',
  from: ['desk'],
  input: z.object({ frames: z.array(z.int()).check(z.maxLength(500)) }),
  output: z.object({ gone: z.array(z.int()) }),
});

/** Background → sub frames. */
export const publishAgain = defineNotice({ name: 'frames.again', input: z.object({}) });

/** Top frame → background: do this in that frame. Not delivered: the frame is gone. */
export const actInFrame = defineRequest({
  name: 'frames.act',
  from: ['desk'],
  input: z.object({ frameId: z.int().check(z.positive()), act: frameActSchema }),
  output: delivered,
});

/** Background → the sub frame. */
export const frameAct = defineNotice({ name: 'frames.do', input: z.object({ act: frameActSchema }) });

/** What the agent does in a sub frame that concerns the palette, which stands in the top frame. */
export const framePaletteSchema = z.discriminatedUnion('say', [
  /** The palette's key was pressed; `place`: the caret, absent where the frame has no editor to write into. */
  z.object({
    say: z.literal('open'),
    place: z.exactOptional(framePlaceSchema),
    /** Typed in the editor for it, and given way to what is picked: `/`, or a code that several phrases have. */
    replace: z.exactOptional(z.string().check(z.maxLength(80))),
  }),
  /** What was typed between that key and the moment the palette took the keys; Enter as \n, Escape as \u001b. */
  z.object({ say: z.literal('typed'), text: name }),
  /** Pressed into the frame while the palette was open for it. */
  z.object({ say: z.literal('pressed') }),
]);
export type FramePalette = z.infer<typeof framePaletteSchema>;

/** Sub frame → background. */
export const tellPalette = defineRequest({
  name: 'frames.palette',
  from: ['desk'],
  input: framePaletteSchema,
  output: delivered,
});

/** Background → top frame. */
export const paletteTold = defineNotice({
  name: 'frames.palette-told',
  input: z.object({ frameId: z.int(), told: framePaletteSchema }),
});
