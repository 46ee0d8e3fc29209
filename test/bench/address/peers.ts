import { createRequire } from 'node:module';
import path from 'node:path';
import type { Answer } from './score.ts';

/** A parser under measurement; throws count as empty answers. */
export interface Parser {
  name: string;
  parse(text: string): Answer;
}

type Loose = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const field = (value: unknown, name: string): unknown => (value as Loose | undefined)?.[name];

/** How each peer is asked, and how its answer is spelt in ours. Versions as measured in data.md §5. */
const adapters: { spec: string; ask: (module: Loose) => (text: string) => Answer }[] = [
  {
    spec: 'address-parse@1.2.19',
    ask: (module) => {
      const parser = (module.default ?? module) as { parse(text: string, all: boolean): Loose[] };
      return (input) => {
        const [first] = parser.parse(input, true);
        return {
          province: text(first?.province),
          city: text(first?.city),
          district: text(first?.area),
          detail: text(first?.details),
          name: text(first?.name),
          phone: text(first?.mobile) || text(first?.phone),
        };
      };
    },
  },
  {
    spec: 'zh-address-parse@1.3.16',
    ask: (module) => {
      const parse = (module.default ?? module) as (text: string, options: Loose) => Loose;
      return (input) => {
        const answer = parse(input, { type: 0 });
        return {
          province: text(answer.province),
          city: text(answer.city),
          district: text(answer.area),
          detail: text(answer.detail),
          name: text(answer.name),
          phone: text(answer.phone),
        };
      };
    },
  },
  {
    spec: 'address-smart-parse@4.0.3',
    ask: (module) => {
      const parse = module.parseAddress as (text: string) => Loose[];
      return (input) => {
        const [first] = parse(input);
        return {
          province: text(field(first?.province, 'name')),
          city: text(field(first?.city, 'name')),
          district: text(field(first?.county, 'name')),
          town: text(field(first?.street, 'name')),
          detail: text(first?.detail),
          name: text(first?.name),
          phone: text(first?.phone),
        };
      };
    },
  },
];

/** The peers that are installed. */
export async function peers(): Promise<Parser[]> {
  const folder = process.env.SHOUBIAN_PEERS ?? process.cwd();
  const require = createRequire(path.join(folder, 'package.json'));
  const found: Parser[] = [];
  for (const { spec, ask } of adapters) {
    try {
      const parse = ask(require(spec.split('@')[0] ?? '') as Loose);
      found.push({ name: spec, parse: (input) => answered(parse, input) });
    } catch {
      console.log(`地址：没有安装 ${spec}，不比较 / not installed, left out`);
    }
  }
  return found;
}

function answered(parse: (text: string) => Answer, input: string): Answer {
  try {
    return parse(input);
  } catch {
    return {};
  }
}
