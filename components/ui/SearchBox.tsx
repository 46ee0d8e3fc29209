import { Icon } from './Icon.tsx';

/** One line to search in what stands below it. */
export function SearchBox({
  label,
  query,
  onQuery,
}: {
  label: string;
  query: string;
  onQuery: (query: string) => void;
}) {
  return (
    <div className="sb-search">
      <Icon name="search" size={14} />
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
    </div>
  );
}
