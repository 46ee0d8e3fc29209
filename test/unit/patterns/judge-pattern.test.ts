import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { judgePattern as judge } from '../../../storage/patterns/judge-pattern.ts';

describe('a pattern that could freeze a page', () => {
  it.each([
    '(a+)+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '((a*)*)*b',
    '(?:[\\w.]+)+@',
    '^(\\w+\\s?)*$',
    '(?:\\d{1,2}:?)+$',
    // Bounded, and still for ever.
    '(a{1,30}){1,30}b',
    '(?:(?:x{1,9}){1,9}){1,9}y',
    '(a?){30}a{30}',
    '(.*a){20}',
    '(?:.*,){11}P',
    // No repetition inside a repetition: alternatives that overlap.
    '(a|a)*b',
    '(a|aa)+$',
    '^(?:订单|订单号|号)*x',
    '([a-z]|[m-z0-9])+:',
    '(\\p{L}|[一-龥])+：',
    // Out of sight: behind a prefix, in a lookahead.
    '^收货信息：(a|a)*b',
    '(?=(a|a)*b)',
  ])('%s runs away', (pattern) => expect(judge(pattern)).toBe('runaway'));

  it.each([
    '(\\d+)\\d+x',
    '收货人[:：]\\s*(.+?)\\s+(1\\d{10})',
    '([\\s\\S]+)共([\\s\\S]+)件',
    '^(.+)省(.+)市(.+)区$',
    '(a+)\\1+b',
  ])('%s is slow', (pattern) => expect(judge(pattern)).toBe('slow'));

  it('is not taken where nobody could tell', () => {
    const many = Array.from({ length: 30 }, (_, i) => `w${i}+`).join('');
    expect(judge(many)).toBe('unclear');
  });

  it('is not taken where it is none', () => expect(judge('(')).toBe('invalid'));
});

describe('a pattern people write', () => {
  it.each([
    '(\\d[\\d-]{5,}\\d)',
    '^(.+?)-\\d+-[A-Za-z]+$',
    '(?:^|\\n)商家回复\\s*[:：]\\s*([^\\n]+)',
    '[¥￥]\\s*(\\d[\\d,]*(?:\\.\\d{1,2})?)',
    '\\d{1,3}(?:,\\d{3})*',
    '^([^，,\\s]{1,12})[，,]\\s*([\\s\\S]+)$',
    '(?<![\\d*])1\\d{10}(?!\\d)',
    '收货人[:：]\\s*(\\S+)',
    '共\\s*(\\d+)\\s*件',
    '(?:[^,]+,)*x',
    '^#/(?:orders|order-list)(?:[?/]|$)',
    '(\\p{L}+)[:：]',
    '\\s+$',
    // Only readable without the u flag.
    '\\-(\\d+)',
  ])('%s is fine', (pattern) => expect(judge(pattern)).toBe('fine'));
});

describe('the verdict', () => {
  it('is never fine where the analysis of shapes sees steps multiply', () => {
    const parts = ['a', 'a?', 'a*', '(?:a|ab)', '[ab]', '(?:a+b?)', '.'];
    const patterns = parts.flatMap((one) =>
      parts.flatMap((two) => [`(?:${one}${two})*c`, `(?:${one}|${two})+$`, `^(?:${one}){2,}${two}x`]),
    );
    const missed = patterns.filter((pattern) => {
      const { reports } = analyse({ source: pattern, flags: 'u' });
      return reports.some((report) => report.exponential) && judge(pattern) === 'fine';
    });
    expect(missed).toEqual([]);
  });
});
