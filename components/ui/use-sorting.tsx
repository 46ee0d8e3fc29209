import {
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Icon } from './Icon.tsx';
import { useGuard } from './trust.tsx';

export interface Sorting {
  dragged: string | undefined;
  grip(id: string, label: string): ReactNode;
  /** What the row of an item carries so that it takes drops and shows them. */
  row(id: string): {
    'data-id': string;
    'data-over': true | undefined;
    'data-dragged': true | undefined;
    onDragOver(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

/**
 * An order that is the agent's: an item is dragged by its grip, or moved with the arrow keys while the grip has the
 * focus. `onMove(id, before)` puts one item before another, at the end without `before`.
 */
export function useSorting(
  ids: readonly string[],
  onMove: (id: string, before: string | undefined) => void,
  list: RefObject<HTMLElement | null>,
): Sorting {
  const guard = useGuard();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  /** The item the keys just moved: putting it elsewhere in the document takes the focus from its grip. */
  const moved = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (moved.current === undefined) return;
    const row = list.current?.querySelector(`:scope > [data-id="${CSS.escape(moved.current)}"]`);
    const grip = row?.querySelector<HTMLElement>('.sb-grip');
    if (!grip || grip === document.activeElement) return;
    grip.focus();
    moved.current = undefined;
  });

  const onKeyDown = (event: KeyboardEvent, id: string): void => {
    const at = ids.indexOf(id);
    if (event.key === 'ArrowUp' && at > 0) onMove(id, ids[at - 1]);
    else if (event.key === 'ArrowDown' && at < ids.length - 1) onMove(id, ids[at + 2]);
    else if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    moved.current = id;
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

  return {
    dragged,
    grip: (id, label) => (
      <button
        type="button"
        className="sb-grip"
        draggable
        aria-label={label}
        title={label}
        onKeyDown={guard((event: KeyboardEvent) => onKeyDown(event, id))}
        onBlur={(event) => {
          // Taken by the agent, not lost because the row was put elsewhere.
          if (event.relatedTarget) moved.current = undefined;
        }}
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
    ),
    row: (id) => ({
      'data-id': id,
      'data-over': (over === id && dragged !== id) || undefined,
      'data-dragged': dragged === id || undefined,
      onDragOver(event) {
        if (dragged === undefined) return;
        event.preventDefault();
        setOver(id);
      },
      onDrop: guard((event: DragEvent) => onDrop(event, id)),
    }),
  };
}
