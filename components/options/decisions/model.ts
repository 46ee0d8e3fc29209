import type { DecisionTable } from '../../../rules/decisions/index.ts';

/** A table with where it comes from. `changed`: the shop's own in the place of a shipped one. */
export interface DecisionRow {
  table: DecisionTable;
  origin: 'shipped' | 'changed' | 'own';
}

export interface DecisionsModel {
  rows: readonly DecisionRow[];
}

/** What the agent does in the section 处理步骤. */
export interface DecisionsActions {
  /** Whether it was kept; what was refused is said in a notice. */
  save(table: DecisionTable): Promise<boolean>;
  /** Takes the shop's own away: the shipped one of its id applies again. */
  remove(id: string): void;
  /** One table, or without an id all in use. */
  exportTables(id?: string): void;
}
