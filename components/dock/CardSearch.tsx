import { useEffect, useState } from 'react';
import type { CardView } from '../../storage/contracts/cards.ts';
import { cardTexts } from '../i18n/card-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { useGuard } from '../ui/trust.tsx';
import { type CardProps, Choice, Facts } from './CardFacts.tsx';

/** A card the page does not show, found by hand; the background searches. */
export function CardSearch({ language, hasEditor, actions }: CardProps) {
  const t = useTexts(cardTexts, language);
  const guard = useGuard();
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly CardView[]>([]);
  const [picked, setPicked] = useState<string>();
  useEffect(() => {
    let isLate = false;
    if (query.trim() === '') setHits([]);
    else
      void actions.searchCards(query.trim()).then((cards) => {
        if (!isLate) setHits(cards);
      });
    return () => {
      isLate = true;
    };
  }, [query, actions]);
  const card = hits.find(({ id }) => id === picked) ?? (hits.length === 1 ? hits[0] : undefined);
  return (
    <>
      <div className="sb-search sb-cards-search">
        <Icon name="search" size={14} />
        <input
          type="text"
          aria-label={t.search}
          placeholder={t.search}
          autoComplete="off"
          spellCheck={false}
          // The agent opened the search to type into it.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setPicked(undefined);
          }}
          onKeyDown={guard((event) => {
            if (!imeOwns(event) && event.key === 'Enter' && hits[0]) setPicked(hits[0].id);
          })}
        />
      </div>
      {card ? (
        <Facts card={card} language={language} hasEditor={hasEditor} actions={actions} />
      ) : hits.length > 0 ? (
        <Choice cards={hits} onPick={setPicked} />
      ) : (
        query.trim() !== '' && (
          <p className="sb-cards-line">
            <span className="sb-cards-none">{t.noHit(query.trim())}</span>
            <Button icon="plus" keepFocus onPress={() => actions.newCard({ code: query.trim() })}>
              {t.create}
            </Button>
          </p>
        )
      )}
    </>
  );
}
