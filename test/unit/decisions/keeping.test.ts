import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factKinds } from '../../../rules/decisions/fact-kinds.ts';
import { guideValueNames } from '../../../rules/decisions/guide-values.ts';
import { type DecisionTable, shippedTables } from '../../../rules/decisions/index.ts';
import { decisionsStore, guideTables, withoutTable, withTables } from '../../../storage/decisions.ts';
import { planDecisions, writeDecisionsFile } from '../../../storage/import/decisions-file.ts';
import { recogniseDocument } from '../../../storage/import/document-kind.ts';

const empty = decisionsStore.defaults(1);
const shipped = (id: string): DecisionTable => {
  const table = shippedTables.find((one) => one.id === id);
  if (!table) throw new Error('no table');
  return structuredClone(table);
};
const renamed = (id: string, name: string): DecisionTable => ({ ...shipped(id), name: { 'zh-CN': name } });
const planned = (tables: readonly DecisionTable[], present = empty) => {
  const read = recogniseDocument(writeDecisionsFile(tables));
  if (!read.ok) throw new Error('not recognised');
  expect(read.kind).toBe('decisions');
  return planDecisions(read.json, present);
};

describe('the shop’s own tables', () => {
  it('stand in the place of the shipped ones until they are taken away', () => {
    const own = withTables(empty, [renamed('quality', '我们的质量流程')], 2);
    const nameOf = (tables: DecisionTable[]) => tables.find(({ id }) => id === 'quality')?.name['zh-CN'];
    expect(nameOf(guideTables(own))).toBe('我们的质量流程');
    expect(guideTables(own)).toHaveLength(shippedTables.length);
    expect(nameOf(guideTables(withoutTable(own, 'quality', 3)))).toBe('质量问题');
  });

  it('are not own once they say what is shipped again', () => {
    const own = withTables(empty, [renamed('quality', '改过')], 2);
    expect(withTables(own, [shipped('quality')], 3).tables).toEqual([]);
  });

  it('survive being kept and read again', () => {
    const own = withTables(empty, [renamed('returns', '退货台')], 2);
    expect(decisionsStore.schema.parse(JSON.parse(JSON.stringify(own)))).toEqual(own);
  });
});

describe('files of tables', () => {
  it('change nothing when they are what is in use', () => {
    expect(planned(shippedTables)).toMatchObject({ ok: true, changed: 0, tables: [] });
  });

  it('say what is new and what is replaced before anything changes', () => {
    const plan = planned([renamed('returns', '退货台'), { ...shipped('quality'), id: 'mine' }]);
    expect(plan).toMatchObject({ ok: true, changed: 2 });
    expect(plan.ok && plan.lines.map((line) => line['zh-CN'])).toEqual([
      '新增 1 份，替换 1 份，相同 0 份',
      '替换自带的「退货台」',
      '新增「质量问题」',
    ]);
  });

  it('are refused whole for one fault in one table', () => {
    const bad = shipped('quality');
    bad.first = 'nowhere';
    const plan = planned([renamed('returns', '退货台'), bad]);
    expect(plan.ok).toBe(false);
    expect(!plan.ok && plan.errors[0]?.['zh-CN']).toContain('「质量问题」第一步「nowhere」不存在');
  });

  it('are refused for the same id twice, for no table, and for what is no table', () => {
    const errors = (json: unknown) => {
      const plan = planDecisions(json, empty);
      return plan.ok ? [] : plan.errors.map((error) => error['zh-CN']);
    };
    const file = { format: 'shoubian.decisions', version: 1 };
    expect(errors({ ...file, tables: [shipped('quality'), shipped('quality')] })).toContain(
      '编号「quality」的步骤有两份',
    );
    expect(errors({ ...file, tables: [] })).toEqual(['文件里一份步骤也没有']);
    expect(errors({ ...file, tables: [{ id: 'x' }] }).length).toBeGreaterThan(0);
    expect(errors({ ...file, tables: [{ ...shipped('quality'), starts: ['nonsense'] }] })).toHaveLength(1);
  });
});

describe('docs/decisions.md', () => {
  it('names every fact with its words, and every value texts may use', () => {
    const text = readFileSync(new URL('../../../docs/decisions.md', import.meta.url), 'utf8');
    for (const [name, kind] of Object.entries(factKinds)) {
      expect(text).toContain(`\`${name}\``);
      for (const word of kind.kind === 'words' ? Object.keys(kind.values) : [])
        expect(text).toContain(`\`${word}\``);
    }
    for (const name of guideValueNames) expect(text).toContain(name);
  });
});
