/** Ends of addresses that anybody may register under: a wildcard in front of one covers strangers' sites. */
const registries = new Set(
  'ac co com edu gob gov go id idv info ltd me mil name ne net nom or org plc sch web'.split(' '),
);
/** Provinces of .cn (bj.cn, sh.cn, …) and homes shared by many who do not know each other. */
const shared = new Set([
  ...'ah bj cq fj gd gs gz gx ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj'
    .split(' ')
    .map((province) => `${province}.cn`),
  ...'github.io gitee.io gitlab.io pages.dev workers.dev vercel.app netlify.app web.app firebaseapp.com herokuapp.com azurewebsites.net cloudfront.net amazonaws.com aliyuncs.com myqcloud.com qcloud.com myshopify.com blogspot.com wordpress.com weebly.com wixsite.com'.split(
    ' ',
  ),
]);
const topLevel = new Set('com net org cn info biz shop store site online top vip xyz'.split(' '));

/** `<all_urls>`, a scheme of any kind, or no host at all. */
export function isEverySite(pattern: string): boolean {
  return /^\s*(?:<all_urls>|(?:\*|https?|file|ftp|wss?):\/\/\*?(?::(?:\d+|\*))?(?:\/.*)?)\s*$/i.test(pattern);
}

/**
 * Whether a match pattern covers more than one owner's sites: a wildcard in front of a top-level domain or of a
 * registry (`https://*.com/*`, `https://*.com.cn/*`, `https://*.github.io/*`), or a bare top-level domain. A map
 * asks for one marketplace at a time (issue 3, bad input).
 */
export function isBroadHost(pattern: string): boolean {
  if (isEverySite(pattern)) return true;
  const host = /^(?:\*|https?):\/\/([^/:]+)/i.exec(pattern)?.[1]?.toLowerCase();
  if (host === undefined) return false;
  const isWild = host.startsWith('*.');
  const labels = (isWild ? host.slice(2) : host).split('.');
  const [last = '', secondLast = ''] = labels.slice(-2).reverse();
  if (labels.length === 1) return isWild || topLevel.has(last);
  if (!isWild) return false;
  // Digits at the end are the end of an address, which has no sub-domains.
  if (/^\d+$/.test(last)) return true;
  if (labels.length > 2) return false;
  const isCountry = last.length === 2 || last.startsWith('xn--');
  return shared.has(`${secondLast}.${last}`) || (isCountry && registries.has(secondLast));
}
