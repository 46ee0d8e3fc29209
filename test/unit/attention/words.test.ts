import { describe, expect, it, test } from 'vitest';
import { tonesOf } from '../../../rules/attention/tones.ts';
import { actionTitle, countText, noticeWords } from '../../../rules/attention/words.ts';
import { say } from '../../../rules/language/local-text.ts';
import { at, waits } from './waiting.ts';

const START = at('14:03');
const past = (seconds: number): number => START + seconds * 1_000;

test.each([
  [0, ''],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
])('%i waiting read "%s" on the icon', (count, text) => {
  expect(countText(count)).toBe(text);
});

describe('the words over the icon', () => {
  const product = say('手边', 'Shoubian');
  it.each<[string, Parameters<typeof actionTitle>, string]>([
    ['nobody waits', [product, [], undefined, START], '手边'],
    [
      'two wait',
      [product, [waits('小红', past(9)), waits('小明', START)], undefined, past(60)],
      '手边\n2 位买家在等回复\n最久：小明（拼多多），从 14:03 等到现在',
    ],
    [
      'since yesterday',
      [product, [waits('小明', at('23:50', -1))], undefined, at('00:10')],
      '手边\n1 位买家在等回复\n最久：小明（拼多多），从 11-21 23:50 等到现在',
    ],
    [
      'no nick was read',
      [product, [{ ...waits('x', START), nick: '' }], undefined, past(5)],
      '手边\n1 位买家在等回复\n最久：一位买家（拼多多），从 14:03 等到现在',
    ],
    ['paused', [product, [], { why: 'paused', until: past(900) }, START], '手边\n勿扰到 14:18'],
    [
      'quiet hours',
      [product, [], { why: 'quiet', until: at('08:00', 1) }, START],
      '手边\n静音时段，到 11-23 08:00',
    ],
  ])('%s', (_, given, words) => {
    expect(actionTitle(...given)['zh-CN']).toBe(words);
  });

  it('are in English too', () => {
    expect(
      actionTitle(product, [waits('Ming', START)], { why: 'paused', until: past(900) }, past(60)).en,
    ).toBe(
      'Shoubian\n1 waiting for a reply\nlongest: Ming (Pinduoduo), since 14:03\ndo not disturb until 14:18',
    );
  });
});

describe('the notification', () => {
  const buyers = ['小明', '小红', '小李', '小王', '小张'].map((name, n) => waits(name, past(n)));
  const [a = waits('', 0), b = a] = buyers;
  it.each<[string, Parameters<typeof noticeWords>, string, string]>([
    ['one, to reply', [[a], [a], past(125)], '1 位买家在等回复', '小明（拼多多）等了 2 分 5 秒'],
    ['one, overdue', [[a], [a], past(3_725)], '1 位买家已超时', '小明（拼多多）等了 1 小时 2 分'],
    ['two', [[a, b], [a, b], past(125)], '2 位买家在等回复', '小明、小红，最久的等了 2 分 5 秒'],
    ['five', [buyers, buyers, past(130)], '5 位买家在等回复', '小明、小红、小李 等，最久的等了 2 分 10 秒'],
    [
      'one more while another still waits',
      [[b], [a, b], past(125)],
      '2 位买家在等回复',
      '小红（拼多多）等了 2 分 4 秒；另有 1 位还在等',
    ],
    [
      'one overdue of two',
      [[a], [a, waits('小红', past(60))], past(180)],
      '2 位买家在等回复，1 位已超时',
      '小明（拼多多）等了 3 分 0 秒；另有 1 位还在等',
    ],
    [
      'a clock ahead of ours',
      [[waits('小明', past(9))], [waits('小明', past(9))], START],
      '1 位买家在等回复',
      '小明（拼多多）等了 0 秒',
    ],
  ])('%s', (_, given, title, message) => {
    const words = noticeWords(...given);
    expect([words.title['zh-CN'], words.message['zh-CN']]).toEqual([title, message]);
  });

  it('cuts a name between characters', () => {
    const long = waits('😀'.repeat(30), START);
    expect(noticeWords([long], [long], past(125)).message['zh-CN']).toContain(`${'😀'.repeat(20)}…（`);
  });
});

describe('the sounds', () => {
  it('of the two steps differ in more than loudness', () => {
    const tune = (step: 'warn' | 'breach') => tonesOf(step).map(({ pitch }) => pitch);
    expect(tune('warn')).not.toEqual(tune('breach'));
    expect(tune('warn').length).not.toBe(tune('breach').length);
  });

  it.each(['warn', 'breach'] as const)('of %s is short and in the range of a voice', (step) => {
    expect(Math.max(...tonesOf(step).map(({ at, lasts }) => at + lasts))).toBeLessThan(1.5);
    for (const { pitch, strength } of tonesOf(step)) {
      expect(pitch).toBeGreaterThan(300);
      expect(pitch).toBeLessThan(1_000);
      expect(strength).toBeLessThanOrEqual(1);
    }
  });
});
