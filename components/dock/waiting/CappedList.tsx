import { type ReactNode, useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { waitingTexts } from '../../i18n/waiting-texts.ts';
import { Button } from '../../ui/Button.tsx';

/** Rows drawn at once: they are drawn again every second, and nobody answers from the fiftieth on. */
const mostAtOnce = 50;

/** A list that shows its first rows, and the others when asked for. */
export function CappedList<Item extends { key: string }>({
  items,
  language,
  children,
}: {
  items: readonly Item[];
  language: Language;
  children: (item: Item) => ReactNode;
}) {
  const words = useTexts(waitingTexts, language);
  const [shown, setShown] = useState(mostAtOnce);
  const rest = items.length - shown;
  return (
    <ul className="sb-list sb-scroll">
      {items.slice(0, shown).map((item) => (
        <li key={item.key}>{children(item)}</li>
      ))}
      {rest > 0 && (
        <li className="sb-more">
          <Button kind="quiet" keepFocus onPress={() => setShown(shown + mostAtOnce)}>
            {words.showAll(Math.min(rest, mostAtOnce))}
          </Button>
        </li>
      )}
    </ul>
  );
}
