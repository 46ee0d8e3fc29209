import { useEffect, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import type { CardView } from '../../storage/contracts/cards.ts';
import { cardTexts } from '../i18n/card-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { Chip } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { CardsView, DockActions, ItemCards } from './model.ts';

type CardActions = Pick<DockActions, 'insertCard' | 'searchCards' | 'newCard' | 'copy'>;

interface Props {
  cards: CardsView | undefined;
  language: Language;
  /** Without an editor facts are copied. */
  hasEditor: boolean;
  actions: CardActions;
}

/** Found by signs that need a look before the buyer is told. */
const unsure = new Set(['code-stem', 'words']);

/** The cards of the items on the page, or of one searched for: facts, one click each into the editor. */
export function CardsSection({ cards, language, hasEditor, actions }: Props) {
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
}: Omit<Props, 'cards'> & {
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

function Choice({
  cards,
  head,
  onPick,
}: {
  cards: readonly CardView[];
  head?: string;
  onPick: (id: string) => void;
}) {
  const guard = useGuard();
  return (
    <>
      {head !== undefined && <p className="sb-cards-line">{head}</p>}
      <ul className="sb-cards-list">
        {cards.map((card) => (
          <li key={card.id}>
            <button type="button" onClick={guard(() => onPick(card.id))}>
              <span className="sb-clip">{card.name}</span>
              {card.codes[0] !== undefined && card.codes[0] !== card.name && (
                <kbd className="sb-code">{card.codes[0]}</kbd>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({
  card,
  found,
  unsure: isUnsure = false,
  isNamed = false,
  language,
  hasEditor,
  actions,
}: Omit<Props, 'cards'> & { card: CardView; found?: string; unsure?: boolean; isNamed?: boolean }) {
  const t = useTexts(cardTexts, language);
  const { whole } = card;
  return (
    <div className="sb-product" data-card={card.id}>
      <p className="sb-cards-line sb-product-head">
        <span className="sb-product-name" title={found}>
          {!isNamed && `${card.name} `}
          {card.codes.map((code) =>
            code === card.name ? null : (
              <kbd key={code} className="sb-code">
                {code}
              </kbd>
            ),
          )}
        </span>
        {whole !== undefined && (
          <span className="sb-product-whole">
            {hasEditor && (
              <Button icon="fill" keepFocus onPress={() => actions.insertCard(whole)}>
                {t.whole}
              </Button>
            )}
            <IconButton icon="copy" label={t.copy} keepFocus onPress={() => actions.copy(whole)} />
          </span>
        )}
      </p>
      {isUnsure && found !== undefined && <p className="sb-cards-line sb-product-unsure">{found}</p>}
      {card.facts.length === 0 && (
        <p className="sb-cards-line sb-muted">
          {t.empty}{' '}
          <Button
            kind="quiet"
            keepFocus
            onPress={() => actions.newCard({ code: card.codes[0] ?? card.name })}
          >
            {t.edit}
          </Button>
        </p>
      )}
      <dl className="sb-product-facts">
        {card.facts.map(({ label, text, insert }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two selling points may read the same
          <div key={at} className="sb-product-fact" data-private={insert === undefined || undefined}>
            <dt>{label}</dt>
            <dd>
              {text}
              {insert === undefined && (
                <>
                  {' '}
                  <Chip tone="warn" title={t.onlyMeHint}>
                    {t.onlyMe}
                  </Chip>
                </>
              )}
            </dd>
            {insert !== undefined && (
              <IconButton
                icon={hasEditor ? 'fill' : 'copy'}
                label={hasEditor ? t.insertLine(label) : t.copyLine(label)}
                title={insert}
                keepFocus
                onPress={() => (hasEditor ? actions.insertCard(insert) : actions.copy(insert))}
              />
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}

function CardSearch({ language, hasEditor, actions }: Omit<Props, 'cards'>) {
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
