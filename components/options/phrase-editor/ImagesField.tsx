import { type ChangeEvent, useEffect, useId, useState } from 'react';
import type { Language, LocalText } from '../../../rules/language/local-text.ts';
import { imageTypes } from '../../../rules/phrases/image-file.ts';
import type { PhraseImage } from '../../../storage/schemas/phrase.ts';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Line } from '../../ui/Marks.tsx';
import type { LibraryActions } from '../library/model.ts';

const mostImages = 9;

/** Images that go in with a phrase: chosen, seen, taken out again. */
export function ImagesField({
  language,
  images,
  actions,
  onChange,
}: {
  language: Language;
  images: readonly PhraseImage[];
  actions: LibraryActions;
  onChange: (change: (images: PhraseImage[]) => PhraseImage[]) => void;
}) {
  const words = useTexts(libraryTexts, language);
  const id = useId();
  const [problems, setProblems] = useState<LocalText[]>([]);

  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    setProblems([]);
    for (const file of files) {
      const kept = await actions.keepImage(file);
      if ('problem' in kept) setProblems((before) => [...before, kept.problem]);
      else
        onChange((before) =>
          before.length >= mostImages || before.some(({ hash }) => hash === kept.image.hash)
            ? before
            : [...before, kept.image],
        );
    }
  };
  return (
    <div className="sb-field sb-field-wide">
      <label htmlFor={id}>{words.image}</label>
      {images.length > 0 && (
        <ul className="sb-images">
          {images.map((image) => (
            <li key={image.hash}>
              <Preview image={image} actions={actions} gone={words.imageGone} />
              <IconButton
                icon="close"
                label={words.removeImage(image.name)}
                onPress={() => onChange((before) => before.filter(({ hash }) => hash !== image.hash))}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        type="file"
        multiple
        accept={imageTypes.join(',')}
        disabled={images.length >= mostImages}
        data-phrase-images=""
        onChange={(event) => void choose(event)}
      />
      <p className="sb-hint">{words.imageHint}</p>
      {problems.map((problem) => (
        <Line key={problem.en} tone="warn" icon="alert">
          {inLanguage(problem, language)}
        </Line>
      ))}
    </div>
  );
}

function Preview({ image, actions, gone }: { image: PhraseImage; actions: LibraryActions; gone: string }) {
  /** Undefined while it is looked up, null when it is gone. */
  const [url, setUrl] = useState<string | null>();
  const { imageUrl } = actions;
  // biome-ignore lint/correctness/useExhaustiveDependencies: actions are made anew at each render, the image is meant
  useEffect(() => {
    let left = false;
    void imageUrl(image.hash).then((found) => {
      if (!left) setUrl(found ?? null);
    });
    return () => {
      left = true;
    };
  }, [image.hash]);
  if (url) return <img src={url} alt={image.name} title={image.name} />;
  return <span className="sb-image-gone">{url === null ? gone : ''}</span>;
}
