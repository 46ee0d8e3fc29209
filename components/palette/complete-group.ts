import { foldText } from '../../rules/phrases/title-cells.ts';

/** Names offered at once. */
const offered = 6;

/** The `@…` the agent is typing at the end of the box; undefined where there is none. */
export const typedGroup = (query: string): string | undefined => /(?:^|\s)@(\S*)$/u.exec(query)?.[1];

/**
 * Names of categories and groups that begin with, or else hold, what was typed after `@`. Nothing once a name is
 * complete.
 */
export function groupsFor(query: string, names: readonly string[]): string[] {
  const typed = typedGroup(query);
  if (typed === undefined) return [];
  const word = foldText(typed);
  const folded = [...new Set(names)].map((name) => ({ name, key: foldText(name) }));
  if (folded.some(({ key }) => key === word)) return [];
  const first = folded.filter(({ key }) => key.startsWith(word));
  const inside = folded.filter(({ key }) => !key.startsWith(word) && key.includes(word));
  return [...first, ...inside].slice(0, offered).map(({ name }) => name);
}

/** The box's text with the name in place of what was typed. A name with a blank is cut there: `@` takes one word. */
export const withGroup = (query: string, name: string): string =>
  `${query.replace(/@\S*$/u, '')}@${name.split(/\s/)[0] ?? name} `;
