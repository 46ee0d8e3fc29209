/** A sentence a rule says to the agent, in both languages of the product. zh-CN comes first. */
export interface LocalText {
  'zh-CN': string;
  en: string;
}

export type Language = keyof LocalText;

/** Shorthand used by the rules: Chinese first. */
export function say(zh: string, en: string): LocalText {
  return { 'zh-CN': zh, en };
}
