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

const noReason = say('没有说具体原因', 'No reason given');

/** Picks before a neighbour's text is put up with; more than any topic has texts. */
const TRIES = 12;

const readingOf = (row: ReviewFact): ReturnType<typeof readReview> =>
  readReview({ text: row.text ?? '', ...(row.rating !== undefined && { rating: row.rating }) });

const actions = {
  fill: say('填入回复框', 'Fill in'),
  copy: say('复制', 'Copy'),
  again: say('换一条', 'Another'),
};

export function createReviewsDesk(): ReviewsDesk {
  const drafts = new Map<string, { text: string; of: ReviewFact }>();
  /** Keys of the unanswered reviews as the page shows them, top to bottom. */
  let order: string[] = [];
  let picks = 0;

  const textAt = (place: number): string | undefined => drafts.get(order[place] ?? '')?.text;

  /** @param avoid texts it must not be; the first one at any rate, the others as long as there is another */
  function makeDraft(row: ReviewFact, [first, ...others]: readonly (string | undefined)[]): string {
    const reading = readingOf(row);
    let text = '';
    for (let tries = 0; tries < TRIES; tries += 1) {
      picks += 1;
      text = draftReply(reading, { pick: picks, ...(first !== undefined && { avoid: first }) });
      if (!others.includes(text)) break;
    }
    drafts.set(row.key, { text, of: row });
    return text;
  }

  /** The draft of a row; kept as long as the row says the same, else one that differs from the one above it. */
  function draft(row: ReviewFact, above: string | undefined): string {
    const present = drafts.get(row.key);
    if (present && present.of.text === row.text && present.of.rating === row.rating) return present.text;
    return makeDraft(row, present ? [present.text, above] : [above]);
  }

  return {
    picture(fact, language) {
      const open = fact.rows.filter((row) => !row.reply && row.text !== undefined);
      order = open.map((row) => row.key);
      let above: string | undefined;
      const reasons = new Map<string, string[]>();
      const views = open.map((row): ReviewView => {
        const reading = readingOf(row);
        const [reason] = reading.reasons;
        above = draft(row, above);
        reasons.set(
          row.key,
          reading.reasons.map((one) => one.label[language]),
        );
        return {
          key: row.key,
          ...(row.buyer !== undefined && { buyer: row.buyer }),
          ...(row.rating !== undefined && { rating: row.rating }),
          text: row.text ?? '',
          reason: reason?.label ?? noReason,
          polarity: reading.polarity,
          draft: above,
        };
      });
      const byKey = new Map(views.map((view) => [view.key, view]));
      const marks = open.flatMap((row): MarkRow[] => {
        const view = byKey.get(row.key);
        if (!view) return [];
        const named = reasons.get(row.key) ?? [];
        return [
          {
            key: row.key,
            host: row.mark,
            attribute: 'data-review',
            id: row.orderId ?? row.key,
            flags: [],
            // Every reason found: a complaint of size may also be one of quality (mission.md C1).
            chips: (named.length > 0 ? named : [noReason[language]]).map((text) => ({
              text,
              level: levels[view.polarity],
              title: view.text,
            })),
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
      const place = order.indexOf(key);
      if (present) makeDraft(present.of, [present.text, textAt(place - 1), textAt(place + 1)]);
    },
  };
}
