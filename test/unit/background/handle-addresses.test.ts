import { describe, expect, it } from 'vitest';
import { handleAddresses } from '../../../entrypoints/background/handle-addresses.ts';
import { findAddresses, readAddress, readRegions } from '../../../storage/contracts/addresses.ts';
import type { RequestContract } from '../../../storage/contracts/contract.ts';
import type { RequestServer, Sender } from '../../../storage/messages/serve.ts';
import { anyWhole, chanceOf, frames, writings } from '../address/damages.ts';
import fc from '../property.ts';

/** The handlers by the names of their contracts, asked as a desk asks: what travels is JSON, parsed at both ends. */
function background() {
  const handlers = new Map<string, (input: never, sender: Sender) => Promise<unknown>>();
  const server: Pick<RequestServer, 'handle'> = {
    handle: (contract, run) => void handlers.set(contract.name, run as never),
  };
  handleAddresses(server as RequestServer);
  return async <Input, Output>(contract: RequestContract<Input, Output>, input: Input): Promise<Output> => {
    const run = handlers.get(contract.name);
    const sent = contract.input.parse(JSON.parse(JSON.stringify(input)));
    const value = await run?.(sent as never, {} as Sender);
    const arrived = JSON.parse(JSON.stringify(value));
    expect(contract.output.parse(arrived)).toEqual(arrived);
    return arrived;
  };
}

describe('addresses read for desks', () => {
  it('are read with towns and sounds from the first one on', async () => {
    const ask = background();
    const { regions } = await ask(readRegions, {
      texts: ['虎门镇连升路100号', '浙江省杭洲市余杭区', '12号楼'],
    });
    expect(regions.map(({ city }) => city)).toEqual(['东莞市', '杭州市', undefined]);
    const { parsed, region } = await ask(readAddress, { text: '张** 138****0000 云南省昆明市五华区****' });
    expect(parsed).toMatchObject({ name: '张**', phone: '138****0000', detail: '****' });
    expect(region).toMatchObject({ province: '云南省', district: '五华区' });
    const { found } = await ask(findAddresses, {
      runs: [
        { lines: ['在吗'], asked: false },
        { lines: ['江苏省徐州市', '鼓楼区中山北路1号'], asked: false },
      ],
    });
    expect(found).toMatchObject([null, { lines: 2, region: { city: '徐州市', district: '鼓楼区' } }]);
  });

  it('arrive whole, whatever was read', { timeout: 60_000 }, async () => {
    const ask = background();
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.nat().map((n) => {
        const chance = chanceOf(n);
        const whole = anyWhole(chance);
        const written = Object.values(writings)[n % 5]?.(whole, chance) ?? '';
        return frames[n % frames.length]?.(written, whole) ?? written;
      }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        await ask(readAddress, { text: one });
        await ask(readRegions, { texts: [one, one] });
        await ask(findAddresses, { runs: [{ lines: [one], asked: true }] });
      }),
      { numRuns: 80, seed: 3 },
    );
  });

  it('are not asked for in lengths nobody reads', () => {
    expect(readRegions.input.safeParse({ texts: ['浙'.repeat(2_001)] }).success).toBe(false);
    expect(readRegions.input.safeParse({ texts: Array(501).fill('浙江省') }).success).toBe(false);
    expect(readAddress.input.safeParse({ text: '浙'.repeat(10_001) }).success).toBe(false);
  });
});
