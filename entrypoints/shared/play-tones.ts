import type { ToldStep } from '../../rules/attention/attention-settings.ts';
import { tonesOf } from '../../rules/attention/tones.ts';

/** Seconds in which a note swells; a hard beginning would click. */
const SWELL = 0.02;
/** A gain of zero cannot be reached on a curve; this cannot be heard. */
const SILENCE = 0.0001;

/**
 * Plays the tones of a step and settles when they have faded.
 * @param volume 0…1
 * @throws when the browser does not let a page sound without having been clicked
 */
export async function playTones(step: ToldStep, volume: number): Promise<void> {
  const loudness = Math.min(1, Math.max(0, volume));
  if (loudness === 0) return;
  const audio = new AudioContext();
  try {
    // A context that may not sound, or has nothing to sound with, would be waited for without end; a headset in the
    // air takes its time.
    const begun = await Promise.race([audio.resume().then(() => true), after(3_000).then(() => false)]);
    if (!begun || audio.state !== 'running') throw new Error(`audio is ${audio.state}`);
    const start = audio.currentTime + 0.05;
    const master = new GainNode(audio, { gain: loudness * 0.5 });
    master.connect(audio.destination);
    const faded = tonesOf(step).map(({ pitch, at, lasts, strength }) => {
      const note = new OscillatorNode(audio, { type: 'sine', frequency: pitch });
      const gain = new GainNode(audio, { gain: SILENCE });
      gain.gain.setValueAtTime(SILENCE, start + at);
      gain.gain.exponentialRampToValueAtTime(strength, start + at + SWELL);
      gain.gain.exponentialRampToValueAtTime(SILENCE, start + at + lasts);
      note.connect(gain).connect(master);
      note.start(start + at);
      note.stop(start + at + lasts);
      return new Promise<void>((resolve) => {
        note.addEventListener('ended', () => resolve(), { once: true });
      });
    });
    await Promise.all(faded);
  } finally {
    await audio.close();
  }
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
