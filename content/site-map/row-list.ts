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
 * Reads the rows of one list and, after that, only those that were touched (architecture.md, way 1). A row
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

/** Whether words have no say in which elements a locator finds. */
function byShapeAlone(locator: Locator): boolean {
  if (Array.isArray(locator)) return locator.every(byShapeAlone);
  if (typeof locator === 'string') return !locator.includes(':empty');
  const { css = '', label, pattern } = locator;
  return label === undefined && pattern === undefined && byShapeAlone(css);
}

export function createRowList<T>({ item, group, ctx, read }: RowListOptions<T>): RowList<T> {
  const rows = new Map<Element, Row<T>>();
  const heads = new WeakMap<Node, Element>();
  const dirty = new Set<Element>();
  const total: Tally = {};
  let items: readonly Element[] = [];
  let last: RowsRead<T> = { facts: [], items: [], tally: {} };
  /** Rows were read, or came or went, since `last` was put together. */
  let isStale = false;
  /** For rows that are groups: which elements begin one. */
  let headSet: ReadonlySet<Element> | undefined;
  /** Something changed beside the rows: a group may have gained or lost a member. */
  let isBeside = false;
  /** Rows whose turn comes in the next task, in the order of the page. */
  let late: readonly Element[] = [];
  let foundIn: Scope['elements'] = [];
  let foundAt: number | undefined;

  const isIn = (element: Element, added: ReadonlySet<Node>): boolean => {
    for (let node: Node | null = element; node; node = parentAcross(node)) if (added.has(node)) return true;
    return false;
  };

  /** Rows that must be read: new ones, touched ones, ones that were out of the page or whose group is another. */
  function findChanged(added: ReadonlySet<Node>): Element[] {
    const groups = isBeside || isStale ? headSet : undefined;
    if (!groups && added.size === 0 && !isStale) return items.filter((element) => dirty.has(element));
    return items.filter((element) => {
      const old = rows.get(element);
      if (!old || dirty.has(element)) return true;
      if (groups && !sameList(membersOf(element, groups), old.members)) return true;
      return added.size > 0 && isIn(element, added);
    });
  }

  function forget(gone: readonly Element[]): void {
    for (const element of gone) {
      const row = rows.get(element);
      if (row) addTally(total, row.tally, '', -1);
      rows.delete(element);
    }
  }

  function readRow(element: Element, scope: Scope): void {
    ctx.onRowRead?.(element);
    const old = rows.get(element);
    const members = headSet ? membersOf(element, headSet) : [element];
    const row = read(scopeOf(members, scope.shadows, headSet !== undefined), element);
    const same = old !== undefined && sameFact(old.fact, row.fact);
    if (old) addTally(total, old.tally, '', -1);
    addTally(total, row.tally);
    rows.set(element, { fact: same ? old.fact : row.fact, tally: row.tally, members });
    for (const member of members) heads.set(member, element);
    isStale = true;
  }

  return {
    touch(node) {
      for (let at: Node | null = node; at; at = parentAcross(at)) {
        const head = heads.get(at);
        if (head) {
          dirty.add(head);
          return true;
        }
      }
      isBeside = true;
      return false;
    },
    read(scope, added) {
      // While no element moved, the rows are those of last time, and so are the ones that were put off.
      const isSamePlace = foundAt !== undefined && foundAt === ctx.structure?.() && added.size === 0;
      const goesOn = isSamePlace && byShapeAlone(item) && sameList(scope.elements, foundIn);
      if (!goesOn) {
        foundIn = scope.elements;
        foundAt = ctx.structure?.();
        const found = locateElements(item, scope);
        if (!sameList(found, items)) {
          isStale = true;
          const present = new Set(found);
          forget(items.filter((element) => !present.has(element)));
          items = found;
          if (group === 'until-next') headSet = new Set(items);
        }
      }
      let todo = late;
      if (!goesOn || dirty.size > 0) {
        for (const element of late) dirty.add(element);
        todo = goesOn ? items.filter((element) => dirty.has(element)) : findChanged(added);
      }
      dirty.clear();
      isBeside = false;
      let done = 0;
      // A row whose turn does not come stays as it was, if it is known.
      while (done < todo.length && ctx.mayReadMore()) {
        const element = todo[done];
        if (element) readRow(element, scope);
        done += 1;
      }
      late = todo.slice(done);
      if (late.length > 0) ctx.putOff();
      // Half a list is handed to nobody.
      if (!isStale || late.length > 0) return last;
      isStale = false;
      const facts = items.flatMap((element) => rows.get(element)?.fact ?? []);
      const tally: Tally = {};
      addTally(tally, total);
      last = { facts: sameList(facts, last.facts) ? last.facts : facts, items, tally };
      return last;
    },
  };
}

/** Adds the counts of one row (or list) to a total, or with a sign of -1 takes them out again. */
export function addTally(total: Tally, more: Tally, prefix = '', sign: 1 | -1 = 1): void {
  for (const name of Object.keys(more)) {
    const { seen = 0, rows = 0 } = more[name] ?? {};
    const key = prefix + name;
    const count = total[key];
    if (!count) total[key] = { seen: sign * seen, rows: sign * rows };
    else if (count.rows + sign * rows === 0) delete total[key];
    else {
      count.seen += sign * seen;
      count.rows += sign * rows;
    }
  }
}
