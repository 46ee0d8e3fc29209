import type { Language } from '../../../rules/language/local-text.ts';
import type { PlatformRow } from '../../../rules/packs/platform-row.ts';
import { optionsRulesTexts } from '../../i18n/options-rules-texts.ts';
import { platformName } from '../../i18n/platform-names.ts';

/** One tab per platform with rows; 天猫 stands with 淘宝, 微信 with what holds everywhere. */
export const platformTabs = [
  'taobao',
  'pdd',
  'doudian',
  'jd',
  'kuaishou',
  '1688',
  'xianyu',
  'xiaohongshu',
  'mogujie',
  'other',
  'all',
] as const;
type PlatformTab = (typeof platformTabs)[number];

export function tabOf({ platform }: Pick<PlatformRow, 'platform'>): PlatformTab {
  if (platform === 'tmall') return 'taobao';
  return platform === 'weixin' ? 'all' : platform;
}

export const tabName = (tab: PlatformTab, language: Language): string =>
  tab === 'all' ? optionsRulesTexts[language].general : platformName(tab, language);

/** Whose row it is, where a tab holds those of several. */
export function rowOwner(
  { platform }: Pick<PlatformRow, 'platform'>,
  language: Language,
): string | undefined {
  if (platform === 'weixin') return language === 'zh-CN' ? '微信小店' : 'Weixin shops';
  return platform === 'tmall' ? platformName(platform, language) : undefined;
}
