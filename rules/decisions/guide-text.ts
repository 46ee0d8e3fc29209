import type { Language } from '../language/local-text.ts';

/** A text agents read. Shops write their own in one language; the shipped ones stand in both. */
export interface GuideText {
  'zh-CN': string;
  en?: string;
}

/** The text in a language; the Chinese one where the other was not written. */
export const guideText = (text: GuideText, language: Language): string => text[language] ?? text['zh-CN'];

/**
 * The text with what an agent wrote in one language. The other translation of a changed Chinese text would say
 * something else from now on, so it goes.
 */
export function withGuideText(text: GuideText, language: Language, written: string): GuideText {
  if (language === 'zh-CN') return written === text['zh-CN'] ? text : { 'zh-CN': written };
  return { ...text, en: written };
}
