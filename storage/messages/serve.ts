import type { Browser } from '#imports';
import type { RequestContract, SenderKind } from '../contracts/contract.ts';
import type { Reply } from './send.ts';

export type Sender = Browser.runtime.MessageSender;

/** What proves a sender; fields the browser stamps, nothing the sender says of itself (platform.md §4). */
export interface SenderProof {
  runtimeId: string;
  /** `browser.runtime.getURL('')`. */
  extensionBase: string;
  /** Is this page URL one of a marketplace that is switched on, or of a page being taught in this very tab? */
  isMarketPage(url: string, tabId: number | undefined): boolean;
}

/** A page of ours opened in a tab has `sender.tab` too, so the URL decides, not the tab (platform.md §15.20). */
export function senderKind(sender: Sender, proof: SenderProof): SenderKind | undefined {
  if (sender.id !== proof.runtimeId || !sender.url) return undefined;
  if (sender.url.startsWith(proof.extensionBase)) return 'page';
  return sender.tab && proof.isMarketPage(sender.url, sender.tab.id) ? 'desk' : undefined;
}

interface Handler {
  contract: RequestContract<never, unknown>;
  run(input: never, sender: Sender): Promise<unknown>;
}

/** Collects handlers, then answers through one synchronous listener (platform.md §3). */
export interface RequestServer {
  handle<Input, Output>(
    contract: RequestContract<Input, Output>,
    run: (input: Input, sender: Sender) => Promise<NoInfer<Output>>,
  ): void;
  listener(message: unknown, sender: Sender, sendResponse: (reply: Reply) => void): true | undefined;
}

export function createRequestServer(proof: () => Promise<SenderProof>): RequestServer {
  const handlers = new Map<string, Handler>();

  async function answer(handler: Handler, input: unknown, sender: Sender): Promise<Reply> {
    const kind = senderKind(sender, await proof());
    if (!kind || !handler.contract.from.includes(kind)) {
      console.warn('[shoubian] refused', handler.contract.name);
      return { ok: false, failure: 'refused', detail: handler.contract.name };
    }
    const parsed = handler.contract.input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return {
        ok: false,
        failure: 'bad-input',
        detail: `${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}`,
      };
    }
    try {
      return { ok: true, value: await handler.run(parsed.data as never, sender) };
    } catch (error) {
      console.error('[shoubian]', handler.contract.name, error);
      return { ok: false, failure: 'failed', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    handle(contract, run) {
      if (handlers.has(contract.name)) throw new Error(`two handlers for ${contract.name}`);
      handlers.set(contract.name, { contract, run } as unknown as Handler);
    },
    listener(message, sender, sendResponse) {
      const name = (message as { shoubian?: unknown } | null)?.shoubian;
      const handler = typeof name === 'string' ? handlers.get(name) : undefined;
      // A name this context does not own is left to others: answering it would steal their reply.
      if (!handler) return undefined;
      void answer(handler, (message as { input?: unknown }).input, sender).then(sendResponse);
      return true;
    },
  };
}
