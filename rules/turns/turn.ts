import type { Platform } from '../platform.ts';
import type { TurnEvent } from './event.ts';

export type Precision = NonNullable<TurnEvent['precision']>;
/** Kinds of message that can count as a reply, by setting. */
export type ReplyKind = 'human' | 'assist' | 'auto';

/** A reply that came after the turn was closed for scoring (F7, session end, 留言). */
export interface LateReply {
  t: number;
  kind: ReplyKind;
  agent?: string;
  precision: Precision;
}

/**
 * One round of asking and answering (metrics.md §2), derived from events and never edited. Times are epoch ms.
 * Field names are those of the specification, which other tools read.
 */
export interface Turn {
  platform: Platform;
  shop: string;
  buyer: string;
  session?: string;
  /** Who owns the turn: named by the buyer's message or the transfer, else the last account known. */
  agent?: string;
  /** F1: the first unanswered message; F5: the request for a human; after a split transfer the transfer itself. */
  t_start: number;
  /** The buyer's messages in the turn (F2). Empty where only `enter_human` or a transfer opened it. */
  buyer_ts: number[];
  /** First automatic or system message while open (F3). */
  t_auto?: number;
  t_reply?: number;
  reply_kind?: ReplyKind;
  reply_agent?: string;
  /** Absent while the turn is open. */
  closed_by?: 'reply' | 'transfer' | 'day_end' | 'session_end' | 'leave_msg';
  /** `bot`: nobody but a robot took part in the session, or the turn began before a human was asked for. */
  stage: 'bot' | 'human';
  /** The coarser of the two ends (metrics.md §1.5). */
  precision: Precision;

  /** The buyer's own first unanswered message; differs from `t_start` only after a split transfer (E10). */
  t_first: number;
  start_precision: Precision;
  /** Of each entry of `buyer_ts`. */
  buyer_precision: Precision[];
  reply_precision?: Precision;
  /** When the present owner got the open turn (快手 sub-account clock, metrics.md §3.5). */
  t_assigned?: number;
  assigned_precision?: Precision;
  /** First turn of the conversation that day. */
  first: boolean;
  /** Opened by a transfer that left the sender's round unreplied (Taobao, E10). */
  transferred?: true;
  late_reply?: LateReply;
  /** The reply was recalled; the turn stays closed (F8). */
  recalled?: true;
}
