import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { defineRequest, type SenderKind } from '../../../storage/contracts/contract.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type Sender, senderKind } from '../../../storage/messages/serve.ts';

const proof = {
  runtimeId: 'us',
  extensionBase: 'chrome-extension://us/',
  isMarketPage: (url: string) => url.startsWith('https://mms.pinduoduo.com/'),
};
const tab = { id: 4 } as NonNullable<Sender['tab']>;

describe('the sender of a message', () => {
  it.each<[string, Sender, SenderKind | undefined]>([
    ['a page of ours', { id: 'us', url: 'chrome-extension://us/popup.html' }, 'page'],
    ['a page of ours opened in a tab', { id: 'us', url: 'chrome-extension://us/options.html', tab }, 'page'],
    ['our script on a market that is on', { id: 'us', url: 'https://mms.pinduoduo.com/x', tab }, 'desk'],
    ['our script on a market that is off', { id: 'us', url: 'https://shop.jd.com/x', tab }, undefined],
    ['another extension', { id: 'them', url: 'chrome-extension://us/popup.html' }, undefined],
    ['a page that looks like ours', { id: 'us', url: 'https://chrome-extension.test/us/', tab }, undefined],
    ['a market page without a tab', { id: 'us', url: 'https://mms.pinduoduo.com/x' }, undefined],
    ['nobody', {}, undefined],
  ])('is proven from what the browser stamps: %s', (_, sender, expected) => {
    expect(senderKind(sender, proof)).toBe(expected);
  });
});

describe('the request server', () => {
  const contract = defineRequest({
    name: 'bag.weigh',
    from: ['desk'],
    input: z.object({ grams: z.int() }),
    output: z.object({ kilos: z.number() }),
  });
  const desk: Sender = { id: 'us', url: 'https://mms.pinduoduo.com/x', tab };
  const ask = (message: unknown, sender: Sender = desk): Promise<Reply | 'left to others'> => {
    const server = createRequestServer(async () => proof);
    server.handle(contract, async ({ grams }) => {
      if (grams < 0) throw new Error('no such bag');
      return { kilos: grams / 1000 };
    });
    return new Promise((resolve) => {
      if (server.listener(message, sender, resolve) === undefined) resolve('left to others');
    });
  };

  it('answers what it owns', async () => {
    expect(await ask({ shoubian: 'bag.weigh', input: { grams: 500 } })).toEqual({
      ok: true,
      value: { kilos: 0.5 },
    });
  });

  it.each([[{ shoubian: 'bag.paint', input: {} }], [{ other: 1 }], [null], ['text']])(
    'leaves %j to others and does not keep their channel open',
    async (message) => {
      expect(await ask(message)).toBe('left to others');
    },
  );

  it('refuses a sender the contract does not name, and says so', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const page: Sender = { id: 'us', url: 'chrome-extension://us/popup.html' };
    expect(await ask({ shoubian: 'bag.weigh', input: { grams: 1 } }, page)).toMatchObject({
      failure: 'refused',
    });
  });

  it('refuses input that does not fit, naming the field', async () => {
    expect(await ask({ shoubian: 'bag.weigh', input: { grams: 'heavy' } })).toMatchObject({
      ok: false,
      failure: 'bad-input',
      detail: expect.stringContaining('grams'),
    });
  });

  it('always settles the caller, also when the work fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await ask({ shoubian: 'bag.weigh', input: { grams: -1 } })).toEqual({
      ok: false,
      failure: 'failed',
      detail: 'no such bag',
    });
  });

  it('does not take two handlers for one name', () => {
    const server = createRequestServer(async () => proof);
    server.handle(contract, async () => ({ kilos: 1 }));
    expect(() => server.handle(contract, async () => ({ kilos: 1 }))).toThrow('bag.weigh');
  });
});
