import type { WrittenReport } from './report-in-page.ts';

/** Pieces of what a page shows of buyers, short enough that half a name is found, too. */
export interface Secrets {
  /** Neighbouring Chinese characters: two of who somebody is, three of what they wrote. */
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
/** Who somebody is and where they live: half a name is too much. What they wrote is searched for by three characters. */
const ofThePerson = new Set([
  'buyer',
  'buyerId',
  'receiver',
  'address',
  'phone',
  'name',
  'id',
  'orderId',
  'nick',
]);

/** @param truth what `practice.reading()` of the page says a perfect reader reads */
export function secretsOf(truth: unknown): Secrets {
  const secrets = { chinese: new Set<string>(), figures: new Set<string>(), letters: new Set<string>() };
  const keep = (text: string, size: number): void => {
    const folded = text.normalize('NFKC');
    for (const piece of piecesOf(folded, /\p{Script=Han}+/gu, size)) secrets.chinese.add(piece);
    for (const piece of piecesOf(folded, /\d+/g, 4)) secrets.figures.add(piece);
    for (const piece of piecesOf(folded.toLowerCase(), /[a-z0-9]+/g, 4)) {
      if (/\d/.test(piece)) secrets.letters.add(piece);
    }
  };
  const walk = (value: unknown, name: string): void => {
    if (ofTheMarket.has(name)) return;
    if (typeof value === 'number') keep(String(value), 2);
    else if (typeof value === 'string') {
      // 颜色：白；尺码：M — the labels are the marketplace's, the values are what was bought.
      const text = name === 'sku' ? value.replace(/\p{L}{1,6}[:：]/gu, ' ') : value;
      keep(text, ofThePerson.has(name) ? 2 : 3);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? name : key);
    }
  };
  walk(truth, '');
  return secrets;
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
      ...found(/\p{Script=Han}+/gu, 3, secrets.chinese),
      ...found(/\d+/g, 4, secrets.figures),
      ...found(/[a-z0-9]+/g, 4, secrets.letters),
    ]),
  ];
}
