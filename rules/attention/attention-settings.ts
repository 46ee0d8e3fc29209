import type { QuietHours } from './hush.ts';

/** From which step of a wait on; `off` never. */
export type FromStep = 'off' | 'warn' | 'breach';
/** The steps that are told of; the ones before only colour the clocks. */
export type ToldStep = 'warn' | 'breach';

/** How the agent is told of waits, as the rules read it (storage/schemas/settings.ts, `attention`). */
export interface AttentionSettings {
  badge: boolean;
  notify: FromStep;
  sound: FromStep;
  quiet: QuietHours | null;
  /** Epoch ms. */
  pausedUntil: number;
}

/** Whether something wanted from one step on is due at another. */
export const wantedAt = (from: FromStep, step: ToldStep): boolean =>
  from === 'warn' || (from === 'breach' && step === 'breach');
