import type { DecisionTable } from '../../../rules/decisions/index.ts';

/** A table with where it comes from. `changed`: the shop's own in the place of a shipped one. */
export interface DecisionRow {
  table: DecisionTable;
  origin: 'shipped' | 'changed' | 'own';
}

/** A table being changed; nothing of it is kept before it is saved, and it survives a look at another section. */
export interface DecisionDraft {
  opened: DecisionTable;
  table: DecisionTable;
}

export interface DecisionsModel {
  rows: readonly DecisionRow[];
  draft?: DecisionDraft;
}

/** What the agent does in the section 处理步骤. */
export interface DecisionsActions {
  edit(table: DecisionTable): void;
  change(table: DecisionTable): void;
  /** Keeps the draft and closes it; what was refused is said in a notice and the draft stays. */
  save(): void;
  /** Gives the draft up. */
  close(): void;
  /** Takes the shop's own away: the shipped one of its id applies again. */
  remove(id: string): void;
  /** One table, or without an id all in use. */
  exportTables(id?: string): void;
}
