import { readFileSync } from 'node:fs';
import path from 'node:path';
import { practicePages as pages } from './pages.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const hosts = new Set(pages.map((page) => new URL(page.url).host));

// As strict as a real back office can be with CSS-in-JS and drawn avatars: scripts only from the page's own host,
// no eval, no inline script, nothing to connect to.
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  'frame-src https://trade-order-jdm.jd.com',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const policyOf = {
  // The chat stands in a frame of the page's own origin.
  '1688-chat': strictPolicy.replace(/frame-src [^;]+/, "frame-src 'self'"),
  '1688-chat-core': `${strictPolicy}; frame-ancestors 'self'`,
  'kuaishou-chat': strictPolicy,
  'xiaohongshu-chat': strictPolicy,
  'pdd-chat': strictPolicy,
  'pdd-reviews': strictPolicy,
  'pdd-orders': strictPolicy,
  'taobao-orders': strictPolicy,
  'taobao-orders-alias': strictPolicy,
  'taobao-old-orders': strictPolicy,
  'doudian-chat': strictPolicy,
  'doudian-orders': strictPolicy,
  'jd-orders': strictPolicy,
  'jd-orders-frame': strictPolicy,
  'jd-orders-alternate': `${strictPolicy}; frame-ancestors 'self' https://shop.jd.com`,
  'jd-chat': strictPolicy,
  // Refuses to be framed (markets.md §5).
  'xianyu-chat': `${strictPolicy}; frame-ancestors 'none'`,
};

/** Every practice page: `{id, title, url}`. Query parameters are in sandbox/README.md. */
export const practicePages = pages.map(({ id, title, url }) => ({ id, title, url }));

const answer = (status, contentType, body, headers = {}) => ({
  status,
  contentType,
  headers: { 'content-type': contentType, 'cache-control': 'no-store', ...headers },
  body: Buffer.isBuffer(body) ? body : Buffer.from(body),
});

function pageAt(url) {
  const here = pages.filter((page) => new URL(page.url).host === url.host && page.path.test(url.pathname));
  return (
    here.find((page) => page.query && url.searchParams.has(page.query)) ?? here.find((page) => !page.query)
  );
}

function fileBody(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined;
    throw error;
  }
}

/**
 * The practice back office's answer to one request, or undefined for a host that is none of its own.
 * On its own hosts every path is answered (404 where there is nothing), so that no request leaves the machine.
 */
export function practiceResponse(address, outDir) {
  const url = new URL(address);
  if (url.protocol !== 'https:' || !hosts.has(url.host)) return undefined;
  if (url.pathname === '/favicon.ico') return answer(204, 'image/x-icon', '');
  if (url.pathname.startsWith('/practice-assets/')) {
    // basename: an address can never climb out of the assets folder.
    const file = path.join(outDir, 'practice-assets', path.basename(url.pathname));
    const body = fileBody(file);
    const type = types[path.extname(file)];
    if (body && type) return answer(200, type, body);
  }
  const page = pageAt(url);
  if (page) {
    const body = fileBody(path.join(outDir, page.source));
    if (body === undefined) throw new Error(`the practice page ${page.id} is not built in ${outDir}`);
    const headers = { 'content-security-policy': policyOf[page.id] };
    if (page.id === 'xianyu-chat') headers['x-frame-options'] = 'DENY';
    return answer(200, types['.html'], body, headers);
  }
  return answer(404, 'text/plain; charset=utf-8', `练习后台没有这个页面：${url.pathname}`);
}
