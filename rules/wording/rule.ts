import { type LocalText, say } from '../language/local-text.ts';
import type { Platform } from '../platform.ts';
import type { WordingCategory, WordingChannel, WordingLevel, WordingScope } from './hit.ts';

/** One rule of a word list: words or a pattern, both read on tightened text (normalise.ts). */
export interface WordingRule extends WordingScope {
  category: WordingCategory;
  words?: readonly string[];
  /** With flags `gu`; a group named `hit` narrows the place that is reported. */
  pattern?: RegExp;
  suggestion?: string;
  /** The better words worked out from the place; instead of `suggestion`. */
  rewrite?: (hit: string) => string | undefined;
  /** Instead of the category's. */
  level?: WordingLevel;
  /** A harmless use of the same words: the place and this match overlap → no hit. Flags `gu`. */
  except?: RegExp;
  /** A clause that denies or forbids the thing (不支持…, 请勿…) is no hit; `info` where machines look for the word itself. */
  denied?: 'none' | 'info';
  /** On all marketplaces but these. */
  not?: readonly Platform[];
  /** The shop's own entry. */
  own?: true;
}

export type PatternRule = WordingRule & { pattern: RegExp };

/** What a category says, per channel (rules.md §7). */
export interface CategoryRule {
  level: Record<WordingChannel, WordingLevel>;
  says: LocalText;
  source: string;
}

export const categories: Record<WordingCategory, CategoryRule> = {
  'off-platform': {
    level: { chat: 'stop', reply: 'stop', library: 'stop' },
    says: say('引导站外联系或交易，平台会处罚', 'Leads the buyer off the platform, which is punished'),
    source: '平台规则（卖家整理，未经官方核实）',
  },
  'paid-review': {
    level: { chat: 'stop', reply: 'stop', library: 'stop' },
    says: say('用好处换评价或要求改评价，属违法', 'Buys or bends reviews, which is unlawful'),
    source: '《网络反不正当竞争暂行规定》第九条，2024-09-01 起',
  },
  absolute: {
    level: { chat: 'warn', reply: 'warn', library: 'warn' },
    says: say('绝对化用语，容易被认定为虚假宣传', 'Absolute claim, easily judged misleading'),
    source: '《广告法》第九条（三）',
  },
  medical: {
    level: { chat: 'warn', reply: 'stop', library: 'warn' },
    says: say('普通商品不能说医疗或保健功效', 'Ordinary goods must not claim medical effects'),
    source: '《广告法》第十七条',
  },
  promise: {
    level: { chat: 'warn', reply: 'warn', library: 'warn' },
    says: say('承诺说得太满，做不到会成为投诉依据', 'A promise one may not be able to keep'),
    source: '本店话术规范；平台按承诺判责',
  },
  urgency: {
    level: { chat: 'warn', reply: 'warn', library: 'warn' },
    says: say('制造紧张催单，与事实不符会被投诉', 'Made-up pressure to buy'),
    source: '本店话术规范',
  },
  abuse: {
    level: { chat: 'stop', reply: 'stop', library: 'stop' },
    says: say('不尊重买家的话，不能发', 'Disrespectful to the buyer'),
    source: '本店话术规范；平台服务规则',
  },
  private: {
    level: { chat: 'info', reply: 'stop', library: 'info' },
    says: say('公开回复里不能出现个人信息', 'No personal data in a public reply'),
    source: '《个人信息保护法》；本店规范',
  },
  'platform-habit': {
    level: { chat: 'info', reply: 'info', library: 'info' },
    says: say('据说这个词在本平台会被提示，可换一个', 'Said to be flagged on this platform'),
    source: '卖家经验，未经核实',
  },
  variable: {
    level: { chat: 'stop', reply: 'stop', library: 'info' },
    says: say('还有变量没有填', 'A variable is not filled'),
    source: '本店话术规范',
  },
  shop: {
    level: { chat: 'warn', reply: 'warn', library: 'warn' },
    says: say('本店不用这个词', 'This shop does not use this word'),
    source: '本店话术规范（非法律规定）',
  },
};
