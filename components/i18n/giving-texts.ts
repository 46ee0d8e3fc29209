import type { PhraseKind } from '../../rules/phrases/phrase.ts';
import type { OfferReason } from '../dock/model.ts';
import type { Bundle } from './use-texts.ts';

/** What dock, palette and popup say of a phrase beside its title. */
const zh = {
  step: { ladder: '步', parts: '段', variants: '种' } satisfies Record<PhraseKind, string>,
  at: (kind: PhraseKind, n: number, of: number) => `第 ${n}/${of} ${zh.step[kind]}`,
  count: (kind: PhraseKind, of: number) => `${of} ${zh.step[kind]}`,
  exhausted: '已到最后一步',
  given: (n: number) => `已给过 ${n} 次`,
  personal: '个人',
  personalHint: '只有自己用的话术',
  images: (n: number) => `图 ${n}`,
  imagesHint: (n: number) => `带 ${n} 张图片`,
  offer: { 'next-part': '下一段', learnt: '您常这样回', words: '可能要用' } satisfies Record<
    OfferReason,
    string
  >,
  mentions: (words: string) => `提到“${words}”`,
  maybe: '可能要用',
};

export type GivingTexts = typeof zh;

const en: GivingTexts = {
  step: { ladder: 'step', parts: 'part', variants: 'wording' },
  at: (kind, n, of) => `${en.step[kind]} ${n}/${of}`,
  count: (kind, of) => `${of} ${en.step[kind]}s`,
  exhausted: 'last step reached',
  given: (n) => `given ${n}×`,
  personal: 'own',
  personalHint: 'Only yours, not the shop’s',
  images: (n) => `img ${n}`,
  imagesHint: (n) => `with ${n} images`,
  offer: { 'next-part': 'next part', learnt: 'you often answer so', words: 'may fit' },
  mentions: (words) => `mentions “${words}”`,
  maybe: 'May fit',
};

export const givingTexts: Bundle<GivingTexts> = { 'zh-CN': zh, en };
