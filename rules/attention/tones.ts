import type { ToldStep } from './attention-settings.ts';

/** One note: a sine with a soft beginning and a long end. */
export interface Tone {
  /** Pitch in Hz. */
  pitch: number;
  /** Seconds from the start of the sound. */
  at: number;
  /** Seconds until it has faded. */
  lasts: number;
  /** Loudness beside the other notes, 0…1. */
  strength: number;
}

/**
 * Calm enough for a whole day of it, and different without looking: time to reply is two notes that rise, overdue is
 * three that fall, the last one held.
 */
const tones: Record<ToldStep, readonly Tone[]> = {
  warn: [
    { pitch: 523.25, at: 0, lasts: 0.45, strength: 0.8 },
    { pitch: 659.25, at: 0.16, lasts: 0.6, strength: 0.8 },
  ],
  breach: [
    { pitch: 783.99, at: 0, lasts: 0.35, strength: 1 },
    { pitch: 659.25, at: 0.2, lasts: 0.35, strength: 1 },
    { pitch: 523.25, at: 0.4, lasts: 0.8, strength: 1 },
  ],
};

export const tonesOf = (step: ToldStep): readonly Tone[] => tones[step];
