import { describe, expect, it } from 'vitest';
import {
  draftReply,
  type Polarity,
  type ReplyTemplates,
  readReview,
  reasonIds,
  reasonLabels,
  replyLength,
  replyTemplates,
  replyWindow,
} from '../../../rules/reviews/index.ts';
import { DAY_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const polarities: Polarity[] = ['bad', 'mixed', 'good'];
const all = Object.values(replyTemplates).flatMap((group) => Object.values(group).flat());

describe('the shipped replies', () => {
  it('are at least four for every reason and polarity, none twice', () => {
    for (const topic of [...reasonIds, 'general'] as const) {
      for (const polarity of polarities)
        expect(replyTemplates[topic][polarity]?.length).toBeGreaterThanOrEqual(4);
    }
    expect(replyTemplates.general.unsure?.length).toBeGreaterThanOrEqual(4);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(all)('%s', (text) => {
    expect([...text].length).toBeLessThanOrEqual(replyLength);
    expect(text).toMatch(/谢/);
    expect(text, 'says how to reach the shop inside the platform').toMatch(/订单|聊天窗口|平台/);
    expect(text, 'no money for a review').not.toMatch(/返现|红包|现金|优惠券|补偿|赔|送您/);
    expect(text, 'no way outside, no private data').not.toMatch(/微信|QQ|电话|手机号|\d{5,}|[{}]/i);
    expect(text, 'no blame').not.toMatch(/您没有|您自己|您应该|是您|怪您|误会/);
    expect(text, 'shop wording (A14) and 宝贝').not.toMatch(/肯定(?=会|能|给)|保证|绝对|宝贝/);
  });
});

describe('a draft', () => {
  const bad = readReview({ text: '鞋码偏小', rating: 2 });

  it('takes up the reason that was found', () => {
    expect(replyTemplates.size.bad).toContain(draftReply(bad, { pick: 0 }));
    const good = readReview({ text: '客服很有耐心', rating: 5 });
    expect(replyTemplates.service.good).toContain(draftReply(good, { pick: 0 }));
    const silent = readReview({ text: '', rating: 1 });
    expect(replyTemplates.general.bad).toContain(draftReply(silent, { pick: 0 }));
  });

  it('is the same for the same pick and never the text just shown, over every review and pick', () => {
    for (const polarity of [...polarities, 'unsure'] as const) {
      for (const id of [undefined, ...reasonIds]) {
        const found = id ? [{ id, label: reasonLabels[id], matched: [] }] : [];
        const reading = { polarity, reasons: found, praised: found };
        let last: string | undefined;
        for (let pick = -3; pick < 12; pick += 1) {
          const choice = { pick, ...(last !== undefined && { avoid: last }) };
          const text = draftReply(reading, choice);
          expect(text).not.toBe(last);
          expect(draftReply(reading, choice)).toBe(text);
          last = text;
        }
      }
    }
  });

  const only = (text: string): ReplyTemplates => ({
    ...replyTemplates,
    size: { bad: [text] },
    general: {},
  });

  it('uses the shop’s own text, and a shipped one rather than the same twice', () => {
    const templates = only('谢谢反馈，尺码我们会核对，请在订单页联系客服。');
    const first = draftReply(bad, { pick: 7, templates });
    expect(first).toBe('谢谢反馈，尺码我们会核对，请在订单页联系客服。');
    expect(replyTemplates.size.bad).toContain(draftReply(bad, { pick: 7, templates, avoid: first }));
  });

  it.each(['改好评返现5元', '追评送券', '好'.repeat(121), ' '])('never hands out 「%s」', (text) => {
    expect(draftReply(bad, { pick: 0, templates: only(text) })).not.toBe(text);
  });
});

describe('the reply window', () => {
  const at = (month: number, day: number, hour = 12): number => shanghaiEpoch(2026, month, day, hour) ?? 0;
  const reviewedAt = at(3, 1);

  it('Taobao: reviewed 03-01 12:00, open until 03-31 12:00, last safe day 03-30', () => {
    const window = replyWindow({ platform: 'taobao', reviewedAt, now: at(3, 10) });
    expect(window).toMatchObject({
      state: 'open',
      answers: 'review',
      daysLeft: 21,
      until: at(3, 31),
      mostCharacters: 500,
    });
    expect(window.lastSafeDay).toBe('2026-03-30');
    expect(window).not.toHaveProperty('lastChance');
  });

  it('Taobao: an addition closes the first explanation and leaves one for itself, without a made-up date', () => {
    const window = replyWindow({ platform: 'taobao', reviewedAt, appendedAt: at(3, 10), now: at(3, 11) });
    expect(window).toMatchObject({ state: 'open', answers: 'append' });
    expect(window).not.toHaveProperty('daysLeft');
  });

  it.each([
    [at(3, 28, 11), undefined],
    [at(3, 28), 3],
    [at(3, 30, 11), 3],
    [at(3, 30), 1],
    [at(3, 31, 11), 1],
  ])('the last chance is named at three days and at one day', (now, lastChance) => {
    expect(replyWindow({ platform: 'taobao', reviewedAt, now }).lastChance).toBe(lastChance);
  });

  it('closes at its last moment', () => {
    expect(replyWindow({ platform: 'kuaishou', reviewedAt, now: at(3, 31) - 1 }).state).toBe('open');
    expect(replyWindow({ platform: 'kuaishou', reviewedAt, now: at(3, 31) }).state).toBe('closed');
  });

  it('抖店 counts 90 days from receipt and allows one reply', () => {
    const window = replyWindow({
      platform: 'doudian',
      reviewedAt,
      receivedAt: reviewedAt - DAY_MS,
      now: reviewedAt,
    });
    expect(window.daysLeft).toBe(89);
    expect(window.notes.map((note) => note['zh-CN'])).toContain('只有一次回复机会');
    expect(replyWindow({ platform: 'doudian', reviewedAt, now: reviewedAt }).state).toBe('unknown');
  });

  it.each(['pdd', 'jd', '1688', 'xianyu', 'tmall', 'other'] as const)(
    '%s has no published window',
    (platform) => {
      const window = replyWindow({ platform, reviewedAt, now: reviewedAt + 400 * DAY_MS });
      expect(window.state).toBe('unknown');
      expect(window).not.toHaveProperty('daysLeft');
      expect(window.notes.map((note) => note['zh-CN']).join()).toContain('未知');
    },
  );
});
