import { expect, test } from '@playwright/test';
import { DAY_MS, HOUR_MS } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import { eventKey } from '../../rules/turns/event-key.ts';
import { soak } from '../soak/soak.ts';

const isFull = process.env.SHOUBIAN_SOAK === 'full';
/** Shanghai midnight of 1 October 2026. */
const from = Date.UTC(2026, 8, 30, 16);
const size = isFull
  ? { days: 30, events: 500_000, kills: 200, closes: 60, fullDisks: 60, sliceMs: HOUR_MS / 2 }
  : { days: 4, events: 3_000, kills: 6, closes: 4, fullDisks: 6, sliceMs: 2 * HOUR_MS };

const names = (events: readonly TurnEvent[]): string[] => events.map(eventKey).sort();

test('soak', async () => {
  test.setTimeout(isFull ? 3_600_000 : 180_000);
  const month = await soak({
    ...size,
    seed: 20_261_122,
    agents: 8,
    platforms: ['pdd', 'taobao', 'doudian'],
    shops: 1,
    from,
    log: (line) => console.log(line),
  });
  for (let day = 0; day <= size.days; day += 1) {
    const begin = from + day * DAY_MS;
    const happened = month.events.filter(({ t }) => t >= begin && t < begin + DAY_MS);
    expect(names(await month.ledgerOf(begin))).toEqual(names(happened));
  }
  console.log({ ...month, events: month.events.length });
  await month.close();
});
