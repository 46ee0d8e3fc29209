import type * as z from 'zod/mini';

/**
 * Who may send a message. `desk`: our content script on a page of a marketplace that is switched on.
 * `page`: a page of the extension itself (popup, options). Both are proven from fields the browser stamps.
 */
export type SenderKind = 'desk' | 'page';

/** A message with an answer. Every payload is parsed on receipt; the caller is always settled. */
export interface RequestContract<Input, Output> {
  kind: 'request';
  name: string;
  from: readonly SenderKind[];
  input: z.ZodMiniType<Input>;
  output: z.ZodMiniType<Output>;
}

/** A message from the background to the desks of one tab, without an answer. */
export interface NoticeContract<Input> {
  kind: 'notice';
  name: string;
  input: z.ZodMiniType<Input>;
}

export function defineRequest<Input, Output>(
  contract: Omit<RequestContract<Input, Output>, 'kind'>,
): RequestContract<Input, Output> {
  return { kind: 'request', ...contract };
}

export function defineNotice<Input>(contract: Omit<NoticeContract<Input>, 'kind'>): NoticeContract<Input> {
  return { kind: 'notice', ...contract };
}

/** Why a request was not carried out. `gone`: the extension was updated or removed under the caller. */
export type RequestFailure = 'gone' | 'refused' | 'bad-input' | 'bad-output' | 'failed';

export class RequestError extends Error {
  readonly failure: RequestFailure;

  constructor(failure: RequestFailure, message: string) {
    super(message);
    this.name = 'RequestError';
    this.failure = failure;
  }
}
