import type { AST } from '@eslint-community/regexpp';
import type { PatternTree } from './pattern-tree.ts';

/** Goes on behind what was matched; true where everything after it matches too. */
type Next = (at: number) => boolean;
/** Matches one part of a pattern at a position and goes on; tries its other ways when what comes after fails. */
type Part = (at: number, next: Next) => boolean;
type Direction = 1 | -1;

/** More steps than anybody may take: thrown through the whole trial. */
class TooMany extends Error {}

const always: Next = () => true;

/**
 * A backtracking matcher of the browser's kind that counts what it does, so that a pattern is judged by its steps
 * and not by a clock: the same verdict on every machine. Parts it cannot know (v-flag sets) count as never matching.
 */
class Trial {
  private steps = 0;
  private text: readonly string[] = [];
  private limit = 0;
  private captures = new Map<AST.CapturingGroup, readonly [number, number]>();
  private readonly whole: Part;

  constructor(private readonly tree: PatternTree) {
    this.whole = this.either(tree.pattern.alternatives, 1);
  }

  /** Steps to find the first match in a text, or to find that there is none; `limit` + 1 where it takes more. */
  count(text: string, limit: number): number {
    this.text = [...text];
    this.limit = limit;
    this.steps = 0;
    try {
      for (let start = 0; start <= this.text.length; start += 1) {
        this.captures.clear();
        this.step();
        if (this.whole(start, always)) break;
      }
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      return limit + 1;
    }
    return this.steps;
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > this.limit) throw new TooMany();
  }

  private either(alternatives: readonly AST.Alternative[], way: Direction): Part {
    const parts = alternatives.map((one) => this.sequence(one.elements, way));
    const [only] = parts;
    if (only && parts.length === 1) return only;
    return (at, next) =>
      parts.some((part) => {
        this.step();
        return part(at, next);
      });
  }

  private sequence(elements: readonly AST.Element[], way: Direction): Part {
    const parts = elements.map((one) => this.part(one, way));
    if (way === -1) parts.reverse();
    return parts.reduceRight<Part>(
      (rest, part) => (at, next) => part(at, (then) => rest(then, next)),
      (at, next) => next(at),
    );
  }

  private part(node: AST.Element, way: Direction): Part {
    switch (node.type) {
      case 'Group':
        return this.either(node.alternatives, way);
      case 'CapturingGroup':
        return this.capture(node, way);
      case 'Quantifier':
        return this.repeat(node, way);
      case 'Assertion':
        return this.assertion(node);
      case 'Backreference':
        return this.reference(node, way);
      default:
        return this.character(node.raw, way);
    }
  }

  private character(raw: string, way: Direction): Part {
    const regex = new RegExp(`^(?:${raw})$`, this.tree.flags);
    const known = new Map<string, boolean>();
    return (at, next) => {
      this.step();
      const character = this.text[way === 1 ? at : at - 1];
      if (character === undefined) return false;
      let fits = known.get(character);
      if (fits === undefined) {
        fits = regex.test(character);
        known.set(character, fits);
      }
      return fits && next(at + way);
    };
  }

  private capture(node: AST.CapturingGroup, way: Direction): Part {
    const inner = this.either(node.alternatives, way);
    return (at, next) =>
      inner(at, (end) => {
        const before = this.captures.get(node);
        this.captures.set(node, [Math.min(at, end), Math.max(at, end)]);
        if (next(end)) return true;
        if (before) this.captures.set(node, before);
        else this.captures.delete(node);
        return false;
      });
  }

  private repeat({ element, min, max, greedy }: AST.Quantifier, way: Direction): Part {
    const once = this.part(element, way);
    const from = (count: number): Part => {
      return (at, next) => {
        this.step();
        const more = (): boolean =>
          count < max && once(at, (then) => (then !== at || count < min) && from(count + 1)(then, next));
        if (count < min) return more();
        return greedy ? more() || next(at) : next(at) || more();
      };
    };
    return from(0);
  }

  private assertion(node: AST.Assertion): Part {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
      const inner = this.either(node.alternatives, node.kind === 'lookahead' ? 1 : -1);
      const { negate } = node;
      return (at, next) => inner(at, always) !== negate && next(at);
    }
    if (node.kind === 'start') return (at, next) => at === 0 && next(at);
    if (node.kind === 'end') return (at, next) => at === this.text.length && next(at);
    const isWord = (at: number): boolean => /^\w$/.test(this.text[at] ?? '');
    // \b, and \B, which is its negation.
    const isNegated = node.raw === '\\B';
    return (at, next) => (isWord(at) !== isWord(at - 1)) !== isNegated && next(at);
  }

  private reference(node: AST.Backreference, way: Direction): Part {
    const groups = Array.isArray(node.resolved) ? node.resolved : [node.resolved];
    return (at, next) => {
      const span = groups.map((group) => this.captures.get(group)).find((one) => one !== undefined);
      const words = span ? this.text.slice(span[0], span[1]) : [];
      const begin = way === 1 ? at : at - words.length;
      for (const [i, word] of words.entries()) {
        this.step();
        if (this.text[begin + i] !== word) return false;
      }
      return next(at + way * words.length);
    };
  }
}

/** Counts the steps of one pattern on any number of texts. */
export function stepCounter(tree: PatternTree): (text: string, limit: number) => number {
  const trial = new Trial(tree);
  return (text, limit) => trial.count(text, limit);
}
