import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface Props<T> {
  rows: readonly T[];
  rowHeight: number;
  className: string;
  innerClassName: string;
  children(row: T): ReactNode;
}

/**
 * A list of which only the rows in view (and two beyond each end) are in the DOM, as JD's contacts and Xianyu's
 * conversations are. Its own height comes from the page's style.
 */
export function VirtualRows<T>({ rows, rowHeight, className, innerClassName, children }: Props<T>) {
  const holder = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const box = holder.current;
    if (!box) return;
    setHeight(box.clientHeight);
    const observer = new ResizeObserver(() => setHeight(box.clientHeight));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(top / rowHeight) - 2);
  const end = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + 2);
  return (
    <div
      ref={holder}
      className={className}
      style={{ height: '100%', overflowY: 'auto', overflowAnchor: 'none' }}
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
