import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** A pattern as a tree, with the flags it is run with: `u` where it can be read so, as the engine does. */
export interface PatternTree {
  pattern: AST.Pattern;
  flags: 'u' | '';
}

/** Undefined for a pattern that no browser of ours would take. */
export function readPattern(source: string): PatternTree | undefined {
  const parser = new RegExpParser({ ecmaVersion: 2024 });
  for (const flags of ['u', ''] as const) {
    try {
      return {
        pattern: parser.parsePattern(source, 0, source.length, { unicode: flags === 'u' }),
        flags,
      };
    } catch {
      // Not readable with this flag.
    }
  }
  return undefined;
}

/** The parts of a node that stand one inside another or one after another. */
export function childrenOf(node: AST.Node): readonly AST.Node[] {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
    case 'Assertion':
      return 'alternatives' in node ? node.alternatives : [];
    case 'Alternative':
      return node.elements;
    case 'Quantifier':
      return [node.element];
    default:
      return [];
  }
}

export function quantifiersIn(node: AST.Node): AST.Quantifier[] {
  const own = node.type === 'Quantifier' ? [node] : [];
  return [...own, ...childrenOf(node).flatMap(quantifiersIn)];
}
