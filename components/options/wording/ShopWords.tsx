import { useState } from 'react';
import { optionsWordingTexts } from '../../i18n/options-wording-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { wordingTexts } from '../../i18n/wording-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip, EmptyLine } from '../../ui/Marks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import type { SectionProps } from '../model.ts';
import { scopeWords } from './ScopeFields.tsx';
import { WordEditor } from './WordEditor.tsx';

/** Rows drawn at once; a shop may have thousands. */
const shownAtMost = 100;

/** The shop's own words with what to say instead (mission.md A14). */
export function ShopWords({ model, actions }: SectionProps) {
  const t = useTexts(optionsWordingTexts, model.language);
  const levels = useTexts(wordingTexts, model.language).levels;
  const { words } = model.shop.wording;
  const [query, setQuery] = useState('');
  /** Id of the word being edited; `null` is a new one. */
  const [editing, setEditing] = useState<string | null>();
  const asked = query.trim().toLowerCase();
  const found =
    asked === ''
      ? words
      : words.filter(({ word, suggestion }) => `${word} ${suggestion ?? ''}`.toLowerCase().includes(asked));
  const editor = (word: (typeof words)[number] | undefined) => (
    <WordEditor
      key={word?.id ?? 'new'}
      language={model.language}
      word={word}
      onSave={(draft) => {
        actions.wording.saveWord(draft);
        setEditing(undefined);
      }}
      onCancel={() => setEditing(undefined)}
    />
  );
  return (
    <div className="sb-card sb-shop-words" data-shop-words="">
      <div className="sb-toolbar">
        <SearchBox label={t.search} query={query} onQuery={setQuery} />
        <Button kind="primary" icon="plus" onPress={() => setEditing(null)}>
          {t.addWord}
        </Button>
      </div>
      {editing === null && editor(undefined)}
      {found.length === 0 && <EmptyLine>{t.noWords}</EmptyLine>}
      <ul>
        {found.slice(0, shownAtMost).map((word) => (
          <li key={word.id} data-word={word.word}>
            {editing === word.id ? (
              editor(word)
            ) : (
              <div className="sb-word-row">
                <strong>{word.word}</strong>
                {word.suggestion !== undefined && <span>→ {word.suggestion}</span>}
                <span className="sb-spring" />
                <span className="sb-hint">{scopeWords(word, model.language)}</span>
                <Chip tone={word.level ?? 'warn'}>{levels[word.level ?? 'warn']}</Chip>
                <IconButton icon="edit" label={t.edit(word.word)} onPress={() => setEditing(word.id)} />
                <IconButton
                  icon="trash"
                  label={t.remove(word.word)}
                  onPress={() => actions.wording.removeWord(word.id)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {found.length > shownAtMost && (
        <p className="sb-hint sb-word-row">{t.more(found.length - shownAtMost)}</p>
      )}
    </div>
  );
}
