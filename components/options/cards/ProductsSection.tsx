import { useMemo, useState } from 'react';
import { formatFen } from '../../../rules/money/money.ts';
import { cardSizeClass } from '../../../rules/products/card-text.ts';
import { optionsCardTexts } from '../../i18n/options-card-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip, EmptyLine } from '../../ui/Marks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { SortableWindow } from '../../ui/SortableWindow.tsx';
import type { SectionProps } from '../model.ts';
import { CardEditor } from './CardEditor.tsx';
import type { EditableCard } from './model.ts';
import { SizeClasses } from './SizeClasses.tsx';

/** CSS px; the style sheet draws the row in it (cards.css). */
const rowHeight = 54;
const idOf = ({ id }: EditableCard): string => id;

/** The shop's product cards: search, write, delete, files, and the size classes of bags. */
export function ProductsSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsCardTexts, model.language);
  const { cards, sizeSteps, start } = model.cards;
  const [query, setQuery] = useState('');
  /** Id of the card being edited; `null` is a new one. */
  const [editing, setEditing] = useState<string | null>();
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const searching = query.trim() !== '';
  const shown = useMemo(
    () => (searching ? actions.cards.search(query).flatMap((id) => byId.get(id) ?? []) : cards),
    [searching, query, cards, byId, actions],
  );
  // The dock's wish goes before what was open.
  const open = start ? null : editing;
  const close = (): void => {
    setEditing(undefined);
    if (start) actions.cards.started();
  };
  const editor = (card: EditableCard | undefined) => (
    <CardEditor
      key={card?.id ?? `new ${JSON.stringify(start ?? {})}`}
      language={model.language}
      card={card}
      start={start}
      others={card ? cards.filter(({ id }) => id !== card.id) : cards}
      sizeSteps={sizeSteps}
      onSave={(draft) => {
        actions.cards.save(draft);
        close();
      }}
      onCancel={close}
    />
  );

  return (
    <>
      <p className="sb-hint">{t.intro}</p>
      <div className="sb-cards-tools">
        <SearchBox label={t.search} query={query} onQuery={setQuery} />
        <span className="sb-muted sb-figures">
          {searching ? t.found(shown.length, cards.length) : t.count(cards.length)}
        </span>
        <span className="sb-spring" />
        <Button icon="plus" kind="primary" data={{ 'data-card-new': '' }} onPress={() => setEditing(null)}>
          {t.add}
        </Button>
        <Button onPress={() => actions.showSection('data')}>{t.importTable}</Button>
        <Button disabled={cards.length === 0} onPress={() => actions.exportFile('product-cards-table')}>
          {t.exportTable}
        </Button>
        <Button disabled={cards.length === 0} onPress={() => actions.exportFile('product-cards')}>
          {t.exportJson}
        </Button>
      </div>
      {open === null && <div className="sb-card">{editor(undefined)}</div>}
      {cards.length === 0 && open !== null && <EmptyLine>{t.none}</EmptyLine>}
      {searching && shown.length === 0 && <EmptyLine>{t.noHit(query.trim())}</EmptyLine>}
      {shown.length > 0 && (
        <div className="sb-cards-window">
          <SortableWindow
            items={shown}
            idOf={idOf}
            gripLabel={({ name }) => t.grip(name)}
            onMove={() => undefined}
            movable={false}
            rowHeight={rowHeight}
            open={open ?? undefined}
          >
            {(card) =>
              card.id === open ? (
                editor(card)
              ) : (
                <CardRow
                  card={card}
                  model={model}
                  onEdit={() => setEditing(card.id)}
                  onRemove={() => actions.cards.remove([card.id])}
                />
              )
            }
          </SortableWindow>
        </div>
      )}
      <h2>{t.calculator}</h2>
      <SizeClasses model={model} actions={actions} />
    </>
  );
}

function CardRow({
  card,
  model,
  onEdit,
  onRemove,
}: Pick<SectionProps, 'model'> & { card: EditableCard; onEdit: () => void; onRemove: () => void }) {
  const t = useTexts(optionsCardTexts, model.language);
  const { name, codes, material, size, price, floor } = card;
  const sizeClass = cardSizeClass(card, model.cards.sizeSteps);
  const yuan = (fen: number): string => `¥${formatFen(fen).replace(/\.00$/, '')}`;
  const [first, ...rest] = codes.filter((code) => code !== name);
  return (
    <div className="sb-cards-row" data-card={card.id}>
      <div className="sb-cards-text">
        <p>
          <strong className="sb-clip" title={name}>
            {name}
          </strong>
          {first !== undefined && <kbd className="sb-code">{first}</kbd>}
          {rest.length > 0 && <span className="sb-muted">{t.more(rest.length + 1)}</span>}
          {sizeClass !== undefined && !sizeClass.includes('，') && <Chip>{sizeClass}</Chip>}
        </p>
        <p className="sb-muted sb-clip">{[material, size, ...card.points].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="sb-cards-price sb-figures">
        {price !== undefined && <p>{yuan(price)}</p>}
        {floor !== undefined && <p className="sb-muted">{t.floorIs(yuan(floor))}</p>}
      </div>
      <IconButton icon="edit" label={t.edit(name)} onPress={onEdit} />
      <IconButton icon="trash" label={t.remove(name)} onPress={onRemove} />
    </div>
  );
}
