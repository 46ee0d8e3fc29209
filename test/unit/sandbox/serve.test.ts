import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practicePages as sources } from '../../../sandbox/pages.mjs';
import { practicePages, practiceResponse } from '../../../sandbox/serve.mjs';

let outDir = '';
beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'practice-'));
  for (const page of new Set(sources.map(({ source }) => path.dirname(source)))) {
    await mkdir(path.join(outDir, page), { recursive: true });
    await writeFile(path.join(outDir, page, 'index.html'), `<p>${page}</p>`);
  }
  await mkdir(path.join(outDir, 'practice-assets'));
  await writeFile(path.join(outDir, 'practice-assets', 'a-1.js'), '0');
  await writeFile(path.join(outDir, 'secret.js'), '1');
});
afterAll(() => rm(outDir, { recursive: true, force: true }));

it.each([
  ['https://mms.pinduoduo.com/chat-merchant/index.html?r=0.5#/', 'pdd/chat'],
  ['https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav', 'pdd/reviews'],
  ['https://shop.jd.com/jdm/trade/orders/order-list?tabType=waitOut', 'jd/orders'],
  ['https://shop.jd.com/jdm/trade/orders/order-list?tabType=waitOut&frame=1', 'jd/frame'],
  ['https://shop.jd.com/jdm/trade/order/orderList', 'jd/orders'],
  ['https://trade-order-jdm.jd.com/orderList/waitOut', 'jd/orders'],
  ['https://dongdong.jd.com/', 'jd/chat'],
  ['https://www.goofish.com/im?itemId=1', 'xianyu/chat'],
  [
    'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html?touid=cnalichnx',
    '1688/frame',
  ],
  ['https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im_core/index.html', '1688/chat'],
  ['https://im.kwaixiaodian.com/workbench', 'kuaishou/chat'],
  ['https://walle.xiaohongshu.com/cstools/chat', 'xiaohongshu/chat'],
])('serves %s', (url, page) => {
  const response = practiceResponse(url, outDir);
  expect(response?.status).toBe(200);
  expect(response?.body.toString()).toBe(`<p>${page}</p>`);
  expect(response?.headers['content-security-policy']).toContain("script-src 'self'");
  expect(response?.headers['content-security-policy']).not.toContain('unsafe-eval');
});

it('serves every page it lists', () => {
  expect(new Set(practicePages.map(({ id }) => id)).size).toBe(practicePages.length);
  for (const page of practicePages) expect(practiceResponse(page.url, outDir)?.status, page.id).toBe(200);
});

it('serves assets on every practice host and nothing outside their folder', () => {
  for (const { url } of practicePages) {
    const asset = new URL('/practice-assets/a-1.js', url).href;
    expect(practiceResponse(asset, outDir)?.contentType).toContain('text/javascript');
    const outside = new URL('/practice-assets/..%2Fsecret.js', url).href;
    expect(practiceResponse(outside, outDir)?.status).toBe(404);
  }
});

it('answers unknown paths of its hosts itself and leaves other hosts alone', () => {
  expect(practiceResponse('https://shop.jd.com/jdm/home', outDir)?.status).toBe(404);
  expect(practiceResponse('https://example.com/im', outDir)).toBeUndefined();
  expect(practiceResponse('http://www.goofish.com/im', outDir)).toBeUndefined();
});

it('lets the 1688 page frame its own origin alone, and the chat be framed by it alone', () => {
  const policyOf = (page: string): string | undefined =>
    practiceResponse(`https://air.1688.com/app/ocms-fusion-components-1688/${page}/index.html`, outDir)
      ?.headers['content-security-policy'];
  expect(policyOf('def_cbu_web_im')).toContain("frame-src 'self'");
  expect(policyOf('def_cbu_web_im_core')).toContain("frame-ancestors 'self'");
});

it('refuses to let the Xianyu page be framed, as the original does', () => {
  const headers = practiceResponse('https://www.goofish.com/im', outDir)?.headers;
  expect(headers?.['x-frame-options']).toBe('DENY');
  expect(headers?.['content-security-policy']).toContain("frame-ancestors 'none'");
});
