import type { WrittenReport } from './report-in-page.ts';

/** Pieces of what a page shows of buyers, short enough that half a name is found, too. */
export interface Secrets {
  /** Two neighbouring Chinese characters of anything a person is or wrote. */
  chinese: ReadonlySet<string>;
  /** Four neighbouring figures of any number. */
  figures: ReadonlySet<string>;
  /** Four neighbouring letters or figures of accounts and nicks. */
  letters: ReadonlySet<string>;
}

const windows = (run: string, size: number): string[] => {
  const chars = [...run];
  return chars.slice(size - 1).map((_, i) => chars.slice(i, i + size).join(''));
};
const piecesOf = (text: string, runs: RegExp, size: number): string[] =>
  (text.match(runs) ?? []).flatMap((run) => windows(run, size));

/** Fields whose words are the marketplace's own, and times, which are numbers. */
const ofTheMarket = new Set([
  'status',
  'statusText',
  'courier',
  'flag',
  'side',
  'mode',
  'type',
  'refund',
  'precision',
]);

/** @param truth what `practice.reading()` of the page says a perfect reader reads */
export function secretsOf(truth: unknown): Secrets {
  const texts: string[] = [];
  const walk = (value: unknown, name: string): void => {
    if (ofTheMarket.has(name)) return;
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'number') texts.push(String(value));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? name : key);
    }
  };
  walk(truth, '');
  const all = (runs: RegExp, size: number): Set<string> =>
    new Set(texts.flatMap((text) => piecesOf(text.normalize('NFKC'), runs, size)));
  return {
    chinese: all(/\p{Script=Han}+/gu, 2),
    figures: all(/\d+/g, 4),
    letters: new Set(
      [...all(/[A-Za-z0-9]+/g, 4)].filter((piece) => /\d/.test(piece)).map((piece) => piece.toLowerCase()),
    ),
  };
}

/** What the product itself says in a report: its head, the map's own selectors and labels, and counts. */
function saidByPage({ text, isOwnMap }: WrittenReport): string {
  const lines = text.split('\n');
  const address = lines.find((line) => line.startsWith('address ')) ?? '';
  const tried = lines.findIndex((line) => line.startsWith('locators tried'));
  const body = lines.slice(tried + 1);
  const structure = isOwnMap ? body : body.slice(body.indexOf(''));
  return [address, ...structure]
    .filter((line) => !/^row \d+ of \d+$/.test(line))
    .join('\n')
    .replace(/[汉数字]?×\d+/g, '·');
}

/** Everything of `secrets` that stands in a report. */
export function leaks(report: WrittenReport, secrets: Secrets): string[] {
  const said = saidByPage(report).normalize('NFKC');
  const found = (runs: RegExp, size: number, of: ReadonlySet<string>): string[] =>
    piecesOf(said.toLowerCase(), runs, size).filter((piece) => of.has(piece));
  return [
    ...new Set([
      ...found(/\p{Script=Han}+/gu, 2, secrets.chinese),
      ...found(/\d+/g, 4, secrets.figures),
      ...found(/[a-z0-9]+/g, 4, secrets.letters),
    ]),
  ];
}
