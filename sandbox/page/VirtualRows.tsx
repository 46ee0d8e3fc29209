import { type ReactNode, useState } from 'react';

interface Props<T> {
  rows: readonly T[];
  rowHeight: number;
  /** Height of the window on the list; only rows in it (and two beyond each end) are in the page. */
  height: number;
  className: string;
  innerClassName: string;
  children(row: T): ReactNode;
}

/** A list of which only the rows in view are in the DOM, as JD's contacts and Xianyu's conversations are. */
export function VirtualRows<T>({ rows, rowHeight, height, className, innerClassName, children }: Props<T>) {
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / rowHeight) - 2);
  const end = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + 2);
  return (
    <div
      className={className}
      style={{ height, overflowY: 'auto', overflowAnchor: 'none' }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div style={{ height: rows.length * rowHeight, position: 'relative', overflow: 'hidden' }}>
        <div className={innerClassName} style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {rows.slice(first, end).map(children)}
        </div>
      </div>
    </div>
  );
}
