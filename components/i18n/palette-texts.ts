import type { Bundle } from './use-texts.ts';

const zh = {
  name: '快捷话术',
  placeholder: '搜话术：文字、拼音、首字母、编码、@分类',
  results: '匹配的话术',
  none: '没有找到，换个词试试',
  empty: '还没有话术',
  keys: '↑↓ 选择 · Enter 放入 · Esc 关闭',
  digitKeys: '数字 1–9 直接放入',
  stepKeys: 'Tab 换一步',
  completes: 'Tab 补全',
  blocked: (title: string, missing: string) => `“${title}”没有放入，还缺：${missing}`,
  count: (n: number) => `${n} 条结果`,
};

export type PaletteTexts = typeof zh;

const en: PaletteTexts = {
  name: 'Quick phrases',
  placeholder: 'Search: text, pinyin, initials, code, @category',
  results: 'Matching phrases',
  none: 'Nothing found; try another word',
  empty: 'No phrases yet',
  keys: '↑↓ choose · Enter insert · Esc close',
  digitKeys: 'digits 1–9 insert at once',
  stepKeys: 'Tab: another step',
  completes: 'Tab completes',
  blocked: (title, missing) => `“${title}” was not inserted; missing: ${missing}`,
  count: (n) => `${n} results`,
};

export const paletteTexts: Bundle<PaletteTexts> = { 'zh-CN': zh, en };
