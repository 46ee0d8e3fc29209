import type { Language } from '../../../rules/language/local-text.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { type RowSort, rowSorts } from './arrange-rows.ts';

/** What can be done with all orders the list shows. */
export function ListTools({
  sort,
  shown,
  withNumber,
  open,
  language,
  onSort,
  onCopy,
  onHandle,
  onExport,
}: {
  sort: RowSort;
  shown: number;
  withNumber: number;
  /** Not handled yet. */
  open: number;
  language: Language;
  onSort: (sort: RowSort) => void;
  onCopy: () => void;
  onHandle: () => void;
  onExport: () => void;
}) {
  const t = useTexts(orderTexts, language);
  return (
    <div className="sb-list-tools">
      <select
        aria-label={t.sort}
        value={sort}
        onChange={(event) => {
          const chosen = rowSorts.find((one) => one === event.target.value);
          if (chosen) onSort(chosen);
        }}
      >
        {rowSorts.map((one) => (
          <option key={one} value={one}>
            {t.sorts[one]}
          </option>
        ))}
      </select>
      <span className="sb-spring" />
      <span className="sb-muted">{t.shown(shown)}</span>
      <IconButton
        icon="copy"
        keepFocus
        label={t.copyShown(withNumber)}
        disabled={withNumber === 0}
        onPress={onCopy}
      />
      <IconButton
        icon="check"
        keepFocus
        label={t.handleShown(open)}
        disabled={open === 0}
        onPress={onHandle}
      />
      <IconButton
        icon="fill"
        keepFocus
        label={t.exportShown(shown)}
        disabled={shown === 0}
        onPress={onExport}
      />
    </div>
  );
}
