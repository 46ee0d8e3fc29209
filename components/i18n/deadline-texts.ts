import type { Bundle } from './use-texts.ts';

const zh = {
  title: '截止时间',
  none: '这单没有可以算的截止时间',
  page: '页面',
  inferred: '推算',
  unknown: '算不出来',
  rule: (rule: string, tag: string | undefined, date: string | undefined) =>
    [`规则 ${rule}`, tag, date === 'undated' ? '无日期' : date].filter(Boolean).join(' · '),
  ownRule: '按店铺设置和通用做法',
  ownValue: '按自己填的平台规则',
  penalty: '罚款估算',
  penaltyLabel: '估算，未核实，以后台为准',
  penaltyNone: '没有查到这个平台的罚则，请以后台为准',
  amountUnknown: '未知，请以后台为准',
  needAmount: '页面没有金额，算不出来',
  source: (from: string, date: string) => `来源 ${from}（${date === 'undated' ? '无日期' : date}）`,
  since: (date: string) => `${date} 起`,
  others: (says: string) => `其他说法：${says}`,
  delay: '延迟说明',
  cause: '原因',
  date: '新的发货日期（自己填，不填就不提）',
  datePlaceholder: '如 3月8日',
  insert: '放入输入框',
  copy: '复制说明',
  today: (time: string, n: number) => `今天 ${time} 前还要发 ${n} 单`,
  todayHint: '按付款时间的批次和发货截止算；点一下复制单号',
};

const en: typeof zh = {
  title: 'Deadlines',
  none: 'No deadline of this order can be told',
  page: 'page',
  inferred: 'inferred',
  unknown: 'cannot be told',
  rule: (rule, tag, date) => [`rule ${rule}`, tag, date].filter(Boolean).join(' · '),
  ownRule: 'by the shop’s settings and common practice',
  ownValue: 'by your own platform rule',
  penalty: 'Penalty estimate',
  penaltyLabel: 'An estimate, not checked; the back office decides',
  penaltyNone: 'No penalty rule of this platform was found; the back office decides',
  amountUnknown: 'unknown; the back office decides',
  needAmount: 'no amount on the page',
  source: (from, date) => `Source ${from} (${date})`,
  since: (date) => `since ${date}`,
  others: (says) => `Elsewhere: ${says}`,
  delay: 'Delay message',
  cause: 'Cause',
  date: 'New date (yours to fill; left empty, none is named)',
  datePlaceholder: 'e.g. 3月8日',
  insert: 'Insert',
  copy: 'Copy message',
  today: (time, n) => `${n} to ship before ${time} today`,
  todayHint: 'By the batch of the payment and the ship-by time; click to copy the numbers',
};

/** Deadlines of an order, what a late one may cost, and the message to its buyer. */
export const deadlineTexts: Bundle<typeof zh> = { 'zh-CN': zh, en };
