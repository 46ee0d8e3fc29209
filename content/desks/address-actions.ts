import type { AddressReading, DockActions } from '../../components/dock/model.ts';
import { foreign } from '../../rules/address/foreign.ts';
import { zoneAnswer } from '../../rules/zones/index.ts';
import { longestAddress, readAddress } from '../../storage/contracts/addresses.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { DeskSession } from './desk-session.ts';

/** Reads an address the agent pasted or typed: the background reads it, the shop's table is asked here. */
export function addressActions({
  session,
}: {
  session: Pick<DeskSession, 'state'>;
}): Pick<DockActions, 'readAddress'> {
  return {
    async readAddress(text, facts): Promise<AddressReading> {
      const trimmed = text.trim();
      if (trimmed === '') return { problem: 'empty' };
      if (trimmed.length > longestAddress) return { problem: 'too-long' };
      if (foreign.test(trimmed)) return { problem: 'abroad' };
      try {
        const { parsed, region } = await sendRequest(readAddress, { text: trimmed });
        const { couriers, flashSale } = session.state.shop.pack;
        const answer = zoneAnswer({ ...region, text: trimmed }, couriers, {
          ...facts,
          askManagerFrom: flashSale.askManagerFrom,
        });
        const nowhere = region.province === undefined && region.candidates === undefined;
        return { parsed, answer, ...(nowhere && { problem: 'no-region' as const }) };
      } catch {
        return { problem: 'failed' };
      }
    },
  };
}
