import { useState } from 'react';
import { orderStatuses } from '../../../rules/orders/order.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { faultsAt, withoutPlace } from './check-draft.ts';
import type { Editing } from './editing.ts';
import type { TableKind } from './entry-shape.ts';
import { isObject, type Json, type JsonPath, placeText, valueAt } from './json-value.ts';

/** Words of the page and what they mean: the status of an order, or the stars of a review. */
export function WordTable({ edit, path, kind }: { edit: Editing; path: JsonPath; kind: TableKind }) {
  const { t } = edit;
  const value = valueAt(edit.doc, path);
  const rows = isObject(value) ? Object.entries(value) : [];
  const words = rows.map(([word]) => word);
  const choices: { value: Json; name: string }[] =
    kind === 'statuses'
      ? orderStatuses.map((status) => ({ value: status, name: t.statuses[status] }))
      : [5, 4, 3, 2, 1].map((stars) => ({ value: stars, name: t.stars(stars) }));
  const add = (): void => {
    let word = '';
    // A word not there yet; two rows of one word would be one.
    while (words.includes(word)) word += ' ';
    edit.set([...path, word], choices[0]?.value ?? '');
  };
  const faults = faultsAt(edit.faults, path);
  return (
    <div className="sb-words" data-place={placeText(path)}>
      {rows.length > 0 && (
        <ul>
          {rows.map(([word, meaning], i) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the word is being typed and would lose the caret
              key={i}
            >
              <WordBox
                label={`${t.statusWord} ${i + 1}`}
                word={word}
                taken={(next) => next !== word && words.includes(next)}
                wordTaken={t.wordTaken}
                onChange={(next) => edit.rename(path, word, next)}
              />
              <span className="sb-hint sb-word-gives">{t.statusMeans}</span>
              <select
                className="sb-word-means"
                aria-label={`${word} ${t.statusMeans}`}
                value={String(meaning)}
                onChange={(event) => {
                  const choice = choices.find((one) => String(one.value) === event.target.value);
                  if (choice) edit.set([...path, word], choice.value);
                }}
              >
                {!choices.some((one) => one.value === meaning) && (
                  <option value={String(meaning)}>{String(meaning)}</option>
                )}
                {choices.map((one) => (
                  <option key={String(one.value)} value={String(one.value)}>
                    {one.name}
                  </option>
                ))}
              </select>
              <IconButton
                icon="trash"
                label={t.removeWord(word)}
                onPress={() => edit.remove([...path, word])}
              />
            </li>
          ))}
        </ul>
      )}
      <Button icon="plus" kind="quiet" onPress={add}>
        {t.addWord}
      </Button>
      {faults.length > 0 && (
        <div className="sb-error" role="alert">
          {faults.map((fault) => (
            <p key={fault.text.en}>{withoutPlace(fault, edit.language)}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** A word being typed: one that another row has is shown as typed and said, but not kept. */
function WordBox({
  label,
  word,
  taken,
  wordTaken,
  onChange,
}: {
  label: string;
  word: string;
  taken: (word: string) => boolean;
  wordTaken: string;
  onChange: (word: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? word;
  const isTaken = taken(shown);
  return (
    <span className="sb-word">
      <input
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isTaken || undefined}
        value={shown}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          if (!taken(next)) onChange(next);
        }}
        onBlur={() => setTyped(undefined)}
      />
      {isTaken && (
        <p className="sb-error" role="alert">
          {wordTaken}
        </p>
      )}
    </span>
  );
}
