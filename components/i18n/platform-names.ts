import type { Language } from '../../rules/language/local-text.ts';
import type { Platform } from '../../rules/platform.ts';
import { platformNames } from '../../rules/platform-names.ts';

/** The marketplace as agents call it. */
export function platformName(platform: Platform, language: Language): string {
  return platformNames[platform][language];
}
