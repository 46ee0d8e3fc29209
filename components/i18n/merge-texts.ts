import type { Bundle } from './use-texts.ts';

const zh = {
  copyNumbers: (n: number) => `复制单号 (${n})`,
  otherPage: (time: string) => `别页 ${time}`,
  otherPageHint: (time: string) => `${time} 在其他页面看到，现在可能已经变了`,
  consent: '买家怎么说',
  asked: '已问',
  agreed: '同意',
  refused: '不同意',
  ask: '问买家',
  copyAsk: '复制话术',
  memo: '备注',
  copyMemo: '复制备注',
};

const en: typeof zh = {
  copyNumbers: (n) => `Copy numbers (${n})`,
  otherPage: (time) => `other page, ${time}`,
  otherPageHint: (time) => `Another page showed it at ${time}; it may have changed since`,
  consent: 'What the buyer said',
  asked: 'Asked',
  agreed: 'Agreed',
  refused: 'Refused',
  ask: 'Ask buyer',
  copyAsk: 'Copy words',
  memo: 'Memo',
  copyMemo: 'Copy memo',
};

/** What the card of orders that may share a parcel says. */
export const mergeTexts: Bundle<typeof zh> = { 'zh-CN': zh, en };
