/** `unsure` is shown as such: a wrong certainty costs more than none. */
export type Polarity = 'bad' | 'mixed' | 'good' | 'unsure';

/** Texts that a marketplace writes when the buyer wrote none; they are no opinion. */
const defaultText =
  /^(?:(?:此|该)用户(?:没有|未)(?:填写|作出|及时)?.*|系统默认(?:好评|评价).*|(?:默认)?好评[!！。]?|评价方未及时.*)$/;

/**
 * Order of trust: stars, the page's words, the text (data.md §6). Text only moves a rating to `mixed`: five stars
 * with a complaint, one star with nothing but praise.
 *
 * @param said what the text holds apart from any rating
 */
export function polarityOf(
  review: { text: string; rating?: number; verdict?: string },
  said: { complains: boolean; praises: boolean },
): Polarity {
  const text = review.text.trim();
  const blank = text === '' || defaultText.test(text);
  const complains = said.complains && !blank;
  const praises = said.praises && !blank;
  const rated = byStars(review.rating) ?? byWords(review.verdict);
  if (rated === 'good') return complains ? 'mixed' : 'good';
  if (rated === 'bad') return praises && !complains ? 'mixed' : 'bad';
  if (rated === 'mixed') return 'mixed';
  if (complains) return praises ? 'mixed' : 'bad';
  return praises ? 'good' : 'unsure';
}

function byStars(rating: number | undefined): Polarity | undefined {
  if (rating === undefined || !(rating >= 1 && rating <= 5)) return undefined;
  if (rating >= 4) return 'good';
  return rating > 2 ? 'mixed' : 'bad';
}

function byWords(verdict: string | undefined): Polarity | undefined {
  if (verdict === undefined) return undefined;
  if (/差评/.test(verdict)) return 'bad';
  if (/中评/.test(verdict)) return 'mixed';
  return /好评/.test(verdict) ? 'good' : undefined;
}
