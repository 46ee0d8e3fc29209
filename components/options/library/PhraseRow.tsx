import type { ReactNode } from 'react';
import { textsOf } from '../../../rules/phrases/next-text.ts';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { platformName } from '../../i18n/platform-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Chip } from '../../ui/Marks.tsx';
import type { EditablePhrase, SectionProps } from '../model.ts';

/** CSS px; the style sheet draws the row in it (library.css). */
export const phraseRowHeight = 62;

/** Tags named in a row; the rest is counted. */
const mostTags = 3;

/** One phrase of the list, in a height that is always the same. */
export function PhraseRow({
  model,
  phrase,
  twins,
  withPlace,
  lead,
  children,
}: Pick<SectionProps, 'model'> & {
  phrase: EditablePhrase;
  /** Titles of other phrases with its code. */
  twins?: string[] | undefined;
  /** Whether category and group are named: not where the list is of one of them. */
  withPlace: boolean;
  lead?: ReactNode;
  /** What can be done with it. */
  children: ReactNode;
}) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(libraryTexts, model.language);
  const { title, text, code, category, group, tags = [], colour, kind, images, platforms } = phrase;
  const texts = textsOf(phrase);
  return (
    <div className="sb-library-row">
      {lead}
      {colour && (
        <i className="sb-colour" data-colour={colour} title={words.colourOf(words.colours[colour])} />
      )}
      <div className="sb-library-text">
        <p>
          <strong className="sb-clip" title={title}>
            {title}
          </strong>
          {phrase.pinned && (
            <span className="sb-pin" title={words.pinned}>
              <Icon name="pin" size={13} />
            </span>
          )}
          {code && <kbd className="sb-code">{code}</kbd>}
          {code && twins && <Chip tone="stop">{t.codeConflict(code, twins.join('、'))}</Chip>}
          {kind && texts.length > 1 && <Chip tone="accent">{words.kindMarks[kind](texts.length)}</Chip>}
          {images && images.length > 0 && <Chip tone="info">{words.images(images.length)}</Chip>}
          {phrase.personal && <Chip>{words.scopes.personal}</Chip>}
          {platforms && (
            <Chip title={platforms.map((one) => platformName(one, model.language)).join('、')}>
              {platforms
                .slice(0, 2)
                .map((one) => platformName(one, model.language))
                .join('、')}
              {platforms.length > 2 && ` +${platforms.length - 2}`}
            </Chip>
          )}
          {withPlace && <Chip>{group === undefined ? category : `${category} / ${group}`}</Chip>}
          {tags.slice(0, mostTags).map((tag) => (
            <span key={tag} className="sb-hint">
              #{tag}
            </span>
          ))}
          {tags.length > mostTags && <span className="sb-hint">+{tags.length - mostTags}</span>}
          {phrase.uses > 0 && <span className="sb-hint">{t.uses(phrase.uses)}</span>}
        </p>
        <p className="sb-library-preview">{text}</p>
      </div>
      {children}
    </div>
  );
}

/** What can be done with a phrase of the library. */
export function PhraseRowActions({
  model,
  phrase,
  onEdit,
  onDuplicate,
  onDelete,
}: Pick<SectionProps, 'model'> & {
  phrase: EditablePhrase;
  onEdit: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
}) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(libraryTexts, model.language);
  return (
    <>
      <IconButton icon="edit" label={t.editPhrase(phrase.title)} onPress={onEdit} />
      <IconButton icon="copy" label={words.duplicate(phrase.title)} onPress={onDuplicate} />
      <IconButton icon="trash" label={t.removePhrase(phrase.title)} onPress={onDelete} />
    </>
  );
}
