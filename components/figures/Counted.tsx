import { useContext, useState } from 'react';
import type { Language, LocalText } from '../../rules/language/local-text.ts';
import { figuresTexts } from '../i18n/figures-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { LookContext } from './chart/look-context.ts';

/** How it was counted; folded on screen, always there on paper. */
export function Counted({ lines, language }: { lines: readonly LocalText[]; language: Language }) {
  const t = useTexts(figuresTexts, language);
  const { isPrinting } = useContext(LookContext);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="sb-figures-card"
      data-part="counted"
      open={isOpen || isPrinting}
      onToggle={(event) => {
        if (!isPrinting) setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t.counted}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line['zh-CN']}>{inLanguage(line, language)}</li>
        ))}
        <li>{t.countedHint}</li>
      </ul>
    </details>
  );
}
