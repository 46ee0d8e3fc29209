/** Rule packs a site map can name (site-map.md, `platform`). */
export const platforms = [
  'taobao',
  'tmall',
  'pdd',
  'doudian',
  'jd',
  'xianyu',
  '1688',
  'kuaishou',
  'xiaohongshu',
  'mogujie',
  'other',
] as const;

export type Platform = (typeof platforms)[number];
