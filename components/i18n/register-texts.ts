import type { Bundle } from './use-texts.ts';

const zh = {
  open: '未解决',
  done: '已解决',
  solve: '解决了',
  reopen: '没解决',
  copyWarehouse: '复制给仓库',
  copyMemo: '复制备注',
  late: '已过期',
  dueAt: (time: string) => `${time} 前`,
  promises: { today: '今天 18:00', tomorrow: '明天 12:00', day: '24 小时', three: '3 天' },
  promiseHint: '如 18:00、明天 9:30、11-23 18:00、24小时',
  badPromise: '读不懂，请写成 明天 9:30 或 11-23 18:00',
  badAmount: '金额读不懂，最多两位小数',
  goodsHint: '货号或商品名，一行一件',
  save: '登记',
  saveChange: '保存',
  saveDone: '登记并完成',
  cancel: '取消',
  more: '更多',
  written: '已登记',
  known: '已经登记过了，没有重复写',
  // In the dock.
  section: '登记',
  newEntry: '登记',
  due: (late: number, today: number) =>
    [late > 0 && `${late} 件登记已过期`, today > 0 && `${today} 件登记今天到期`].filter(Boolean).join('，'),
  ofBuyer: (count: number) => `这位买家有 ${count} 件没解决`,
  list: '登记表',
  newFor: '新登记',
};

const en: typeof zh = {
  open: 'Open',
  done: 'Solved',
  solve: 'Solved',
  reopen: 'Not solved',
  copyWarehouse: 'Copy for the warehouse',
  copyMemo: 'Copy memo',
  late: 'overdue',
  dueAt: (time) => `by ${time}`,
  promises: { today: 'Today 18:00', tomorrow: 'Tomorrow 12:00', day: '24 hours', three: '3 days' },
  promiseHint: 'For example 18:00, 明天 9:30, 11-23 18:00, 24h',
  badPromise: 'Not understood; write 11-23 18:00 or 24h',
  badAmount: 'Not an amount with at most two decimals',
  goodsHint: 'Code or title, one item per line',
  save: 'Register',
  saveChange: 'Save',
  saveDone: 'Register as solved',
  cancel: 'Cancel',
  more: 'More',
  written: 'Registered',
  known: 'Stands in the register already; not written twice',
  section: 'Register',
  newEntry: 'Register',
  due: (late, today) =>
    [late > 0 && `${late} overdue`, today > 0 && `${today} due today`].filter(Boolean).join(', '),
  ofBuyer: (count) => `${count} open for this buyer`,
  list: 'Registers',
  newFor: 'New entry',
};

export const registerTexts: Bundle<typeof zh> = { 'zh-CN': zh, en };
export type RegisterTexts = typeof zh;
