import { describe, expect, it } from 'vitest';
import { atStake, beforeClosing, beforeTransfer } from '../../../rules/metrics/index.ts';
import type { Platform } from '../../../rules/platform.ts';
import { waitingBuyers } from '../../../rules/turns/index.ts';
import { at, b, on } from '../turns/events.ts';

const wait = (platform: Platform, clock: string, now: string) => {
  const [waiting] = waitingBuyers(on(platform, [b(clock)]), { now: at(now) });
  if (!waiting) throw new Error('somebody waits');
  return waiting;
};

describe('what a wait costs', () => {
  it.each([
    [
      'taobao',
      '10:00:00',
      '10:02:08',
      ['TB-AVG 已等 128 秒', 'TB-3M 还剩 52 秒', 'TB-RR 客户最后发言；一个表情即可'],
    ],
    [
      'taobao',
      '10:00:00',
      '10:10:00',
      ['TB-AVG 已封顶 600 秒', 'TB-3M 超时 420 秒', 'TB-RR 客户最后发言；一个表情即可'],
    ],
    ['taobao', '23:30:00', '23:31:00', ['TB-RR 客户最后发言；一个表情即可']],
    ['pdd', '10:00:00', '10:01:00', ['PDD-3M 还剩 120 秒', 'PDD-AVG 已等 60 秒']],
    ['jd', '10:00:00', '10:00:10', ['JD-30F 还剩 20 秒', 'JD-AVG 已等 10 秒']],
    ['jd', '08:30:00', '08:30:10', []],
    ['xianyu', '10:00:00', '10:01:00', []],
  ] as const)('%s from %s at %s', (platform, clock, now, texts) => {
    expect(atStake(wait(platform, clock, now), at(now)).map(({ text }) => text['zh-CN'])).toEqual(texts);
  });
});

describe('guards', () => {
  it('a quarter of an hour before the window closes, who waits is listed', () => {
    const waiting = [wait('pdd', '22:40:00', '22:45:00'), wait('1688', '22:40:00', '22:45:00')];
    expect(beforeClosing(waiting, at('22:44:59'))).toEqual([]);
    expect(beforeClosing(waiting, at('22:45:00')).map(({ platform }) => platform)).toEqual(['pdd']);
    expect(beforeClosing(waiting, at('23:00:00'))).toEqual([]);
  });
  it('only Taobao loses a round by a transfer', () => {
    expect(beforeTransfer(wait('tmall', '10:00:00', '10:00:10'))?.['zh-CN']).toContain('600');
    expect(beforeTransfer(wait('pdd', '10:00:00', '10:00:10'))).toBeUndefined();
    expect(beforeTransfer(undefined)).toBeUndefined();
  });
});
