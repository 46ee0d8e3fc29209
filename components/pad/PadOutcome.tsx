import type { Language } from '../../rules/language/local-text.ts';
import { padTexts } from '../i18n/pad-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Line } from '../ui/Marks.tsx';
import type { PadOutcome as Outcome, PadActions, PadImage, PadWordingHit } from './model.ts';

type Copied = Extract<Outcome, { kind: 'copied' }>;

/** What the last key or click has led to, in words; announced, and said until the next one. */
export function PadOutcome({
  outcome,
  language,
  actions,
}: {
  outcome: Outcome;
  language: Language;
  actions: PadActions;
}) {
  const t = useTexts(padTexts, language);
  const images = (list: readonly PadImage[]) =>
    list.map((image) => (
      <Button
        key={image.hash}
        icon="copy"
        keepFocus
        onPress={() => actions.copyImage(outcome.id, image)}
        data={{ 'data-image': image.hash }}
      >
        {t.copyImage(image.name)}
      </Button>
    ));
  return (
    <section className="sb-pad-outcome sb-scroll" aria-label={t.outcome} data-outcome={outcome.kind}>
      {outcome.kind === 'copied' && (
        <>
          <Line
            tone="accent"
            icon="check"
            stacked={outcome.images.length > 0}
            actions={outcome.images.length > 0 && images(outcome.images)}
          >
            <CopiedWords outcome={outcome} language={language} />
          </Line>
          <Mind outcome={outcome} language={language} actions={actions} />
        </>
      )}
      {outcome.kind === 'held' && (
        <Line
          tone="stop"
          icon="alert"
          stacked
          actions={<Better hits={outcome.hits} language={language} actions={actions} />}
        >
          <b>{outcome.title}</b> {t.held(wordsOf(outcome.hits, language))}
          <br />
          {t.again}
        </Line>
      )}
      {outcome.kind === 'broken' && (
        <Line
          tone="stop"
          icon="alert"
          actions={<Button onPress={actions.openOptions}>{t.addInOptions}</Button>}
        >
          <b>{outcome.title}</b> {t.broken(outcome.names.join(language === 'en' ? ', ' : '、'))}
        </Line>
      )}
      {outcome.kind === 'refused' && (
        <>
          <Line tone="stop" icon="alert">
            <b>{outcome.title}</b> {t.refused}
          </Line>
          <textarea
            className="sb-pad-by-hand"
            aria-label={t.text}
            readOnly
            rows={4}
            value={outcome.text}
            onFocus={(event) => event.target.select()}
          />
        </>
      )}
      {outcome.kind === 'image' && (
        <Line
          tone={outcome.result === 'copied' ? 'accent' : 'warn'}
          icon={outcome.result === 'copied' ? 'check' : 'alert'}
        >
          {t.image[outcome.result](outcome.name)}
        </Line>
      )}
    </section>
  );
}

const wordsOf = (hits: readonly PadWordingHit[], language: Language): string =>
  hits.map((hit) => `“${hit.word}”${inLanguage(hit.reason, language)}`).join(language === 'en' ? '; ' : '；');

/** Title, which of its texts, the first line and the length: enough to know that it is the right one. */
function CopiedWords({ outcome, language }: { outcome: Copied; language: Language }) {
  const t = useTexts(padTexts, language);
  const { title, text, part } = outcome;
  const [first = ''] = text.split('\n');
  const characters = [...text].length;
  return (
    <>
      {t.copied} <b>{title}</b>
      {part && ` · ${t.badge[part.kind](part.index + 1, part.of)}`} · {t.characters(characters)}
      <span className="sb-pad-first-line">{first}</span>
      {part && <span className="sb-pad-then">{whatNext(part, language)}</span>}
    </>
  );
}

function whatNext({ kind, index, of, exhausted }: NonNullable<Copied['part']>, language: Language) {
  const t = padTexts[language];
  const more = index + 1 < of;
  if (kind === 'parts') return more ? t.nextPart(index + 2, of) : t.lastPart;
  if (kind === 'ladder') return exhausted || !more ? t.lastStep : t.nextStep(index + 2, of);
  return '';
}

/** Words of the copied text to think about, each with its reason and, where there is one, the better word. */
function Mind({ outcome, language, actions }: { outcome: Copied; language: Language; actions: PadActions }) {
  const t = useTexts(padTexts, language);
  if (outcome.hits.length === 0) return null;
  const worst = (['stop', 'warn'] as const).find((one) => outcome.hits.some(({ level }) => level === one));
  return (
    <Line
      tone={worst ?? 'info'}
      icon="alert"
      stacked
      actions={<Better hits={outcome.hits} language={language} actions={actions} />}
    >
      {t.mind}
      {outcome.hits.map((hit) => (
        <span key={hit.start} className="sb-pad-hit" title={`${t.source} ${hit.source}`}>
          “{hit.word}” {inLanguage(hit.reason, language)}
        </span>
      ))}
    </Line>
  );
}

/** One press each: the better word in its place, and the text copied again. */
function Better({
  hits,
  language,
  actions,
}: {
  hits: readonly PadWordingHit[];
  language: Language;
  actions: PadActions;
}) {
  const t = useTexts(padTexts, language);
  return hits.flatMap((hit) =>
    hit.better === undefined
      ? []
      : [
          <Button key={hit.start} keepFocus onPress={() => actions.takeBetter(hit)}>
            {t.takeBetter(hit.word, hit.better)}
          </Button>,
        ],
  );
}
