import { type ReactNode, useRef } from 'react';
import { useSorting } from './use-sorting.tsx';

/** A short list whose order is the agent's (use-sorting.tsx). `children` gets each item and its grip. */
export function Sortable<T>({
  items,
  idOf,
  gripLabel,
  onMove,
  movable = true,
  className = 'sb-sortable',
  children,
}: {
  items: readonly T[];
  idOf: (item: T) => string;
  gripLabel: (item: T) => string;
  onMove: (id: string, before: string | undefined) => void;
  movable?: boolean;
  className?: string;
  children: (item: T, grip: ReactNode) => ReactNode;
}) {
  const list = useRef<HTMLUListElement>(null);
  const sorting = useSorting(items.map(idOf), onMove, list);
  return (
    <ul className={className} ref={list}>
      {items.map((item) => {
        const id = idOf(item);
        return (
          <li key={id} {...sorting.row(id)}>
            {children(item, movable && sorting.grip(id, gripLabel(item)))}
          </li>
        );
      })}
    </ul>
  );
}
