import { browser } from '#imports';
import type { LocalText } from '../../rules/language/local-text.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import { shownLanguage } from '../../storage/settings.ts';

const texts = {
  aBuyer: { 'zh-CN': '一位买家', en: 'A buyer' },
  waitingTitle: { 'zh-CN': '{count} 位买家在等回复', en: '{count} waiting for a reply' },
  waitingMessage: { 'zh-CN': '{names}，最久已等 {seconds} 秒', en: '{names}; longest wait {seconds} s' },
} satisfies Record<string, LocalText>;

export function t(
  setting: Settings['language'],
  key: keyof typeof texts,
  values: Record<string, string | number> = {},
): string {
  return texts[key][shownLanguage(setting, browser.i18n.getUILanguage())].replace(
    /\{(\w+)\}/g,
    (_, name: string) => String(values[name] ?? ''),
  );
}
