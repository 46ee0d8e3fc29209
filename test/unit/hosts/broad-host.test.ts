import { describe, expect, it } from 'vitest';
import { isBroadHost, isEverySite } from '../../../rules/hosts/broad-host.ts';

describe('a host pattern', () => {
  it.each(['<all_urls>', '*://*/*', 'https://*/*', 'http://*/orders*', 'https://*:443/*', 'file:///*'])(
    '%s is every site',
    (pattern) => {
      expect(isEverySite(pattern)).toBe(true);
      expect(isBroadHost(pattern)).toBe(true);
    },
  );

  it.each([
    'https://*.com/*',
    'https://*.cn/*',
    'https://*.com.cn/*',
    'https://*.co.uk/*',
    'https://*.com.hk/*',
    'https://*.gd.cn/*',
    'https://*.github.io/*',
    'https://*.myshopify.com/*',
    'https://com/*',
    'https://*.0.1/*',
    '*://*.TOP/*',
  ])('%s covers strangers’ sites', (pattern) => expect(isBroadHost(pattern)).toBe(true));

  it.each([
    'https://mms.pinduoduo.com/*',
    'https://*.taobao.com/*',
    'https://*.shop.com.cn/*',
    'https://*.myshop.github.io/*',
    '*://seller.example.test/orders*',
    'http://localhost:5173/*',
    'http://localhost/*',
    'http://192.168.1.20/*',
    'https://erp/*',
  ])('%s is one owner’s', (pattern) => expect(isBroadHost(pattern)).toBe(false));
});
