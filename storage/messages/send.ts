import { browser } from '#imports';
import { type RequestContract, RequestError } from '../contracts/contract.ts';

/** What travels back; errors are typed replies, never silence. */
export type Reply =
  | { ok: true; value: unknown }
  | { ok: false; failure: 'refused' | 'bad-input' | 'failed'; detail: string };

/** True while this context still belongs to the running extension (an update orphans content scripts). */
export const isExtensionAlive = (): boolean => {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
};

/** Sends a request to the background. Rejects with a RequestError that names the cause. */
export async function sendRequest<Input, Output>(
  contract: RequestContract<Input, Output>,
  input: Input,
): Promise<Output> {
  if (!isExtensionAlive()) throw new RequestError('gone', 'the extension was updated');
  let reply: Reply | undefined;
  try {
    reply = await browser.runtime.sendMessage({ shoubian: contract.name, input });
  } catch (error) {
    if (!isExtensionAlive()) throw new RequestError('gone', 'the extension was updated');
    throw new RequestError('failed', String(error));
  }
  if (!reply) throw new RequestError('failed', 'no answer');
  if (!reply.ok) throw new RequestError(reply.failure, reply.detail);
  const parsed = contract.output.safeParse(reply.value);
  if (!parsed.success) throw new RequestError('bad-output', contract.name);
  return parsed.data;
}
