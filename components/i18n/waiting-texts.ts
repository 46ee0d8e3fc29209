import type { Bundle } from './use-texts.ts';

const zh = {
  lists: '看哪些会话',
  figures: '数据',
  figuresHint: '打开数据页：响应时间、达标率、失误',
  waiting: (n: number) => `等待 ${n}`,
  lastWords: (n: number) => `最后发言 ${n}`,
  closable: (n: number) => `可关闭 ${n}`,
  closing: (n: number) => `下班前 ${n}`,
  nobodyWaits: '没有买家在等待，最后一句都是您的',
  lastWordHint: '客户最后发言；一个表情即可',
  closableHint: '最后一句是您的，也没有没回的；可以关闭会话',
  nightLine: (left: string, clock: string, n: number) => `离 ${clock} 截止还有 ${left}，${n} 位买家还没回复`,
  inWindow: (clock: string) => `时段内 ${clock}`,
  inWindowHint: '只算平台考核时段内的等待',
  outside: '时段外',
  outsideHint: '平台考核时段以外的消息，不计入时效',
  saidLast: (ago: string) => `${ago}前`,
  showAll: (n: number) => `再显示 ${n} 位`,
  minutes: (n: number) => (n < 1 ? '不到 1 分钟' : `${n} 分钟`),
  hours: (n: number) => `${n} 小时`,
};

export type WaitingTexts = typeof zh;

const en: WaitingTexts = {
  lists: 'Which chats',
  figures: 'Figures',
  figuresHint: 'Opens the figures: response times, rates, misses',
  waiting: (n) => `Waiting ${n}`,
  lastWords: (n) => `Last word ${n}`,
  closable: (n) => `Closable ${n}`,
  closing: (n) => `Closing ${n}`,
  nobodyWaits: 'Nobody is waiting; every last word is yours',
  lastWordHint: 'The buyer spoke last; an emoji is enough',
  closableHint: 'The last word is yours and nothing is open; these chats can be closed',
  nightLine: (left, clock, n) => `${left} left until ${clock}; ${n} buyers still have no answer`,
  inWindow: (clock) => `in hours ${clock}`,
  inWindowHint: 'Counted inside the marketplace’s hours only',
  outside: 'out of hours',
  outsideHint: 'Written outside the marketplace’s hours; its rates do not count it',
  saidLast: (ago) => `${ago} ago`,
  showAll: (n) => `Show ${n} more`,
  minutes: (n) => (n < 1 ? 'less than a minute' : `${n} min`),
  hours: (n) => `${n} h`,
};

export const waitingTexts: Bundle<WaitingTexts> = { 'zh-CN': zh, en };
