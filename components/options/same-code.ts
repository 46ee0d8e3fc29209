import type { EditablePhrase } from './model.ts';

const fold = (code: string): string => code.normalize('NFKC').trim().toLowerCase();

/**
 * Phrases whose code another phrase has too, with the others' titles (phrases.md §2, "Conflict of two codes": marked
 * when edited). Codes are compared as search reads them: NFKC, trimmed, without case.
 */
export function sameCode(
  phrases: readonly Pick<EditablePhrase, 'id' | 'title' | 'code'>[],
): Map<string, string[]> {
  const byCode = new Map<string, (typeof phrases)[number][]>();
  for (const phrase of phrases) {
    const code = fold(phrase.code ?? '');
    if (code !== '') byCode.set(code, [...(byCode.get(code) ?? []), phrase]);
  }
  const conflicts = new Map<string, string[]>();
  for (const group of byCode.values()) {
    if (group.length < 2) continue;
    for (const phrase of group) {
      conflicts.set(
        phrase.id,
        group.filter((other) => other.id !== phrase.id).map((other) => other.title),
      );
    }
  }
  return conflicts;
}
