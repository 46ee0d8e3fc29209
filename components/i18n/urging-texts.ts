import type { Bundle } from './use-texts.ts';

const zh = {
  title: '催付',
  touches: (done: number, most: number) => `已催 ${done}/${most}`,
  other: (who: string) => `上次是 ${who} 催的，一单一个人跟`,
  missing: (names: string) => `话术里还缺：${names}`,
  insert: '放入输入框',
  copy: '复制话术',
  copyMemo: '复制备注',
  note: '记一次已催',
  noteHint: '发给买家之后再记；不会替您发送',
  stop: '不再催',
  stopped: '客服决定不再催',
  resume: '恢复催付',
};

const en: typeof zh = {
  title: 'Urging',
  touches: (done, most) => `Urged ${done}/${most}`,
  other: (who) => `Last urged by ${who}; one person per order`,
  missing: (names) => `The words still lack: ${names}`,
  insert: 'Insert',
  copy: 'Copy words',
  copyMemo: 'Copy memo',
  note: 'Count one touch',
  noteHint: 'Count it once it was sent; nothing is sent for you',
  stop: 'No more urging',
  stopped: 'the agent decided so',
  resume: 'Urge again',
};

export const urgingTexts: Bundle<typeof zh> = { 'zh-CN': zh, en };
