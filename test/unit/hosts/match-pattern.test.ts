import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../rules/hosts/match-pattern.ts';

describe('a match pattern', () => {
  it.each([
    ['https://mms.pinduoduo.com/*', 'https://mms.pinduoduo.com/chat-merchant/index.html#/', true],
    ['https://mms.pinduoduo.com/*', 'http://mms.pinduoduo.com/', false],
    ['https://mms.pinduoduo.com/*', 'https://mms.pinduoduo.com.evil.test/', false],
    ['https://mms.pinduoduo.com/*', 'https://xmms.pinduoduo.com/', false],
    ['*://*.jd.com/*', 'https://shop.jd.com/jdm', true],
    ['*://*.jd.com/*', 'http://jd.com/', true],
    ['*://*.jd.com/*', 'https://notjd.com/', false],
    ['https://a.test/orders/*', 'https://a.test/orders/list?x=1', true],
    ['https://a.test/orders/*', 'https://a.test/other', false],
    ['https://a.test/*', 'not a url', false],
    ['http://localhost:8080/*', 'http://localhost:8080/x', true],
    ['http://localhost:8080/*', 'http://localhost:9090/x', false],
    ['http://localhost/*', 'http://localhost:9090/x', true],
    ['https://a.test:443/*', 'https://a.test/x', true],
    ['<all_urls>', 'https://a.test/', false],
    ['https://*/*', 'file:///etc/passwd', false],
  ])('%s on %s: %s', (pattern, url, expected) => {
    expect(matchesPattern(url, pattern)).toBe(expected);
  });
});
