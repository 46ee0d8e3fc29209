import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { Icon } from './Icon.tsx';
import { useGuard } from './trust.tsx';

/**
 * A list whose order is the agent's: dragged by its grip, or moved with the arrow keys while the grip has the
 * focus. `onMove(id, before)` puts one item before another, at the end without `before`.
 */
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
  const guard = useGuard();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const ids = items.map(idOf);

  const onKeyDown = (event: KeyboardEvent, id: string): void => {
    const at = ids.indexOf(id);
    if (event.key === 'ArrowUp' && at > 0) onMove(id, ids[at - 1]);
    else if (event.key === 'ArrowDown' && at < ids.length - 1) onMove(id, ids[at + 2]);
    else if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
  };
  const onDrop = (event: DragEvent, target: string): void => {
    event.preventDefault();
    setOver(undefined);
    setDragged(undefined);
    if (dragged === undefined || dragged === target) return;
    const from = ids.indexOf(dragged);
    const to = ids.indexOf(target);
    // Dropped on a later item it goes after that one, on an earlier item before it.
    onMove(dragged, from < to ? ids[to + 1] : target);
  };

  return (
    <ul className={className}>
      {items.map((item) => {
        const id = idOf(item);
        const grip = movable && (
          <button
            type="button"
            className="sb-grip"
            draggable
            aria-label={gripLabel(item)}
            title={gripLabel(item)}
            onKeyDown={guard((event: KeyboardEvent) => onKeyDown(event, id))}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', '');
              setDragged(id);
            }}
            onDragEnd={() => {
              setDragged(undefined);
              setOver(undefined);
            }}
          >
            <Icon name="grip" size={14} />
          </button>
        );
        return (
          <li
            key={id}
            data-id={id}
            data-over={(over === id && dragged !== id) || undefined}
            data-dragged={dragged === id || undefined}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              setOver(id);
            }}
            onDrop={guard((event: DragEvent) => onDrop(event, id))}
          >
            {children(item, grip)}
          </li>
        );
      })}
    </ul>
  );
}
