import { divisionIndex } from './divisions.ts';
import { learnSounds } from './likeness.ts';
import { forgetRegions } from './region-of.ts';
import { sounds } from './sounds.generated.ts';
import { towns } from './towns.generated.ts';
import { learnTowns } from './towns.ts';

let learnt = false;

/**
 * Reads every list the reader knows, at the first call (about 50 ms). For contexts that carry the lists anyway: a
 * service worker may not import a module while it runs, so the background has them in its bundle, unread until the
 * first address comes.
 */
export function learnRegions(): void {
  if (learnt) return;
  learnt = true;
  divisionIndex();
  learnTowns(towns);
  learnSounds(sounds);
  forgetRegions();
}
