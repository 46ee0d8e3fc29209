import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRegions, parseAddress } from '../../rules/address/index.ts';
import { type Parser, peers } from './address/peers.ts';
import { type Field, type Row, scoreAnswer } from './address/score.ts';

/**
 * The address reader beside its peers on the development sets (data.md §4, §5): share right per field, of each half
 * of the rows (we tune on the first), per category where asked, and the time per address.
 *
 * SHOUBIAN_DATA names the folder of the sets. Peers are found in node_modules, or in the folder that
 * SHOUBIAN_PEERS names; what is missing is left out. SHOUBIAN_BENCH_ROWS limits the rows per set (0: all).
 */
export interface AddressRow {
  name: string;
  set: string;
  rows: number;
  [figure: string]: number | string;
}

const sets = ['public', 'natural', 'generated'] as const;
const fields: Field[] = ['pcd', 'town', 'name', 'phone', 'detail'];
const WARM_UP = 50;

const rowsOf = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

class Tally {
  private readonly counts = new Map<Field, { right: number; all: number }>();

  add(marks: Partial<Record<Field, boolean>>): void {
    for (const field of fields) {
      const mark = marks[field];
      if (mark === undefined) continue;
      const count = this.counts.get(field) ?? { right: 0, all: 0 };
      this.counts.set(field, { right: count.right + (mark ? 1 : 0), all: count.all + 1 });
    }
  }

  percent(field: Field): number | string {
    const count = this.counts.get(field);
    return count ? Math.round((1_000 * count.right) / count.all) / 10 : '–';
  }
}

function measure(parser: Parser, set: string, rows: Row[]): AddressRow[] {
  for (const { input } of rows.slice(0, WARM_UP)) parser.parse(input);
  const all = new Tally();
  const halves = [new Tally(), new Tally()];
  const byTag = new Map<string, Tally>();
  const times: number[] = [];
  rows.forEach(({ input, expected, tags }, index) => {
    const start = performance.now();
    const answer = parser.parse(input);
    times.push(performance.now() - start);
    const marks = scoreAnswer(expected, answer);
    const tallies = [all, halves[index % 2]];
    for (const tag of set === 'generated' ? tags : []) {
      const tally = byTag.get(tag) ?? new Tally();
      byTag.set(tag, tally);
      tallies.push(tally);
    }
    for (const tally of tallies) tally?.add(marks);
  });
  times.sort((a, b) => a - b);
  const figures = (tally: Tally): Record<string, number | string> =>
    Object.fromEntries(fields.map((field) => [field === 'name' ? 'receiver' : field, tally.percent(field)]));
  const whole = {
    name: parser.name,
    set,
    rows: rows.length,
    ...figures(all),
    firstHalf: halves[0]?.percent('pcd') ?? '–',
    secondHalf: halves[1]?.percent('pcd') ?? '–',
    medianUs: Math.round(1_000 * (times[times.length >> 1] ?? 0)),
  };
  const categories = [...byTag].map(([tag, tally]) => ({
    name: parser.name,
    set: tag,
    rows: rows.filter(({ tags }) => tags.includes(tag)).length,
    ...figures(tally),
  }));
  return [whole, ...categories];
}

export async function benchAddress(): Promise<AddressRow[]> {
  const folder = process.env.SHOUBIAN_DATA;
  if (folder === undefined || !existsSync(folder)) {
    console.log('地址：没有 SHOUBIAN_DATA 指向的开发数据，跳过 / no development data, skipped');
    return [];
  }
  await loadRegions();
  const parsers: Parser[] = [{ name: '手边', parse: parseAddress }, ...(await peers())];
  const limit = Number(process.env.SHOUBIAN_BENCH_ROWS ?? 0);
  return parsers.flatMap((parser) =>
    sets.flatMap((set) => {
      const file = path.join(folder, `addresses_${set}_dev.jsonl`);
      if (!existsSync(file)) return [];
      const rows = rowsOf(file);
      // Evenly spread, so that every category keeps its share.
      const step = limit > 0 ? Math.max(1, Math.floor(rows.length / limit)) : 1;
      return measure(
        parser,
        set,
        rows.filter((_, index) => index % step === 0),
      );
    }),
  );
}
