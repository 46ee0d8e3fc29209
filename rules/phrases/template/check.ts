import { type LocalText, say } from '../../language/local-text.ts';
import { expandTemplate } from './expand.ts';
import { faultTexts, troubleTexts } from './fault-texts.ts';
import { somebody } from './fill.ts';
import { likelyName } from './likely-name.ts';
import { parseTemplate, type TemplatePart } from './parse.ts';
import { scanPieces } from './scan.ts';
import type { SnippetLookup } from './snippets.ts';

/** Something wrong in a phrase, for showing while it is typed. Offsets are UTF-16, `end` is behind the last unit. */
export interface TemplateProblem {
  start: number;
  end: number;
  /** `stop`: the phrase cannot be inserted as it is. `warn`: it can, and may not say what was meant. */
  level: 'stop' | 'warn';
  /** Why, and how it is written right; the range itself is not repeated. */
  text: LocalText;
}

export interface CheckOptions {
  /** Without it phrases inside this one are not looked at. */
  snippet?: SnippetLookup | undefined;
  /** Of the phrase being written, so that taking itself in is seen. */
  id?: string | undefined;
  /** The phrase is switched off for variables: nothing in it can be wrong. */
  literal?: boolean | undefined;
}

/** Beyond this many the text is no phrase, and no list of problems helps. */
const mostProblems = 50;

type Placed = TemplatePart & { start: number };

/** What is wrong with the variables of a phrase, in the order of the text; at most fifty. */
export function checkTemplate(text: string, options: CheckOptions = {}): TemplateProblem[] {
  if (options.literal) return [];
  let at = 0;
  const parts = parseTemplate(text).map((part): Placed => {
    const start = at;
    at += part.text.length;
    return { ...part, start };
  });
  const problems = [
    ...parts.flatMap((part) => problemOf(part, text, options) ?? []),
    ...aroundValues(parts),
    ...strayBraces(parts),
  ];
  return problems.sort((one, other) => one.start - other.start).slice(0, mostProblems);
}

function problemOf(part: Placed, text: string, { snippet, id }: CheckOptions): TemplateProblem | undefined {
  const problem = (level: TemplateProblem['level'], why: LocalText): TemplateProblem => ({
    start: part.start,
    end: part.start + part.text.length,
    level,
    text: why,
  });
  if (part.kind === 'unknown') return problem('stop', faultTexts[part.fault]);
  if (part.kind === 'field') {
    const likely = likelyName(part.name);
    if (likely === undefined) return undefined;
    return problem(
      'warn',
      say(
        `不是页面上的内容，插入前会问您；想写的是 {${likely}} 吗？`,
        `Not read from the page but asked before the insert; did you mean {${likely}}?`,
      ),
    );
  }
  if (part.kind !== 'snippet' || !snippet) return undefined;
  const self = { text, ...(id !== undefined && { id }) };
  for (const leaf of expandTemplate(part.text, snippet, self)) {
    const why =
      leaf.kind === 'trouble'
        ? troubleTexts[leaf.trouble]
        : leaf.kind === 'unknown'
          ? faultTexts[leaf.fault]
          : undefined;
    if (why && leaf.text === part.text) return problem('stop', why);
    if (why)
      return problem(
        'stop',
        say(`里面的「${leaf.text}」：${why['zh-CN']}`, `"${leaf.text}" in it: ${why.en}`),
      );
  }
  return undefined;
}

/** Braces left around a value, `{{{买家}}}`, or a name that the caret cuts in two, `{买{光标}家}`. */
function aroundValues(parts: readonly Placed[]): TemplateProblem[] {
  let seams = '';
  /** Where each part begins in `seams`. */
  const begins = parts.map((part) => {
    const begin = seams.length;
    if (part.kind === 'text') seams += part.text;
    else if (part.kind !== 'cursor') seams += somebody;
    return begin;
  });
  let index = 0;
  /** The place in the phrase; inside a value its beginning. */
  const placeOf = (offset: number): number => {
    while ((begins[index + 1] ?? Number.POSITIVE_INFINITY) <= offset) index += 1;
    const part = parts[index];
    return part ? part.start + (part.kind === 'text' ? offset - (begins[index] ?? 0) : 0) : 0;
  };
  let at = 0;
  return scanPieces(seams).flatMap((piece): TemplateProblem[] => {
    const from = at;
    at += piece.text.length;
    if (piece.kind === 'text') return [];
    return [
      {
        start: placeOf(from),
        end: placeOf(at - 1) + 1,
        level: 'stop',
        text: say(
          '变量外面多了括号，填好以后仍像变量，不会放进输入框',
          'Braces around a variable: filled in, it would still look like one and is not inserted',
        ),
      },
    ];
  });
}

/** Braces that have no partner and are sent as they are. Neighbours are named together. */
function strayBraces(parts: readonly Placed[]): TemplateProblem[] {
  const open: number[] = [];
  const stray: number[] = [];
  for (const part of parts) {
    if (part.kind !== 'text') continue;
    for (const found of part.text.matchAll(/[{}｛｝]/g)) {
      const place = part.start + found.index;
      if (found[0] === '{' || found[0] === '｛') open.push(place);
      else if (open.pop() === undefined) stray.push(place);
    }
  }
  const problems: TemplateProblem[] = [];
  for (const place of [...stray, ...open].sort((one, other) => one - other)) {
    const last = problems.at(-1);
    if (last?.end === place) last.end += 1;
    else
      problems.push({
        start: place,
        end: place + 1,
        level: 'warn',
        text: say('括号不成对，会原样放进去', 'A brace without its partner is inserted as it is'),
      });
  }
  return problems;
}
