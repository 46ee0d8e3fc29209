import { optionsWordingTexts } from '../../i18n/options-wording-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { SectionProps } from '../model.ts';
import { LevelTable } from './LevelTable.tsx';
import { ReleasedWords } from './ReleasedWords.tsx';
import { ShopWords } from './ShopWords.tsx';
import { Trial } from './Trial.tsx';

/** The wording check as this shop wants it: its words, what it has released, how grave each category is, and a trial. */
export function WordingSection(props: SectionProps) {
  const t = useTexts(optionsWordingTexts, props.model.language);
  return (
    <>
      <p className="sb-hint">{t.intro}</p>
      <h2>{t.words}</h2>
      <p className="sb-hint">{t.wordsHint}</p>
      <ShopWords {...props} />
      <h2>{t.released}</h2>
      <ReleasedWords {...props} />
      <h2>{t.trial}</h2>
      <Trial {...props} />
      <h2>{t.levels}</h2>
      <LevelTable {...props} />
    </>
  );
}
