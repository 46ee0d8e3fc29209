import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSorting } from './use-sorting.tsx';

/** Rows kept beyond what is seen, so that scrolling shows no gaps. */
const spare = 12;

/**
 * A list of any length whose order is the agent's: only the rows near what is seen are in the document (issue
 * "Phrases": 20,000 phrases open without freezing). All rows have the same height but the one that is open.
 * It scrolls with the page.
 */
export function SortableWindow<T>({
  items,
  idOf,
  gripLabel,
  onMove,
  movable = true,
  rowHeight,
  open,
  children,
}: {
  items: readonly T[];
  idOf: (item: T) => string;
  gripLabel: (item: T) => string;
  onMove: (id: string, before: string | undefined) => void;
  movable?: boolean;
  /** CSS px. */
  rowHeight: number;
  /** Id of the row that is as high as what it holds. */
  open?: string | undefined;
  children: (item: T, grip: ReactNode) => ReactNode;
}) {
  const list = useRef<HTMLUListElement>(null);
  const openRow = useRef<HTMLLIElement>(null);
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  const sorting = useSorting(ids, onMove, list);
  const [seen, setSeen] = useState({ from: 0, to: 2 * spare });
  const [focused, setFocused] = useState<string>();
  const [openHeight, setOpenHeight] = useState(rowHeight);
  const openAt = open === undefined ? -1 : ids.indexOf(open);
  const more = openAt < 0 ? 0 : openHeight - rowHeight;
  const top = (at: number): number => at * rowHeight + (openAt >= 0 && at > openAt ? more : 0);

  const look = useCallback((): void => {
    const above = -(list.current?.getBoundingClientRect().top ?? 0);
    // The open row lies above or below: both are allowed for, which only keeps some rows more.
    const from = Math.max(0, Math.floor((above - more) / rowHeight) - spare);
    const to = Math.ceil((above + innerHeight) / rowHeight) + spare;
    setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, [rowHeight, more]);
  // What stands above may have grown or shrunk.
  useLayoutEffect(look);
  useEffect(() => {
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [look]);

  useEffect(() => {
    const row = openRow.current;
    if (openAt < 0 || !row) return undefined;
    const measure = (): void => setOpenHeight(row.offsetHeight || rowHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(row);
    return () => observer.disconnect();
  }, [openAt, rowHeight]);

  /** A row that is dragged, focused or open must not go, wherever the page is scrolled to. */
  const shown = useMemo(() => {
    const held = [sorting.dragged, focused, open].flatMap((id) => {
      const at = id === undefined ? -1 : ids.indexOf(id);
      return at < 0 ? [] : [at];
    });
    const places = new Set(held);
    for (let at = seen.from; at < Math.min(seen.to, ids.length); at += 1) places.add(at);
    return [...places].sort((one, other) => one - other);
  }, [seen, ids, sorting.dragged, focused, open]);

  return (
    <ul className="sb-sortable sb-window" ref={list} style={{ height: top(ids.length) }}>
      {shown.map((at) => {
        const item = items[at];
        if (item === undefined) return undefined;
        const id = idOf(item);
        const isOpen = id === open;
        return (
          <li
            key={id}
            ref={isOpen ? openRow : undefined}
            aria-posinset={at + 1}
            aria-setsize={ids.length}
            style={{ top: top(at), ...(!isOpen && { height: rowHeight }) }}
            {...sorting.row(id)}
            onFocus={() => setFocused(id)}
            onBlur={() => setFocused(undefined)}
          >
            {children(item, movable && sorting.grip(id, gripLabel(item)))}
          </li>
        );
      })}
    </ul>
  );
}
