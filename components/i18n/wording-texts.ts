import type { WordingCategory, WordingChannel, WordingLevel } from '../../rules/wording/hit.ts';
import type { Bundle } from './use-texts.ts';

const zh = {
  title: '用词',
  count: (n: number) => `${n} 处`,
  channels: { chat: '聊天', reply: '公开回复', library: '话术库' } satisfies Record<WordingChannel, string>,
  levels: { stop: '必须改', warn: '要斟酌', info: '留意' } satisfies Record<WordingLevel, string>,
  categories: {
    'off-platform': '站外联系',
    'paid-review': '好评返利',
    absolute: '绝对化用语',
    medical: '医疗功效',
    promise: '满口承诺',
    urgency: '制造紧张',
    abuse: '不文明用语',
    private: '个人信息',
    'platform-habit': '平台敏感词',
    variable: '没填的变量',
    shop: '本店用词',
  } satisfies Record<WordingCategory, string>,
  replace: (word: string) => `换成「${word}」`,
  release: '本店放行',
  releaseHint: (word: string) => `以后本店不再提示「${word}」，可以在选项里撤回`,
  show: (word: string) => `在输入框里选中「${word}」`,
  source: (source: string) => `依据：${source}`,
  more: (n: number) => `还有 ${n} 处`,
  handle: (n: number) => `${n} 处用词要看`,
  neverBlocks: '只提醒，不拦发送',
};

export type WordingTexts = typeof zh;

const en: WordingTexts = {
  title: 'Wording',
  count: (n) => (n === 1 ? '1 place' : `${n} places`),
  channels: { chat: 'chat', reply: 'public reply', library: 'phrases' },
  levels: { stop: 'change it', warn: 'think again', info: 'note' },
  categories: {
    'off-platform': 'Off-platform contact',
    'paid-review': 'Paid reviews',
    absolute: 'Absolute claims',
    medical: 'Medical effects',
    promise: 'Full promises',
    urgency: 'Made-up pressure',
    abuse: 'Abuse',
    private: 'Personal data',
    'platform-habit': 'Flagged by the platform',
    variable: 'Unfilled variable',
    shop: 'Words of the shop',
  },
  replace: (word) => `Use “${word}”`,
  release: 'Release here',
  releaseHint: (word) => `This shop is not told of “${word}” any more; options take it back`,
  show: (word) => `Select “${word}” in the editor`,
  source: (source) => `Source: ${source}`,
  more: (n) => `${n} more`,
  handle: (n) => `${n} words to look at`,
  neverBlocks: 'Only a hint; sending is never blocked',
};

export const wordingTexts: Bundle<WordingTexts> = { 'zh-CN': zh, en };
