import type { DecisionAnswer, DecisionOutcome, DecisionQuestion, DecisionTable } from './decision-table.ts';

/** A row of the flow as it is drawn, indented by `depth`. */
export type OutlineRow = { depth: number; answer?: DecisionAnswer } & (
  | { kind: 'question'; question: DecisionQuestion }
  | { kind: 'outcome'; outcome: DecisionOutcome }
  /** Drawn above already, from another branch. */
  | { kind: 'again'; id: string }
  | { kind: 'circle'; id: string }
  | { kind: 'missing'; id: string }
);

/** The flow of a table from its first step, every part drawn once; also of a table with faults. */
export function outlineOf(table: DecisionTable): OutlineRow[] {
  const questions = new Map(table.questions.map((question) => [question.id, question]));
  const outcomes = new Map(table.outcomes.map((outcome) => [outcome.id, outcome]));
  const rows: OutlineRow[] = [];
  const drawn = new Set<string>();
  // By hand, not by recursion: a chain may be as long as a table.
  const stack: { id: string; depth: number; above: readonly string[]; answer?: DecisionAnswer }[] = [
    { id: table.first, depth: 0, above: [] },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { id, depth, above, answer } = next;
    const head = { depth, ...(answer && { answer }) };
    const question = questions.get(id);
    const outcome = outcomes.get(id);
    if (above.includes(id)) rows.push({ ...head, kind: 'circle', id });
    else if (outcome) rows.push({ ...head, kind: 'outcome', outcome });
    else if (!question) rows.push({ ...head, kind: 'missing', id });
    else if (drawn.has(id)) rows.push({ ...head, kind: 'again', id });
    else {
      drawn.add(id);
      rows.push({ ...head, kind: 'question', question });
      for (const one of [...question.answers].reverse())
        stack.push({ id: one.to, depth: depth + 1, above: [...above, id], answer: one });
    }
  }
  return rows;
}
