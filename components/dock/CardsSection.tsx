import { useState } from 'react';
import { cardTexts } from '../i18n/card-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useGuard } from '../ui/trust.tsx';
import { type CardProps, Choice, Facts } from './CardFacts.tsx';
import { CardSearch } from './CardSearch.tsx';
import type { CardsView, ItemCards } from './model.ts';

/** Found by signs that need a look before the buyer is told. */
const unsure = new Set(['code-stem', 'words']);

/** The cards of the items on the page, or of one searched for: facts, one click each into the editor. */
export function CardsSection({
  cards,
  language,
  hasEditor,
  actions,
}: CardProps & { cards: CardsView | undefined }) {
  const t = useTexts(cardTexts, language);
  const [folded, setFolded] = useState(false);
  const [searching, setSearching] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const items = cards?.items ?? [];
  const item = items.find(({ key }) => key === chosen) ?? items[0];

  return (
    <section className="sb-cards" aria-label={t.title} data-folded={folded || undefined}>
      <header className="sb-cards-head">
        <Icon name="bag" size={14} />
        {searching || items.length < 2 ? (
          <strong className="sb-clip" title={searching ? undefined : item?.label}>
            {(!searching && item?.label) || t.title}
          </strong>
        ) : (
          <ItemTabs items={items} chosen={item?.key} label={t.items} onChoose={setChosen} />
        )}
        <IconButton
          icon={searching ? 'undo' : 'search'}
          label={searching ? t.stopSearch : t.find}
          expanded={searching}
          onPress={() => {
            setSearching(!searching);
            setFolded(false);
          }}
        />
        <IconButton
          icon={folded ? 'up' : 'down'}
          label={folded ? t.open : t.fold}
          expanded={!folded}
          keepFocus
          onPress={() => setFolded(!folded)}
        />
      </header>
      {!folded && (searching || item) && (
        <div className="sb-cards-body sb-scroll">
          {searching ? (
            <CardSearch language={language} hasEditor={hasEditor} actions={actions} />
          ) : (
            item && (
              <ItemFacts
                key={item.key}
                item={item}
                isNamed={items.length === 1}
                language={language}
                hasEditor={hasEditor}
                actions={actions}
              />
            )
          )}
        </div>
      )}
    </section>
  );
}

function ItemTabs({
  items,
  chosen,
  label,
  onChoose,
}: {
  items: readonly ItemCards[];
  chosen: string | undefined;
  label: string;
  onChoose: (key: string) => void;
}) {
  const guard = useGuard();
  return (
    <nav className="sb-cards-tabs" aria-label={label}>
      {items.map((one) => (
        <button
          key={one.key}
          type="button"
          className="sb-cards-tab sb-clip"
          aria-pressed={one.key === chosen}
          data-none={one.cards.length === 0 || undefined}
          title={one.label}
          onMouseDown={(event) => event.preventDefault()}
          onClick={guard(() => onChoose(one.key))}
        >
          {one.label}
        </button>
      ))}
    </nav>
  );
}

function ItemFacts({
  item,
  isNamed,
  language,
  hasEditor,
  actions,
}: CardProps & {
  item: ItemCards;
  /** The name stands in the head already. */
  isNamed: boolean;
}) {
  const t = useTexts(cardTexts, language);
  const [picked, setPicked] = useState<string>();
  const { cards, by, sign } = item;
  if (cards.length === 0) {
    return (
      <p className="sb-cards-line">
        <span className="sb-cards-none">{t.none(item.label)}</span>
        <Button icon="plus" keepFocus onPress={() => actions.newCard(item.draft)}>
          {t.create}
        </Button>
      </p>
    );
  }
  const card = cards.length === 1 ? cards[0] : cards.find(({ id }) => id === picked);
  if (!card)
    return <Choice cards={cards} head={t.several(sign ?? item.label, cards.length)} onPick={setPicked} />;
  return (
    <Facts
      card={card}
      language={language}
      hasEditor={hasEditor}
      actions={actions}
      isNamed={isNamed}
      {...(by !== undefined && { found: t.foundBy[by], unsure: unsure.has(by) })}
    />
  );
}
