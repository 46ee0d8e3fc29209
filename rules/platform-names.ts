import type { LocalText } from './language/local-text.ts';
import type { Platform } from './platform.ts';

/** The marketplaces as agents call them. */
export const platformNames: Record<Platform, LocalText> = {
  taobao: { 'zh-CN': '淘宝', en: 'Taobao' },
  tmall: { 'zh-CN': '天猫', en: 'Tmall' },
  pdd: { 'zh-CN': '拼多多', en: 'Pinduoduo' },
  doudian: { 'zh-CN': '抖店', en: 'Doudian' },
  jd: { 'zh-CN': '京东', en: 'JD' },
  xianyu: { 'zh-CN': '闲鱼', en: 'Xianyu' },
  '1688': { 'zh-CN': '1688', en: '1688' },
  kuaishou: { 'zh-CN': '快手', en: 'Kuaishou' },
  xiaohongshu: { 'zh-CN': '小红书', en: 'Xiaohongshu' },
  mogujie: { 'zh-CN': '蘑菇街', en: 'Mogujie' },
  other: { 'zh-CN': '其他平台', en: 'Other' },
};
