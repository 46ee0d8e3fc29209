import type { Bundle } from './use-texts.ts';

const zh = {
  show: (range: string) => `选中“${range}”`,
  more: (n: number) => `还有 ${n} 处`,
};

export type TemplateProblemTexts = typeof zh;

const en: TemplateProblemTexts = {
  show: (range) => `Select “${range}”`,
  more: (n) => `${n} more`,
};

export const templateProblemTexts: Bundle<TemplateProblemTexts> = { 'zh-CN': zh, en };
