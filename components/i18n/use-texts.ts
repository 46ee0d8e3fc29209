import type { Language, LocalText } from '../../rules/language/local-text.ts';

/** The texts of one surface in both languages; zh-CN is written first, English follows its shape. */
export type Bundle<T> = Record<Language, T>;

/** The texts of `bundle` in the agent's language. Each surface has its own bundle so that pages carry only theirs. */
export function useTexts<T>(bundle: Bundle<T>, language: Language): T {
  return bundle[language];
}

/** A rule's sentence in the agent's language. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language];
}
