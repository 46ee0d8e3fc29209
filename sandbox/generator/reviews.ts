import { DAY_MS, SECOND_MS } from '../../rules/time/shanghai.ts';
import { type Good, goods, skuText } from './goods.ts';
import { type Buyer, inventBuyers } from './people.ts';
import { createChoices } from './random.ts';

export type ReviewMood = 'good' | 'bad' | 'mixed';
/** What a review is about, in the trade's words. A mixed one is praised for some and blamed for others. */
export type ReviewTopic =
  | '质量'
  | '物流'
  | '尺寸'
  | '色差'
  | '客服'
  | '少发'
  | '包装'
  | '价格'
  | '味道'
  | '外观';

interface Pattern {
  mood: ReviewMood;
  /** 1–5. */
  stars: readonly number[];
  text: string;
  blames: readonly ReviewTopic[];
}

const patterns: readonly Pattern[] = [
  { mood: 'good', stars: [5], text: '{货}收到了，做工很扎实，颜色和图片一样，很喜欢', blames: [] },
  { mood: 'good', stars: [5], text: '回购第二次了，送人也拿得出手，客服小姐姐很耐心', blames: [] },
  { mood: 'good', stars: [5, 4], text: '物流超快，隔天就到了，{货}比想象中好看', blames: [] },
  { mood: 'good', stars: [5], text: '好评，性价比高', blames: [] },
  { mood: 'good', stars: [4], text: '不错，朋友说看起来不止这个价', blames: [] },
  { mood: 'bad', stars: [1], text: '用了一个星期就开线了，质量太差，跟描述完全不符', blames: ['质量'] },
  { mood: 'bad', stars: [1, 2], text: '等了八天才到，问客服就说在催，物流慢得离谱', blames: ['物流'] },
  { mood: 'bad', stars: [2], text: '尺寸严重偏小，跟详情页写的不一样，根本用不了', blames: ['尺寸'] },
  { mood: 'bad', stars: [1], text: '买了两件只发一件，找客服半天不回', blames: ['少发', '客服'] },
  { mood: 'bad', stars: [2, 1], text: '颜色发错了，图片上是浅灰，收到发黄，色差太大', blames: ['色差'] },
  { mood: 'bad', stars: [1], text: '一打开味道特别刺鼻，晾了三天还有', blames: ['味道'] },
  {
    mood: 'bad',
    stars: [2],
    text: '刚买完第二天就降价，问能不能补差价，客服态度很冷淡',
    blames: ['价格', '客服'],
  },
  { mood: 'mixed', stars: [3, 4], text: '{货}本身挺好看的，就是快递太慢了，等了快一周', blames: ['物流'] },
  { mood: 'mixed', stars: [3], text: '质量可以，但是比想的小一圈，拍之前最好问清楚', blames: ['尺寸'] },
  { mood: 'mixed', stars: [4, 3], text: '东西没问题，盒子压扁了，送人有点尴尬', blames: ['包装'] },
  { mood: 'mixed', stars: [3], text: '款式喜欢，线头有点多，这个价格凑合吧', blames: ['质量'] },
];

const replies = [
  '感谢您的认可，您的喜欢是我们最大的动力，期待再次为您服务~',
  '非常抱歉给您带来不便，已经通过聊天联系您处理，请您留意消息。',
];

export interface PracticeReview {
  orderId: string;
  buyer: Buyer;
  good: Good;
  sku: string;
  stars: number;
  text: string;
  at: number;
  /** Hues of the pictures. */
  pictures: number[];
  rewarded: boolean;
  reply?: string;
}

/** A review as a perfect reader of PDD's page reads it, and what it is about. */
export interface ReviewTruth {
  orderId: string;
  /** Masked, as the page shows it. */
  buyer: string;
  rating: number;
  text: string;
  time: number;
  sku: string;
  itemTitle: string;
  reply?: string;
  mood: ReviewMood;
  blames: readonly ReviewTopic[];
}

export interface ReviewsRequest {
  seed: string;
  /** Epoch ms. */
  now: number;
  rows: number;
}

export const maskedNick = (buyer: Buyer): string => `${[...buyer.nick][0] ?? ''}***`;

/** Reviews newest first: each pattern once per round, every fourth one answered. */
export function placeReviews({ seed, now, rows }: ReviewsRequest): {
  reviews: PracticeReview[];
  truth: ReviewTruth[];
} {
  const choices = createChoices(`${seed}/reviews`);
  const buyers = inventBuyers('pdd', rows, choices.fork('buyers'));
  const rounds = Array.from({ length: Math.ceil(rows / patterns.length) }, () => choices.shuffle(patterns));
  const placed = rounds
    .flat()
    .slice(0, rows)
    .map((pattern, index) => {
      const own = choices.fork(String(index));
      const good = own.pick(goods);
      const { colour, size } = skuText(own, good);
      const at = Math.floor((now - own.next() * 12 * DAY_MS) / SECOND_MS) * SECOND_MS;
      const review: PracticeReview = {
        orderId: `26${own.digits(4)}-${own.digits(15)}`,
        buyer: buyers[index] as Buyer,
        good,
        sku: `${colour} ${size}`,
        stars: own.pick(pattern.stars),
        text: pattern.text.replace('{货}', good.short),
        at,
        pictures: own.chance(0.35) ? [own.int(0, 359), own.int(0, 359)] : [],
        rewarded: own.chance(0.15),
        ...(index % 4 === 3 && { reply: replies[pattern.mood === 'good' ? 0 : 1] as string }),
      };
      return { review, pattern };
    })
    .sort((a, b) => b.review.at - a.review.at);
  return {
    reviews: placed.map(({ review }) => review),
    truth: placed.map(
      ({ review, pattern }): ReviewTruth => ({
        orderId: review.orderId,
        buyer: maskedNick(review.buyer),
        rating: review.stars,
        text: review.text,
        time: review.at,
        sku: review.sku,
        itemTitle: review.good.title,
        ...(review.reply !== undefined && { reply: review.reply }),
        mood: pattern.mood,
        blames: pattern.blames,
      }),
    ),
  };
}
