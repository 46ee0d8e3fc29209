import { describe, expect, it } from 'vitest';
import { type Polarity, type ReasonId, readReview } from '../../../rules/reviews/index.ts';

const reasonsOf = (text: string): ReasonId[] => readReview({ text }).reasons.map((reason) => reason.id);

describe('a complaint is found by its words', () => {
  it.each<[string, ReasonId[]]>([
    ['背了两天带子就断了', ['quality']],
    ['包包掉色，把衣服都染了', ['quality']],
    ['皮子摸着很粗糙，线头也多', ['quality']],
    ['质量真的是非常差', ['quality']],
    ['物流太慢了', ['logistics']],
    ['等了整整九天', ['logistics']],
    ['快递员不送上门', ['logistics']],
    ['客服爱答不理', ['service']],
    ['问了三遍没人回复', ['service']],
    ['要退货卖家不给退', ['service']],
    ['鞋码偏小，挤脚', ['size']],
    ['腰围穿不下', ['size']],
    ['比想的小一圈', ['size']],
    ['刚下单第二天就降价', ['price']],
    ['这个价格太贵了', ['price']],
    ['盒子都压扁了', ['packaging']],
    ['包装特别简陋', ['packaging']],
    ['和图片完全不一样', ['mismatch']],
    ['色差大得离谱', ['mismatch']],
    ['少发了一只', ['wrong_missing']],
    ['颜色发错了', ['wrong_missing']],
    ['说明书都没给', ['wrong_missing']],
    ['发货慢，客服也不回消息', ['logistics', 'service']],
    ['尺码偏大，还有股异味', ['quality', 'size']],
  ])('%s → %o', (text, ids) => {
    expect(reasonsOf(text).sort()).toEqual([...ids].sort());
  });
});

describe('a negated fault is no complaint', () => {
  it.each([
    '不是质量问题',
    '洗了几次都不掉色',
    '没有色差',
    '没有一点异味',
    '穿了一个月也不起球',
    '客服没有推脱',
    '没有少发',
    '物流一点都不慢',
    '价格不贵',
    '包装没有破损',
    '不会偏小',
  ])('%s', (text) => {
    expect(reasonsOf(text)).toEqual([]);
  });

  it.each<[string, ReasonId]>([
    ['质量不好', 'quality'],
    ['做工不太精细', 'quality'],
    ['发货不及时', 'logistics'],
    ['客服态度不好', 'service'],
    ['大小不合适', 'size'],
    ['没想到会掉色', 'quality'],
    ['没几天就开线了', 'quality'],
  ])('but praise that is negated, or a negation of something else, is: %s', (text, id) => {
    expect(reasonsOf(text)).toContain(id);
  });

  it.each(['担心会起球', '不知道会不会掉色', '希望不要发错'])('%s only fears it', (text) => {
    expect(reasonsOf(text)).toEqual([]);
  });
});

describe('one thing’s word is no complaint about another', () => {
  it.each<[string, ReasonId]>([
    ['性价比很高', 'price'],
    ['声音太小', 'size'],
    ['快递员态度很好', 'logistics'],
    ['晚上八点送货到家', 'logistics'],
    ['大大小小都很满意', 'size'],
    ['包装不错', 'packaging'],
  ])('%s is not %s', (text, id) => {
    expect(reasonsOf(text)).not.toContain(id);
  });
});

describe('the matched words', () => {
  it('are ranges of the review’s own text, in order and without overlap', () => {
    const text = '😀东西收到了，质量真的是很差！！\n而且 发货太慢。';
    const reading = readReview({ text });
    const words = Object.fromEntries(
      reading.reasons.map((reason) => [
        reason.id,
        reason.matched.map(([start, end]) => text.slice(start, end)),
      ]),
    );
    expect(words).toEqual({ quality: ['质量', '差'], logistics: ['发货太慢'] });
    for (const reason of reading.reasons) {
      const flat = reason.matched.flat();
      expect(flat).toEqual([...flat].sort((a, b) => a - b));
      expect(reason.label['zh-CN'] && reason.label.en).toBeTruthy();
    }
  });
});

describe('praise is kept apart from complaints', () => {
  it.each<[string, ReasonId]>([
    ['做工很精细', 'quality'],
    ['做工很扎实', 'quality'],
    ['第二次了，客服很耐心', 'service'],
    ['隔天就到了', 'logistics'],
    ['客服特别有耐心', 'service'],
    ['大小刚好', 'size'],
    ['性价比高', 'price'],
    ['包装很严实', 'packaging'],
    ['和图片一样', 'mismatch'],
  ])('%s praises %s', (text, id) => {
    const reading = readReview({ text });
    expect(reading.reasons).toEqual([]);
    expect(reading.praised.map((reason) => reason.id)).toContain(id);
  });
});

describe('polarity trusts stars, then the page’s words, then the text', () => {
  const complaint = '用两天就开线了';
  const praise = '做工很好，很喜欢';
  it.each<[string, number | undefined, string | undefined, Polarity]>([
    [praise, 5, undefined, 'good'],
    [complaint, 5, undefined, 'mixed'],
    [complaint, 4, '差评', 'mixed'],
    ['', 5, undefined, 'good'],
    ['此用户没有填写评价', 5, undefined, 'good'],
    [complaint, 1, undefined, 'bad'],
    ['', 2, undefined, 'bad'],
    [praise, 1, undefined, 'mixed'],
    [praise, 3, undefined, 'mixed'],
    ['', 3, undefined, 'mixed'],
    [praise, undefined, '好评', 'good'],
    [complaint, undefined, '好评', 'mixed'],
    ['还行吧', undefined, '中评', 'mixed'],
    ['还行吧', undefined, '差评', 'bad'],
    [complaint, undefined, undefined, 'bad'],
    [praise, undefined, undefined, 'good'],
    [`${praise}，就是物流太慢`, undefined, undefined, 'mixed'],
    ['已收到', undefined, undefined, 'unsure'],
    ['', undefined, undefined, 'unsure'],
    ['此用户没有填写评价', undefined, undefined, 'unsure'],
    ['系统默认好评', undefined, undefined, 'unsure'],
    [praise, 0, undefined, 'good'],
    [complaint, 9, undefined, 'bad'],
  ])('「%s」 stars %s words %s → %s', (text, rating, verdict, polarity) => {
    const review = {
      text,
      ...(rating !== undefined && { rating }),
      ...(verdict !== undefined && { verdict }),
    };
    expect(readReview(review).polarity).toBe(polarity);
  });
});
