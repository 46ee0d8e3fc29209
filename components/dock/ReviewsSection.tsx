import { useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Chip, EmptyLine, type Tone } from '../ui/Marks.tsx';
import type { DockActions, ReviewsView, ReviewView } from './model.ts';

const urgency: Record<ReviewView['polarity'], number> = { bad: 0, mixed: 1, unsure: 2, good: 3 };
const tones: Record<ReviewView['polarity'], Tone> = {
  bad: 'stop',
  mixed: 'warn',
  unsure: 'plain',
  good: 'accent',
};

/** Unanswered reviews, bad first (C1), each with a drafted reply the agent may change before taking it. */
export function ReviewsSection({
  reviews,
  language,
  actions,
}: {
  reviews: ReviewsView;
  language: Language;
  actions: DockActions;
}) {
  const t = useTexts(dockTexts, language);
  const sorted = reviews.unanswered.toSorted((a, b) => urgency[a.polarity] - urgency[b.polarity]);
  if (sorted.length === 0) return <EmptyLine>{t.allAnswered}</EmptyLine>;
  return (
    <div className="sb-reviews sb-scroll">
      <p className="sb-hint">{t.reviewHint}</p>
      {sorted.map((review) => (
        <ReviewCard key={review.key} review={review} language={language} actions={actions} />
      ))}
    </div>
  );
}

function ReviewCard({
  review,
  language,
  actions,
}: {
  review: ReviewView;
  language: Language;
  actions: DockActions;
}) {
  const t = useTexts(dockTexts, language);
  const [edit, setEdit] = useState({ draft: review.draft, text: review.draft });
  // A new draft replaces what was typed over the old one; the agent asked for it with 换一条.
  const text = edit.draft === review.draft ? edit.text : review.draft;
  return (
    <article className="sb-review" data-review={review.key} data-tone={tones[review.polarity]}>
      <div className="sb-review-head">
        <Chip tone={tones[review.polarity]}>{t.polarity[review.polarity]}</Chip>
        <Chip>{inLanguage(review.reason, language)}</Chip>
        <span className="sb-spring" />
        {review.rating !== undefined && (
          <span
            className="sb-stars"
            role="img"
            aria-label={t.stars(review.rating)}
            title={t.stars(review.rating)}
          >
            {'★'.repeat(Math.max(0, Math.min(5, Math.round(review.rating))))}
            <i>{'★'.repeat(5 - Math.max(0, Math.min(5, Math.round(review.rating))))}</i>
          </span>
        )}
        <IconButton icon="jump" keepFocus label={t.locate} onPress={() => actions.jumpToReview(review.key)} />
      </div>
      <p className="sb-review-text" title={review.text}>
        <b>{review.buyer ?? t.anonymous}</b> {review.text}
      </p>
      <textarea
        aria-label={t.draft}
        rows={3}
        value={text}
        onChange={(event) => setEdit({ draft: review.draft, text: event.target.value })}
      />
      <div className="sb-actions">
        <Button
          icon="fill"
          kind="primary"
          keepFocus
          disabled={text.trim() === ''}
          onPress={() => actions.fillReview(review.key, text)}
        >
          {t.fillReview}
        </Button>
        <Button icon="copy" keepFocus disabled={text.trim() === ''} onPress={() => actions.copy(text)}>
          {t.copy}
        </Button>
        <Button icon="redo" keepFocus onPress={() => actions.redraftReview(review.key)}>
          {t.redraft}
        </Button>
      </div>
    </article>
  );
}
