import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Figure } from '../../rules/metrics/figure.ts';
import type { Platform } from '../../rules/platform.ts';
import { DAY_MS, HOUR_MS, shanghaiDay } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import { eventKey } from '../../rules/turns/event-key.ts';
import { places } from '../../sandbox/launch.mjs';
import { type SoakResult, soak } from '../soak/soak.ts';
import { type RefFigure, referenceSpan } from '../unit/metrics/reference/index.ts';

/** The whole month is `npm run soak`; with every test a few days of it run, killed and filled up as often a day. */
const isFull = process.env.SHOUBIAN_SOAK === 'full';
const size = isFull
  ? { days: 30, events: 500_000, kills: 200, closes: 60, fullDisks: 60, sliceMs: HOUR_MS / 2 }
  : { days: 5, events: 3_000, kills: 6, closes: 4, fullDisks: 4, sliceMs: 3 * HOUR_MS };

/** Shanghai midnight of 1 October 2026. */
const from = Date.UTC(2026, 8, 30, 16);
const days = Array.from({ length: size.days }, (_, i) => shanghaiDay(from + i * DAY_MS));
const platforms: Platform[] = ['pdd', 'taobao', 'doudian'];

const names = (events: readonly TurnEvent[]): string[] => events.map(eventKey).sort();

/** Of means the numerator is in seconds: to the millisecond, which it was summed in. */
const plain = (figures: readonly Figure[]): Record<string, RefFigure> =>
  Object.fromEntries(
    figures.map(({ id, numerator, denominator, uncertain }) => [
      id,
      { numerator: Math.round(numerator * 1_000) / 1_000, denominator, uncertain },
    ]),
  );
const expected = (figures: ReadonlyMap<string, RefFigure>): Record<string, RefFigure> =>
  Object.fromEntries(
    [...figures].map(([id, figure]) => [
      id,
      { ...figure, numerator: Math.round(figure.numerator * 1_000) / 1_000 },
    ]),
  );

/** The span of one platform, as the product shows it and as the slow reference counts it; also of two accounts. */
async function compare(month: SoakResult, platform: Platform): Promise<void> {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const report = await month.report({ platform, from: first, to: last });
  const { now } = month;
  expect(plain(report.total), platform).toEqual(
    expected(referenceSpan(month.events, platform, days, { now })),
  );
  expect(report.days.map(({ day }) => day)).toEqual(days);
  for (const { agent, figures } of report.agents.slice(0, 2)) {
    expect(plain(figures), `${platform} ${agent}`).toEqual(
      expected(referenceSpan(month.events, platform, days, { now, agent })),
    );
  }
  const one = Math.floor(days.length / 2);
  expect(plain(report.days[one]?.figures ?? []), `${platform} ${days[one]}`).toEqual(
    expected(referenceSpan(month.events, platform, days.slice(one, one + 1), { now })),
  );
}

test('figures equal the slow reference after workers were killed, tabs closed and disks full; memory stays flat', async () => {
  test.setTimeout(isFull ? 3_600_000 : 240_000);
  const month = await soak({
    ...size,
    seed: 20_261_122,
    agents: 8,
    platforms,
    shops: 1,
    from,
    ...(isFull && { log: console.log }),
  });
  try {
    expect(month.kills, 'kills that were seen').toBeGreaterThanOrEqual(size.kills);
    expect(month.closes).toBe(size.closes);
    for (let day = 0; day <= size.days; day += 1) {
      const begin = from + day * DAY_MS;
      const happened = month.events.filter(({ t }) => t >= begin && t < begin + DAY_MS);
      expect(names(await month.ledgerOf(begin)), 'every event handed over is kept once').toEqual(
        names(happened),
      );
    }
    for (const platform of platforms) await compare(month, platform);
    // From the fourth day on memory holds as many days as it ever will.
    const settled = month.heap.slice(3);
    expect(Math.max(...settled.slice(-3))).toBeLessThan(1.5 * Math.max(...settled.slice(0, 3)));
    if (isFull) {
      mkdirSync(places.artifacts, { recursive: true });
      const { events, handed, kills, closes, fullDisks, heap, dayMs } = month;
      const measured = { events: events.length, handed, kills, closes, fullDisks, heap, dayMs };
      writeFileSync(path.join(places.artifacts, 'soak.json'), JSON.stringify(measured, undefined, 2));
    }
  } finally {
    await month.close();
  }
});
