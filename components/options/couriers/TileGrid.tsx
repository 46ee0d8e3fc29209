import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import {
  type Direction,
  type ProvinceTile,
  provinceTiles,
  tileBeside,
  tilesBetween,
} from '../../../rules/zones/province-tiles.ts';
import { imeOwns } from '../../ui/ime.ts';
import { useGuard } from '../../ui/trust.tsx';

const rows = Math.max(...provinceTiles.map(({ row }) => row)) + 1;
const columns = Math.max(...provinceTiles.map(({ column }) => column)) + 1;
const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at);
const tileAt = new Map(provinceTiles.map((tile) => [`${tile.row}/${tile.column}`, tile]));

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'row-start',
  End: 'row-end',
};

/**
 * The 34 tiles as an ARIA grid: one of them is in the tab order, arrow keys walk, Enter and Space press. Pressed with
 * Ctrl (⌘) a tile joins or leaves the chosen ones, with Shift the block from the last one pressed.
 */
export function TileGrid({
  label,
  describedBy,
  chosen,
  several,
  onOpen,
  onChoose,
  nameOf,
  dataOf,
  children,
}: {
  label: string;
  describedBy?: string | undefined;
  /** Names of the tiles shown as chosen. */
  chosen: ReadonlySet<string>;
  /** Every press chooses or leaves; otherwise a plain press opens. */
  several: boolean;
  onOpen?: ((name: string) => void) | undefined;
  onChoose: (names: string[]) => void;
  /** What is heard for a tile. */
  nameOf: (tile: ProvinceTile) => string;
  dataOf?: ((tile: ProvinceTile) => Record<`data-${string}`, string | true | undefined>) | undefined;
  children: (tile: ProvinceTile) => ReactNode;
}) {
  const guard = useGuard();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(provinceTiles[0]?.name ?? '');
  /** Where Shift begins. */
  const anchor = useRef(active);

  const focus = (name: string): void => {
    setActive(name);
    const cell = table.current?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(name)}"]`);
    cell?.focus();
  };
  const toggle = (name: string): void =>
    onChoose(chosen.has(name) ? [...chosen].filter((other) => other !== name) : [...chosen, name]);
  const press = (name: string, event: MouseEvent | KeyboardEvent): void => {
    setActive(name);
    if (event.shiftKey) {
      onChoose([...new Set([...chosen, ...tilesBetween(anchor.current, name)])]);
      return;
    }
    anchor.current = name;
    if (several || event.ctrlKey || event.metaKey) toggle(name);
    else onOpen?.(name);
  };
  const onKeyDown = (event: KeyboardEvent, name: string): void => {
    if (imeOwns(event) || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const direction = directions[event.key];
    if (direction) {
      const far = isCommand && direction === 'row-start' ? 'first' : undefined;
      const next = tileBeside(name, far ?? (isCommand && direction === 'row-end' ? 'last' : direction));
      if (event.shiftKey) onChoose(tilesBetween(anchor.current, next));
      else anchor.current = next;
      focus(next);
    } else if (event.key === 'Enter' || event.key === ' ') press(name, event);
    else if (isCommand && event.key.toLowerCase() === 'a') onChoose(provinceTiles.map((tile) => tile.name));
    else if (event.key === 'Escape' && chosen.size > 0) onChoose([]);
    else return;
    event.preventDefault();
  };

  return (
    <table
      ref={table}
      className="sb-tiles"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern stands on a table
      role="grid"
      aria-label={label}
      aria-describedby={describedBy}
      aria-multiselectable="true"
    >
      <tbody>
        {upTo(rows).map((row) => (
          <tr key={row}>
            {upTo(columns).map((column) => {
              const tile = tileAt.get(`${row}/${column}`);
              if (!tile) return <td key={column} className="sb-tile-gap" />;
              const { name } = tile;
              return (
                <td
                  key={column}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern stands on a table
                  role="gridcell"
                  className="sb-tile"
                  data-tile={name}
                  aria-label={nameOf(tile)}
                  title={nameOf(tile)}
                  aria-selected={chosen.has(name)}
                  tabIndex={name === active ? 0 : -1}
                  onFocus={() => setActive(name)}
                  onMouseDown={(event) => {
                    // Shift would mark text from tile to tile.
                    if (event.shiftKey) event.preventDefault();
                  }}
                  onClick={guard((event: MouseEvent) => press(name, event))}
                  onKeyDown={guard((event: KeyboardEvent) => onKeyDown(event, name))}
                  {...dataOf?.(tile)}
                >
                  {children(tile)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
