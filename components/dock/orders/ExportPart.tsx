import { useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Line } from '../../ui/Marks.tsx';
import type { OrdersFile } from '../model.ts';

/**
 * Writes what the list shows into a file. Whether persons stand in it in the clear is asked for anew each time
 * (issue "Orders", 8: masked data only unless asked).
 */
export function ExportPart({
  count,
  language,
  onExport,
  onClose,
}: {
  count: number;
  language: Language;
  onExport: (file: OrdersFile) => void;
  onClose: () => void;
}) {
  const t = useTexts(orderTexts, language);
  const [clear, setClear] = useState(false);
  const write = (format: OrdersFile['format']): void => {
    onExport({ format, clear });
    onClose();
  };
  return (
    <section className="sb-export" aria-label={t.exporting}>
      <p>{t.exportOf(count)}</p>
      <label className="sb-check">
        <input type="checkbox" checked={clear} onChange={(event) => setClear(event.target.checked)} />
        <span>{t.clear}</span>
      </label>
      {clear && (
        <Line tone="warn" icon="alert">
          {t.clearWarning}
        </Line>
      )}
      <div className="sb-buttons">
        <Button icon="fill" kind="primary" keepFocus onPress={() => write('xlsx')}>
          {t.xlsx}
        </Button>
        <Button icon="fill" keepFocus onPress={() => write('csv')}>
          {t.csv}
        </Button>
        <Button kind="quiet" keepFocus onPress={onClose}>
          {t.cancel}
        </Button>
      </div>
    </section>
  );
}
