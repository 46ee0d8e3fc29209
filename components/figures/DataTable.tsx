/** Rows of texts; the first cell of a row names it. */
export interface TableData {
  head: string[];
  rows: string[][];
}

/** What a chart shows, as a table. */
export function DataTable({ caption, data }: { caption: string; data: TableData }) {
  return (
    // A wide table is scrolled sideways; without the focus no key could.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys
    <section className="sb-figures-scroll" tabIndex={0} aria-label={caption}>
      <table className="sb-figures-table">
        <caption className="sb-unseen">{caption}</caption>
        <thead>
          <tr>
            {data.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={data.head[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
