import { expect, test } from 'vitest';
import { runSteps } from '../../../entrypoints/options/run-steps.ts';
import type { Progress, Steps } from '../../../rules/phrases/files/steps.ts';

/** Steps that count themselves and never end before `total`. */
function* counting(total: number, seen: { steps: number }): Steps<string> {
  for (let done = 0; done < total; done += 1) {
    seen.steps += 1;
    yield { done, total };
  }
  return 'done';
}

test('a long work gives its result', async () => {
  const seen = { steps: 0 };
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  expect(await runSteps(counting(1_000, seen), work)).toBe('done');
  expect(seen.steps).toBe(1_000);
});

test('a work that is given up stops at its next turn and says so', async () => {
  const seen = { steps: 0 };
  const controller = new AbortController();
  const told: Progress[] = [];
  const work = runSteps(counting(Number.POSITIVE_INFINITY, seen), {
    signal: controller.signal,
    onProgress: (progress) => {
      told.push(progress);
      controller.abort();
    },
  });
  await expect(work).rejects.toThrow(/abort/i);
  const { steps } = seen;
  expect(told).toHaveLength(1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen.steps).toBe(steps);
});
