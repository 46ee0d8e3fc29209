import { browser } from '#imports';
import type { LocalText } from '../../rules/language/local-text.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import { shownLanguage } from '../../storage/settings.ts';

const texts = {
  returnsTitle: { 'zh-CN': '该处理今天的退货了', en: 'Time for the returns' },
  returnsMessage: {
    'zh-CN': '登记表里还有 {count} 件退货没处理',
    en: '{count} returns in the register are open',
  },
  promisesTitle: {
    'zh-CN': '答应买家的时间到了：{count} 件',
    en: 'Promised to buyers, now due: {count}',
  },
  promiseMessage: { 'zh-CN': '{kind}：{issue}', en: '{kind}: {issue}' },
  promisesMessage: {
    'zh-CN': '{kind}：{issue} 等，点开看登记表',
    en: '{kind}: {issue} and more; click to see',
  },
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
