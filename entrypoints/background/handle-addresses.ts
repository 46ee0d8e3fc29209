import { parseAddress, regionOf, regionPart } from '../../rules/address/index.ts';
import { learnRegions } from '../../rules/address/whole-lists.ts';
import { readAddress, readRegions } from '../../storage/contracts/addresses.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';

/** Reads addresses for desks and pages. The lists are learnt with the first one: most wakes of the worker need none. */
export function handleAddresses(server: RequestServer): void {
  server.handle(readRegions, async ({ texts }) => {
    learnRegions();
    return { regions: texts.map(regionOf) };
  });

  server.handle(readAddress, async ({ text }) => {
    learnRegions();
    const parsed = parseAddress(text);
    return { parsed, region: regionPart(parsed) };
  });
}
