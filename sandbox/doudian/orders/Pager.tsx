import type { Look } from './look.ts';

interface Props {
  page: number;
  pages: number;
  total: number;
  look: Look;
  onPage(page: number): void;
}

/** The library's pager: `li` with buttons in them (markets.md §2: `li[class*='pagination-next']`). */
export function Pager({ page, pages, total, look: { ui }, onPage }: Props) {
  const turn = (name: 'prev' | 'next', to: number, word: string) => {
    const disabled = to < 0 || to >= pages;
    return (
      <li
        className={`${ui(`pagination-${name}`)}${disabled ? ` ${ui('pagination-disabled')}` : ''}`}
        aria-disabled={disabled}
      >
        <button type="button" disabled={disabled} onClick={() => onPage(to)}>
          {word}
        </button>
      </li>
    );
  };
  return (
    <ul className={ui('pagination')}>
      <li className={ui('pagination-total-text')}>共 {total} 条</li>
      {turn('prev', page - 1, '上一页')}
      <li className={ui('pagination-item-active')}>
        {page + 1} / {pages}
      </li>
      {turn('next', page + 1, '下一页')}
    </ul>
  );
}
