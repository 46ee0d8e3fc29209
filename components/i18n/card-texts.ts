import type { CardSign } from '../../rules/products/card-sign.ts';
import type { Bundle } from './use-texts.ts';

const zh = {
  title: '商品',
  items: '页面上的商品',
  open: '展开商品',
  fold: '收起商品',
  search: '搜商品卡，货号、名称、拼音都行',
  find: '找别的商品卡',
  stopSearch: '回到页面上的商品',
  none: (item: string) => `「${item}」还没有商品卡`,
  create: '新建',
  noHit: (query: string) => `没有找到“${query}”`,
  several: (sign: string, n: number) => `「${sign}」有 ${n} 张卡，是哪一张？`,
  foundBy: {
    id: '按商品 ID 找到',
    code: '按货号找到',
    name: '按名称找到',
    'code-stem': '按货号前半段找到，请核对',
    words: '按标题里的词找到，请核对',
  } satisfies Record<CardSign, string> as Record<CardSign, string>,
  whole: '整张插入',
  insert: '插入',
  insertLine: (label: string) => `插入${label}`,
  copy: '复制整张',
  copyLine: (label: string) => `复制${label}`,
  onlyMe: '仅自己看',
  onlyMeHint: '不会放进给买家的话里',
  empty: '这张卡还没有内容',
  edit: '去补上',
};
export type CardTexts = typeof zh;

const en: CardTexts = {
  title: 'Products',
  items: 'Products on this page',
  open: 'Show products',
  fold: 'Hide products',
  search: 'Search cards by code, name or pinyin',
  find: 'Find another card',
  stopSearch: 'Back to this page',
  none: (item) => `No card for “${item}” yet`,
  create: 'New card',
  noHit: (query) => `Nothing found for “${query}”`,
  several: (sign, n) => `“${sign}” stands on ${n} cards. Which one?`,
  foundBy: {
    id: 'found by item id',
    code: 'found by code',
    name: 'found by name',
    'code-stem': 'found by the beginning of the code, please check',
    words: 'found by words of the title, please check',
  },
  whole: 'Insert all',
  insert: 'Insert',
  insertLine: (label) => `Insert ${label}`,
  copy: 'Copy all',
  copyLine: (label) => `Copy ${label}`,
  onlyMe: 'for you only',
  onlyMeHint: 'Never put into a text for a buyer',
  empty: 'This card is still empty',
  edit: 'Fill it in',
};

export const cardTexts: Bundle<CardTexts> = { 'zh-CN': zh, en };
