import type { Locator } from '../../storage/schemas/site-map.ts';
import { locateElements } from './locate.ts';
import { isOwnNode } from './own-nodes.ts';
import type { ReadContext } from './page-reader.ts';
import type { Tally } from './read-field.ts';
import { sameFact } from './same-fact.ts';
import { parentAcross, type Scope, scopeOf } from './scope.ts';

interface Row<T> {
  fact: T | undefined;
  tally: Tally;
  members: readonly Element[];
}

export interface RowListOptions<T> {
  item: Locator;
  group?: 'element' | 'until-next' | undefined;
  ctx: ReadContext;
  /** Reads one row. A fact of undefined is a row that cannot be told from others: counted, not handed out. */
  read(scope: Scope, item: Element): { fact: T | undefined; tally: Tally };
}

/** The rows of a list: facts in document order, how many rows there are, and what they yielded. */
export interface RowsRead<T> {
  /** The very same array as last time when no row changed. */
  facts: readonly T[];
  items: readonly Element[];
  tally: Tally;
}

/**
 * Reads the rows of one list and, after that, only those that were touched (architecture.md, four ways, 1). A row
 * that says the same as before keeps its fact, so that whoever draws it can compare by reference.
 */
export interface RowList<T> {
  /** Something changed at or in this element. True where it belongs to a row of this list. */
  touch(element: Node): boolean;
  /** `added` are pieces put into the page since the last read: rows in them may have changed while outside it. */
  read(scope: Scope, added: ReadonlySet<Node>): RowsRead<T>;
}

/** The elements of an `until-next` row: its head and the siblings up to the next head, ours left out. */
export function membersOf(item: Element, heads: ReadonlySet<Element>): Element[] {
  const members = [item];
  for (let next = item.nextElementSibling; next && !heads.has(next); next = next.nextElementSibling) {
    if (!isOwnNode(next)) members.push(next);
  }
  return members;
}

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

export function createRowList<T>({ item, group, ctx, read }: RowListOptions<T>): RowList<T> {
  let rows = new Map<Element, Row<T>>();
  const heads = new WeakMap<Node, Element>();
  const dirty = new Set<Element>();
  let last: RowsRead<T> = { facts: [], items: [], tally: {} };
  /** Rows were read since `last` was put together. */
  let isStale = false;

  const isIn = (element: Element, added: ReadonlySet<Node>): boolean => {
    for (let node: Node | null = element; node; node = parentAcross(node)) if (added.has(node)) return true;
    return false;
  };

  return {
    touch(node) {
      for (let at: Node | null = node; at; at = parentAcross(at)) {
        const head = heads.get(at);
        if (head) {
          dirty.add(head);
          return true;
        }
      }
      return false;
    },
    read(scope, added) {
      const items = locateElements(item, scope);
      const headSet = group === 'until-next' ? new Set(items) : undefined;
      const next = new Map<Element, Row<T>>();
      const late: Element[] = [];
      if (!sameList(items, last.items)) isStale = true;
      for (const element of items) {
        const old = rows.get(element);
        const members = headSet ? membersOf(element, headSet) : [element];
        const keep =
          old &&
          !dirty.has(element) &&
          sameList(members, old.members) &&
          !(added.size > 0 && isIn(element, added));
        if (keep) {
          next.set(element, old);
          continue;
        }
        if (!ctx.mayReadMore()) {
          // Its turn comes in the next task; until then a row that is known stays as it was.
          ctx.putOff();
          late.push(element);
          if (old) next.set(element, old);
          continue;
        }
        ctx.onRowRead?.(element);
        const row = read(scopeOf(members, scope.shadows, headSet !== undefined), element);
        const same = old !== undefined && sameFact(old.fact, row.fact);
        next.set(element, { fact: same ? old.fact : row.fact, tally: row.tally, members });
        for (const member of members) heads.set(member, element);
        isStale = true;
      }
      dirty.clear();
      for (const element of late) dirty.add(element);
      rows = next;
      // Half a list is handed to nobody.
      if (!isStale || late.length > 0) return last;
      isStale = false;
      const facts: T[] = [];
      const tally: Tally = {};
      for (const row of rows.values()) {
        if (row.fact !== undefined) facts.push(row.fact);
        addTally(tally, row.tally);
      }
      last = { facts: sameList(facts, last.facts) ? last.facts : facts, items, tally };
      return last;
    },
  };
}

/** Adds the counts of one row (or list) to a total. */
export function addTally(total: Tally, more: Tally, prefix = ''): void {
  for (const [name, { seen, rows }] of Object.entries(more)) {
    const key = prefix + name;
    const count = total[key];
    if (count) {
      count.seen += seen;
      count.rows += rows;
    } else {
      total[key] = { seen, rows };
    }
  }
}
