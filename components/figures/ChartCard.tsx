import { type ReactNode, useId, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { figuresTexts } from '../i18n/figures-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Segments } from '../ui/Segments.tsx';
import { DataTable, type TableData } from './DataTable.tsx';

/** A part of the page with its heading. */
export function Card({
  id,
  title,
  hint,
  head,
  children,
}: {
  id: string;
  title: string;
  hint?: string | undefined;
  /** Controls at the end of the heading's line. */
  head?: ReactNode;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className="sb-figures-card" data-part={id} aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>{title}</h2>
        {hint && <span className="sb-hint">{hint}</span>}
        <span className="sb-spring" />
        {head}
      </header>
      {children}
    </section>
  );
}

/** A chart and, for whoever does not see it or wants the numbers, the same as a table. */
export function ChartCard({
  id,
  title,
  hint,
  head,
  table,
  language,
  children,
}: {
  id: string;
  title: string;
  hint?: string | undefined;
  head?: ReactNode;
  table: TableData;
  language: Language;
  children: ReactNode;
}) {
  const t = useTexts(figuresTexts, language);
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  return (
    <Card
      id={id}
      title={title}
      hint={hint}
      head={
        <>
          {head}
          <Segments
            label={`${title} ${t.shownAs}`}
            options={[
              { id: 'chart', label: t.chart },
              { id: 'table', label: t.table },
            ]}
            chosen={shown}
            onChoose={setShown}
          />
        </>
      }
    >
      {shown === 'chart' ? children : <DataTable caption={title} data={table} />}
    </Card>
  );
}
