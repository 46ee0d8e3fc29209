import type { Language } from '../../rules/language/local-text.ts';
import type { CardView } from '../../storage/contracts/cards.ts';
import { cardTexts } from '../i18n/card-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Chip } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { DockActions } from './model.ts';

/** What every part of the section gets. */
export interface CardProps {
  language: Language;
  /** Without an editor facts are copied. */
  hasEditor: boolean;
  actions: Pick<DockActions, 'insertText' | 'searchCards' | 'newCard' | 'copy'>;
}

/** Which of several cards is meant. */
export function Choice({
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

/** One card: every fact a click from the editor, and what is for the agent's eyes alone marked so. */
export function Facts({
  card,
  found,
  unsure: isUnsure = false,
  isNamed = false,
  language,
  hasEditor,
  actions,
}: CardProps & { card: CardView; found?: string; unsure?: boolean; isNamed?: boolean }) {
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
              <Button icon="fill" keepFocus onPress={() => actions.insertText(whole)}>
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
                onPress={() => (hasEditor ? actions.insertText(insert) : actions.copy(insert))}
              />
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}
