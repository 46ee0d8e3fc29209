import { HOUR_MS } from '../time/shanghai.ts';

/** The smallest warning step (hours left) that has been reached; undefined before the first and after the deadline. */
export function warnStep(at: number, now: number, steps: readonly number[]): number | undefined {
  const left = at - now;
  if (left < 0) return undefined;
  const reached = steps.filter((hours) => left <= hours * HOUR_MS);
  return reached.length === 0 ? undefined : Math.min(...reached);
}
