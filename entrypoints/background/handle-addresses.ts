import { parseAddress, regionOf, regionPart } from '../../rules/address/index.ts';
import { typedRun } from '../../rules/address/typed-address.ts';
import { learnRegions } from '../../rules/address/whole-lists.ts';
import { findAddresses, readAddress, readRegions } from '../../storage/contracts/addresses.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';

/** Reads addresses for desks and pages. The lists are learnt with the first one: most wakes of the worker need none. */
export function handleAddresses(server: RequestServer): void {
  server.handle(readRegions, async ({ texts }) => {
    learnRegions();
    return { regions: texts.map(regionOf) };
  });

  server.handle(findAddresses, async ({ runs }) => {
    learnRegions();
    const found = runs.map(({ lines, asked }) => {
      const run = typedRun(lines, asked);
      return run ? { region: regionPart(run.parsed), lines: run.lines } : null;
    });
    return { found };
  });

  server.handle(readAddress, async ({ text }) => {
    learnRegions();
    const parsed = parseAddress(text);
    return { parsed, region: regionPart(parsed) };
  });
}
