import type { Bundle } from './use-texts.ts';

const zh = {
  codes: '打编码出话术',
  signs: '编码前面的符号',
  signsHint:
    '在回复框里打符号和编码，再按空格或 Tab，如 ;fh。中英文符号都认，最多四个；单词、网址、数字中间的不算',
  signsBad: '填标点符号，不能是字母、数字、空格或斜杠',
  slashes: '打“/”打开话术搜索',
  slash: (market: string) => `在${market}打“/”打开话术搜索`,
  slashHint: '有的平台自己用“/”打开快捷短语，那里默认不占用；没有改过的平台只在普通文本框里生效',
};

export type TriggerTexts = typeof zh;

const en: TriggerTexts = {
  codes: 'Type a code to get its phrase',
  signs: 'Sign before a code',
  signsHint:
    'In the reply box type the sign and the code, then space or Tab, e.g. ;fh. Full and half width are the same, four signs at most; none inside words, addresses and figures',
  signsBad: 'Use punctuation; no letters, figures, blanks or slashes',
  slashes: 'Typing / opens phrase search',
  slash: (market) => `/ opens phrase search on ${market}`,
  slashHint:
    'Some sites use / themselves and keep it by default; where nothing was changed it works in plain text boxes only',
};

export const triggerTexts: Bundle<TriggerTexts> = { 'zh-CN': zh, en };
