import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Rows drawn above and below what is seen, so that a wheel's notch never shows a gap. */
const spare = 6;
/** Until the browser has measured the list. */
const heightAtFirst = 480;

/**
 * A list of any length of which only the rows in sight are drawn: a library of 20,000 phrases scrolls like one of
 * 20. Every row is `rowHeight` px high. The active row is always drawn, because the box that owns the list names it.
 */
export function WindowedList({
  id,
  label,
  count,
  rowHeight,
  active,
  kind = 'listbox',
  children,
}: {
  id: string;
  label: string;
  count: number;
  rowHeight: number;
  /** The row kept in sight; -1 for none. */
  active: number;
  /** `list`: rows hold controls of their own and take the focus themselves. */
  kind?: 'listbox' | 'list';
  /** Draws a row; it fills its place and, in a listbox, carries its own `role="option"`. */
  children: (index: number) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(heightAtFirst);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => setHeight(element.clientHeight || heightAtFirst);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!element || active < 0) return;
    const start = active * rowHeight;
    const seen = element.clientHeight || heightAtFirst;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (start + rowHeight > element.scrollTop + seen) element.scrollTop = start + rowHeight - seen;
    setTop(element.scrollTop);
  }, [active, rowHeight]);

  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + spare);
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (active >= 0 && active < count && !shown.includes(active)) shown.push(active);
  return (
    <div
      ref={box}
      className="sb-windowed sb-scroll"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name */}
      <div role={kind} id={id} aria-label={label} style={{ height: count * rowHeight }}>
        {shown.map((index) => (
          <div
            key={index}
            role={kind === 'list' ? 'listitem' : 'presentation'}
            {...(kind === 'list' && { 'aria-posinset': index + 1, 'aria-setsize': count })}
            className="sb-windowed-row"
            style={{ top: index * rowHeight, height: rowHeight }}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
