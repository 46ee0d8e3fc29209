import { isOwnNode } from './own-nodes.ts';
import type { Scope, TextPiece } from './scope.ts';

const SHOW_TEXT = 4;
const silent = /^(?:SCRIPT|STYLE|TEMPLATE)$/;

/** Full-width letters, compatibility forms and case are one and the same to a reader. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

function walkerOf(root: Node): TreeWalker {
  return (root.ownerDocument ?? (root as Document)).createTreeWalker(root, SHOW_TEXT);
}

function isRead(node: Node): boolean {
  const { parentNode } = node;
  return parentNode === null || !(silent.test(parentNode.nodeName) || isOwnNode(parentNode));
}

function pieceOf(node: Node, raw: string): TextPiece {
  const text = raw.replace(/\s+/g, ' ');
  return { node, text, folded: fold(text) };
}

/** All pieces under one root; a row's many labels are looked for in one walk (one per row read, not per field). */
function piecesOf(scope: Scope, root: Node): readonly TextPiece[] {
  scope.pieces ??= new Map();
  const known = scope.pieces.get(root);
  if (known) return known;
  const pieces: TextPiece[] = [];
  const walker = walkerOf(root);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const raw = node.nodeValue ?? '';
    if (/\S/.test(raw) && isRead(node)) pieces.push(pieceOf(node, raw));
  }
  scope.pieces.set(root, pieces);
  return pieces;
}

/** Characters that fold into ideographs, and those that fold into anything else a label may be written in. */
const FOLDS_TO_IDEOGRAPH = /[\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufaff]/;
const FOLDS =
  /[\u00aa-\u00be\u2070-\u24ff\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufb4f\uff00-\uffef]|[\ud835\ud83c]/;

/**
 * A cheap test that lets every text pass that may hold the label, and few others: folding a whole page's text for
 * every label would hold the page up.
 */
function quickTest(wanted: string): (raw: string) => boolean {
  const runs = wanted.match(/[\u4e00-\u9fff]+|[a-z0-9]+/g) ?? [];
  const key = runs.sort((a, b) => b.length - a.length)[0];
  if (key === undefined) return () => true;
  return /[\u4e00-\u9fff]/.test(key)
    ? (raw) => raw.includes(key) || FOLDS_TO_IDEOGRAPH.test(raw)
    : (raw) => raw.toLowerCase().includes(key) || FOLDS.test(raw);
}

/**
 * Pieces under a root that hold a folded label, in document order. A row's pieces are kept for its other fields; a
 * whole page is walked only as far as somebody asks, and not at all where the label is nowhere in its text.
 */
export function* piecesHolding(scope: Scope, root: Node, wanted: string): Generator<TextPiece> {
  if (root.nodeType === 1) {
    for (const piece of piecesOf(scope, root)) if (piece.folded.includes(wanted)) yield piece;
    return;
  }
  const mayHold = quickTest(wanted);
  if (root.nodeType === 9) {
    scope.words ??= (root as Document).documentElement?.textContent ?? '';
    if (!mayHold(scope.words)) return;
  }
  const walker = walkerOf(root);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const raw = node.nodeValue ?? '';
    if (!mayHold(raw) || !isRead(node)) continue;
    const piece = pieceOf(node, raw);
    if (piece.folded.includes(wanted)) yield piece;
  }
}
