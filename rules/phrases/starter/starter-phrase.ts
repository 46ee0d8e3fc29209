/**
 * A phrase of the starter library. `duties` are those of the trade it serves (mission.md, A4 … C3); codes are the
 * initials an agent would type. Sums, couriers and days are the example shop's and are meant to be edited.
 */
export interface StarterPhrase {
  code?: string;
  title: string;
  text: string;
  category: string;
  duties: string[];
}

/** One row of a category: code, title, duties, text. */
export type StarterRow = [code: string, title: string, duties: string, text: string];

export const starterCategory = (category: string, rows: readonly StarterRow[]): StarterPhrase[] =>
  rows.map(([code, title, duties, text]) => ({ code, title, text, category, duties: duties.split(' ') }));
