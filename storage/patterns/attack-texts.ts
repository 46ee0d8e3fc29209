import type { AST } from '@eslint-community/regexpp';
import { childrenOf, quantifiersIn } from './pattern-tree.ts';

/** A text made to keep a backtracking matcher busy: `before`, `pump` again and again, and an end that does not fit. */
export interface Attack {
  before: string;
  pump: string;
  end: string;
}

/** Ends that few patterns accept, so that every way to match must be tried; a dot takes the one and not the other. */
const ENDS = ['\u0001', '\n'];

const MAX_CHARACTERS = 40;
const MAX_PUMPS = 60;
const MAX_TOGETHER = 12;
/** What character classes stand for; one of each kind a page may show. */
const COMMON = ['a', 'Z', '1', '中', ' ', '-', '_', '.', '：', '\n'];

/** Characters the pattern itself names, ends of ranges included: where two parts overlap, one of them shows it. */
function charactersOf(node: AST.Node, into: Set<string>): void {
  const add = (point: number): void => {
    if (into.size < MAX_CHARACTERS) into.add(String.fromCodePoint(point));
  };
  if (node.type === 'Character') add(node.value);
  else if (node.type === 'CharacterClass') {
    for (const one of node.elements) {
      if (one.type === 'Character') add(one.value);
      else if (one.type === 'CharacterClassRange') {
        add(one.min.value);
        add(one.max.value);
      }
    }
  } else for (const child of childrenOf(node)) charactersOf(child, into);
}

/** The regex of one character, to ask which of our characters it takes. */
function takes(node: AST.Node, character: string): boolean {
  try {
    return new RegExp(`^(?:${node.raw})$`, 'u').test(character);
  } catch {
    return new RegExp(`^(?:${node.raw})$`).test(character);
  }
}

/** A short text that the node matches, or '' where none was found; assertions are taken for nothing. */
function sampleOf(node: AST.Node, characters: readonly string[]): string {
  switch (node.type) {
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterClass':
    case 'CharacterSet':
      return characters.find((one) => takes(node, one)) ?? '';
    case 'Quantifier':
      return sampleOf(node.element, characters).repeat(Math.min(node.min, 20));
    case 'Alternative':
      return node.elements.map((one) => sampleOf(one, characters)).join('');
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup': {
      const [first] = node.alternatives;
      return first ? sampleOf(first, characters) : '';
    }
    default:
      return '';
  }
}

/** What must stand before a part so that the matcher reaches it. */
function beforeOf(node: AST.Node, characters: readonly string[]): string {
  const { parent } = node;
  if (!parent || parent.type === 'RegExpLiteral') return '';
  const outer = beforeOf(parent, characters);
  if (parent.type !== 'Alternative') return outer;
  const index = (parent.elements as readonly AST.Node[]).indexOf(node);
  return (
    outer +
    parent.elements
      .slice(0, index)
      .map((one) => sampleOf(one, characters))
      .join('')
  );
}

/** One text per alternative at every level of a repeated part, so that overlapping alternatives meet. */
function variantsOf(node: AST.Node, characters: readonly string[]): string[] {
  const own = sampleOf(node, characters);
  const inner = childrenOf(node).flatMap((child) => variantsOf(child, characters));
  return [own, ...inner];
}

/**
 * Texts that would show a pattern running away: for every repeated part, what leads to it and what it repeats. Every
 * character of the pattern is tried as a pump too, for parts that share only some characters.
 */
export function attacksOn(pattern: AST.Pattern): Attack[] {
  const found = new Set<string>();
  charactersOf(pattern, found);
  const characters = [...found, ...COMMON];
  // 省市区省市区…: loops that each wait for a character of their own all find it again and again.
  const together = [...found].slice(0, MAX_TOGETHER).join('');
  const attacks = new Map<string, Attack>();
  for (const quantifier of quantifiersIn(pattern)) {
    if (quantifier.max < 2) continue;
    const before = beforeOf(quantifier, characters);
    const pumps = new Set([together, ...variantsOf(quantifier.element, characters), ...characters]);
    for (const pump of [...pumps].filter((one) => one !== '').slice(0, MAX_PUMPS)) {
      for (const end of ENDS) attacks.set([before, pump, end].join('\u0000'), { before, pump, end });
    }
  }
  return [...attacks.values()];
}
