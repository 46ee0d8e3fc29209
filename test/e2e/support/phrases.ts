import { starterPhrases } from '../../../rules/phrases/starter.ts';

/** Text of a phrase of the starter library, which every fresh browser has. @throws when there is no such title */
export function starterText(title: string): string {
  const found = starterPhrases.find((phrase) => phrase.title === title);
  if (!found) throw new Error(`no starter phrase ${title}`);
  return found.text;
}
