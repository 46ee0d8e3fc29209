import { useState } from 'react';
import { maskedNick, type PracticeReview } from '../../generator/reviews.ts';
import { dashedTime } from '../../generator/shown-time.ts';
import { goodPicture } from '../../page/picture.ts';

interface Props {
  review: PracticeReview;
  /** `logic_reviewWrapper` + the load's own hash. */
  logic(name: string): string;
  /** `BTN_outerWrapper` + the load's own version. */
  beast(name: string): string;
  onReply(text: string): void;
}

const stars = [1, 2, 3, 4, 5] as const;

function Star({ filled }: { filled: boolean }) {
  return (
    <svg
      data-testid={filled ? 'beast-core-icon-star_filled' : 'beast-core-icon-star'}
      viewBox="0 0 20 20"
      width="15"
      height="15"
      fill={filled ? '#ff8a00' : '#dcdfe6'}
      aria-hidden="true"
    >
      <path d="M10 1.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L10 14.9l-5.3 2.8 1.1-5.9L1.5 7.7l5.9-.8z" />
    </svg>
  );
}

/**
 * One review is one tbody (markets.md §1, review DOM). The reply box stands in no source: a plain textarea behind a
 * 回复 button is our assumption, and the page's note says so.
 */
export function Review({ review, logic, beast, onReply }: Props) {
  const [draft, setDraft] = useState<string>();
  return (
    <tbody data-testid="beast-core-table-middle-tbody">
      <tr data-testid="beast-core-table-body-tr" className={beast('TB_tr')}>
        <td data-testid="beast-core-table-td" colSpan={4} className={logic('logic_orderInfo')}>
          <span>订单编号：{review.orderId}</span>
          <span>买家昵称：{maskedNick(review.buyer)}</span>
          {review.rewarded && (
            <div className={logic('review_reward_info_rewardTag')}>
              <span>有奖评价</span>
            </div>
          )}
        </td>
      </tr>
      <tr data-testid="beast-core-table-body-tr" className={beast('TB_tr')}>
        <td data-testid="beast-core-table-td">
          <div className="review-stars">
            {stars.map((n) => (
              <Star key={n} filled={n <= review.stars} />
            ))}
          </div>
          <div className={logic('logic_reviewWrapper')}>{review.text}</div>
          <div className="review-pictures">
            {review.pictures.map((hue) => (
              <i
                key={hue}
                className={logic('logic_imgList')}
                style={{ backgroundImage: `url("${goodPicture(hue)}")` }}
              />
            ))}
          </div>
          {review.reply !== undefined && <div className="review-answer">商家回复：{review.reply}</div>}
        </td>
        <td data-testid="beast-core-table-td">
          <div className="review-good">
            <img src={goodPicture(review.good.hue)} alt="" />
            <div>
              <div className="review-good-title">{review.good.title}</div>
              <div className={logic('logic_specsWrapper')}>
                <span>{review.sku}</span>
              </div>
            </div>
          </div>
        </td>
        <td data-testid="beast-core-table-td">
          <div className={logic('logic_replyTime')}>{dashedTime(review.at)}</div>
        </td>
        <td data-testid="beast-core-table-td">
          {review.reply === undefined && draft === undefined && (
            <button
              type="button"
              data-testid="beast-core-button-link"
              className={beast('BTN_textPrimary')}
              onClick={() => setDraft('')}
            >
              回复
            </button>
          )}
          {draft !== undefined && (
            <div className="review-reply">
              <textarea
                rows={4}
                maxLength={500}
                placeholder="请输入回复内容"
                value={draft}
                onChange={(event) => setDraft(event.target.value)}
              />
              <button
                type="button"
                data-testid="beast-core-button"
                className={beast('BTN_primary')}
                onClick={() => {
                  if (draft.trim() === '') return;
                  onReply(draft.trim());
                  setDraft(undefined);
                }}
              >
                提交
              </button>
              <button
                type="button"
                data-testid="beast-core-button"
                className={beast('BTN_default')}
                onClick={() => setDraft(undefined)}
              >
                取消
              </button>
            </div>
          )}
        </td>
      </tr>
    </tbody>
  );
}
