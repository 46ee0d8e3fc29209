import type { ReviewsView, ReviewView } from '../../components/dock/model.ts';
import { type Language, say } from '../../rules/language/local-text.ts';
import { draftReply, readReview } from '../../rules/reviews/index.ts';
import type { MarkRow } from '../marks/mark-layer.ts';
import type { ReviewFact, ReviewsFact } from '../site-map/facts.ts';

const worstFirst: Record<ReviewView['polarity'], number> = { bad: 0, mixed: 1, unsure: 2, good: 3 };
const levels: Record<ReviewView['polarity'], 'info' | 'warn' | 'stop'> = {
  bad: 'stop',
  mixed: 'warn',
  unsure: 'info',
  good: 'info',
};

/** Drafts live as long as the page, so that a re-read of the page does not change a text the agent is reading. */
export interface ReviewsDesk {
  picture(fact: ReviewsFact, language: Language): { view: ReviewsView; marks: MarkRow[] };
  /** Another draft for one review, never the text just shown. */
  redraft(key: string): void;
}

const actions = {
  fill: say('填入回复框', 'Fill in'),
  copy: say('复制', 'Copy'),
  again: say('换一条', 'Another'),
};

export function createReviewsDesk(): ReviewsDesk {
  const drafts = new Map<string, { pick: number; text: string; of: ReviewFact }>();
  let lastText: string | undefined;
  let picks = 0;

  function draft(row: ReviewFact): string {
    const present = drafts.get(row.key);
    if (present && present.of.text === row.text && present.of.rating === row.rating) return present.text;
    return makeDraft(row, present?.text ?? lastText);
  }

  function makeDraft(row: ReviewFact, avoid: string | undefined): string {
    picks += 1;
    const reading = readReview({
      text: row.text ?? '',
      ...(row.rating !== undefined && { rating: row.rating }),
    });
    const text = draftReply(reading, { pick: picks, ...(avoid !== undefined && { avoid }) });
    drafts.set(row.key, { pick: picks, text, of: row });
    lastText = text;
    return text;
  }

  return {
    picture(fact, language) {
      const open = fact.rows.filter((row) => !row.reply && row.text !== undefined);
      const views = open.map((row): ReviewView => {
        const reading = readReview({
          text: row.text ?? '',
          ...(row.rating !== undefined && { rating: row.rating }),
        });
        const [reason] = reading.reasons;
        return {
          key: row.key,
          ...(row.buyer !== undefined && { buyer: row.buyer }),
          ...(row.rating !== undefined && { rating: row.rating }),
          text: row.text ?? '',
          reason: reason?.label ?? say('没有说具体原因', 'No reason given'),
          polarity: reading.polarity,
          draft: draft(row),
        };
      });
      const byKey = new Map(views.map((view) => [view.key, view]));
      const marks = open.flatMap((row): MarkRow[] => {
        const view = byKey.get(row.key);
        if (!view) return [];
        return [
          {
            key: row.key,
            host: row.mark,
            attribute: 'data-review',
            id: row.orderId ?? row.key,
            flags: [],
            chips: [{ text: view.reason[language], level: levels[view.polarity], title: view.text }],
            body: view.draft,
            actions: (['fill', 'copy', 'again'] as const).map((id) => ({ id, label: actions[id][language] })),
          },
        ];
      });
      const unanswered = [...views].sort((a, b) => worstFirst[a.polarity] - worstFirst[b.polarity]);
      return { view: { rows: fact.rows.length, unanswered }, marks };
    },
    redraft(key) {
      const present = drafts.get(key);
      if (present) makeDraft(present.of, present.text);
    },
  };
}
