import { describe, expect, it } from 'vitest';
import { factKinds, factNames } from '../../../rules/decisions/fact-kinds.ts';
import {
  checkTable,
  type DecisionTable,
  type Facts,
  shippedTables,
  toldBy,
  walk,
} from '../../../rules/decisions/index.ts';
import fc from '../property.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '');
const test = fc.record(
  {
    is: fc.array(fc.constantFrom('yes', 'no', 'moving', 'delivered')),
    from: fc.integer({ min: 0, max: 5 }),
    under: fc.integer({ min: 0, max: 5 }),
  },
  { requiredKeys: [] },
);
/** Tables of any shape: mostly broken ones. */
const anyTable = fc.record({
  id,
  name: fc.record({ 'zh-CN': fc.string() }),
  starts: fc.constant([]),
  words: fc.constant([]),
  first: id,
  asks: fc.constant([]),
  questions: fc.array(
    fc.record(
      {
        id,
        text: fc.record({ 'zh-CN': fc.string() }),
        from: fc.constantFrom(...factNames),
        answers: fc.array(
          fc.record(
            { id, text: fc.record({ 'zh-CN': fc.string() }), to: id, when: test },
            { requiredKeys: ['id', 'text', 'to'] },
          ),
          { maxLength: 4 },
        ),
      },
      { requiredKeys: ['id', 'text', 'answers'] },
    ),
    { maxLength: 6 },
  ),
  outcomes: fc.array(
    fc.record({ id, nextStep: fc.record({ 'zh-CN': fc.string() }), steps: fc.constant([]) }),
    { maxLength: 4 },
  ),
}) as fc.Arbitrary<DecisionTable>;

const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(
    ...factNames.map((name) => {
      const kind = factKinds[name];
      const value =
        kind.kind === 'words'
          ? fc.constantFrom(...Object.keys(kind.values))
          : fc.integer({ min: 0, max: 10_000 });
      return fc.option(fc.tuple(fc.constant(name), value), { nil: undefined });
    }),
  )
  .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== undefined)));
const anyAnswers = fc.dictionary(id, id);
const shipped = fc.constantFrom(...shippedTables);
/** What the agent answers, as a choice for each question. */
const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 20 });

/** Tables as a shop may draw them: every answer leads further down, and what nobody reaches is left out. */
const soundTable: fc.Arbitrary<DecisionTable> = fc
  .array(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  .map((rows) => {
    const name = (at: number): string => (at < rows.length ? `q${at}` : `o${at}`);
    const targets = rows.map((jumps, at) => jumps.map((jump) => at + 1 + (jump % (rows.length - at + 2))));
    const reached = new Set([0]);
    for (const [at, to] of targets.entries()) if (reached.has(at)) for (const one of to) reached.add(one);
    const text = { 'zh-CN': '问' };
    return {
      id: 't',
      name: text,
      starts: [],
      words: [],
      first: name(0),
      asks: [],
      questions: targets.flatMap((to, at) =>
        reached.has(at)
          ? [{ id: name(at), text, answers: to.map((one, i) => ({ id: `a${i}`, text, to: name(one) })) }]
          : [],
      ),
      outcomes: [...reached]
        .filter((at) => at >= rows.length)
        .map((at) => ({ id: name(at), nextStep: text, steps: [] })),
    };
  });

/** Answers every question by the picks in turn; the outcome, or a failure after more turns than questions. */
function throughTo(table: DecisionTable, facts: Facts, picks: readonly number[]): string | undefined {
  const answers: Record<string, string> = {};
  for (let turn = 0; turn <= table.questions.length; turn += 1) {
    const { question, outcome } = walk(table, facts, answers);
    if (!question) return outcome?.id;
    const pick = picks[turn % picks.length] ?? 0;
    answers[question.id] = question.answers[pick % question.answers.length]?.id ?? '';
  }
  return undefined;
}

describe('walking a table', () => {
  it('ends on any table, says the same again, and passes no question twice', () => {
    fc.assert(
      fc.property(anyTable, anyFacts, anyAnswers, (table, facts, answers) => {
        const one = walk(table, facts, answers);
        expect(walk(table, facts, answers)).toEqual(one);
        const passed = one.path.map(({ question }) => question.id);
        expect(new Set(passed).size).toBe(passed.length);
        expect(one.question !== undefined && one.outcome !== undefined).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('reaches an outcome in any table the checker passes, however it is answered', () => {
    fc.assert(
      fc.property(soundTable, anyFacts, choices, (table, facts, picks) => {
        expect(checkTable(table)).toEqual([]);
        expect(throughTo(table, facts, picks)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('reaches an outcome in every shipped table, however it is answered', () => {
    fc.assert(
      fc.property(shipped, anyFacts, choices, (table, facts, picks) => {
        expect(throughTo(table, facts, picks)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('asks what is not known: an answer by a fact always rests on a known one', () => {
    fc.assert(
      fc.property(shipped, anyFacts, anyAnswers, (table, facts, answers) => {
        for (const { question, by } of walk(table, facts, answers).path) {
          if (by === 'fact') expect(question.from !== undefined && facts[question.from]).toBeDefined();
          else expect(answers[question.id]).toBeDefined();
        }
      }),
    );
  });

  it('lets the agent correct a fact, and says afterwards what the agent said', () => {
    const table = shippedTables.find((one) => one.id === 'courier');
    if (!table) throw new Error('no table');
    const facts = { tracking: 'moving', idleDays: 4 };
    const { path } = walk(table, facts, { 'moving-idle': 'slow' });
    expect(path.map(({ by }) => by)).toEqual(['fact', 'agent']);
    const told = toldBy(path, facts);
    expect(told.facts).toEqual({ tracking: 'moving' });
    expect(told.ranges.idleDays).toEqual({ from: 1, under: 3 });
  });
});
