import type { Bundle } from './use-texts.ts';

const zh = {
  name: (title: string) => `填写“${title}”`,
  insert: '放入',
  cancel: '取消',
  keys: 'Enter 下一项 · Ctrl+Enter 放入 · Esc 取消',
  choiceKeys: '↑↓ 换选项，也可以自己写',
  preview: '放进去的文字',
  missing: '还没有填',
  absent: '页面上没有读到，请您填，不会记住',
  masked: '页面上打了码，请您填完整的，不会记住',
  fallback: (text: string) => `不填就用“${text}”`,
  choices: (name: string) => `“${name}”的选项`,
};

export type PhraseFormTexts = typeof zh;

const en: PhraseFormTexts = {
  name: (title) => `Fill in “${title}”`,
  insert: 'Insert',
  cancel: 'Cancel',
  keys: 'Enter next · Ctrl+Enter insert · Esc cancel',
  choiceKeys: '↑↓ choose, or write your own',
  preview: 'What will be inserted',
  missing: 'Still empty',
  absent: 'Not found on the page: please fill in; it is not remembered',
  masked: 'Hidden on the page: please write it in full; it is not remembered',
  fallback: (text) => `Empty: “${text}” is used`,
  choices: (name) => `Choices for “${name}”`,
};

export const phraseFormTexts: Bundle<PhraseFormTexts> = { 'zh-CN': zh, en };
