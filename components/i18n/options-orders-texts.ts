import type { Bundle } from './use-texts.ts';

const zh = {
  urging: '催付（未付款订单）',
  urgingHint: '只给话术和次数，不会替您发送。拼多多按平台规则用后台的「催支付」，这里不给聊天话术。',
  touches: '每单最多催几次',
  touchesHint: '0 就是不催',
  gap: '两次之间至少隔几小时',
  quietFrom: '几点以后不催',
  quietTo: '到几点',
  stopWords: '买家说了这些就不再催',
  stopWordsHint: '用顿号分开；「不取消」不算',
  ladder: '催付话术，一步一步来',
  ladderHint: '可以用变量，例如 {商品名}、{金额}、{客服号}；下单满多少分钟才用这一步',
  after: '下单满（分钟）',
  words: '话术',
  step: (n: number) => `第 ${n} 步`,
  addStep: '加一步',
  removeStep: (n: number) => `删掉第 ${n} 步`,
  newWords: '亲，您拍下的宝贝还没有付款，需要我帮您看看吗？',
  badNumber: '请填整数',
  badHours: '请填小时数，例如 2 或 0.5',
  badClock: '请写成 22:00 这样',
  emptyWords: '话术不能空着',
};

const en: typeof zh = {
  urging: 'Urging unpaid orders',
  urgingHint:
    'Words and counts only; nothing is sent for you. On PDD the platform’s own 催支付 button is used, so there are no words for the chat.',
  touches: 'Most touches per order',
  touchesHint: '0: no urging',
  gap: 'Least hours between two',
  quietFrom: 'Quiet from',
  quietTo: 'until',
  stopWords: 'Words of a buyer that end it',
  stopWordsHint: 'Separated by 、; 不取消 does not count',
  ladder: 'The words, step by step',
  ladderHint:
    'Variables such as {商品名}, {金额}, {客服号} may be used; a step waits for this age of the order',
  after: 'Minutes after the order',
  words: 'Words',
  step: (n) => `Step ${n}`,
  addStep: 'Add a step',
  removeStep: (n) => `Remove step ${n}`,
  newWords: '亲，您拍下的宝贝还没有付款，需要我帮您看看吗？',
  badNumber: 'A whole number, please',
  badHours: 'Hours, such as 2 or 0.5',
  badClock: 'Like 22:00, please',
  emptyWords: 'Words are needed',
};

export const optionsOrdersTexts: Bundle<typeof zh> = { 'zh-CN': zh, en };
