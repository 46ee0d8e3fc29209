import { useEffect, useState } from 'react';
import type { RegionNames } from '../../components/options/couriers/model.ts';

/** The names of divisions, fetched when a section first needs them; the page stands without. */
export function useRegions(needed: boolean): RegionNames | undefined {
  const [regions, setRegions] = useState<RegionNames>();
  useEffect(() => {
    if (!needed || regions) return undefined;
    let gone = false;
    // A list that cannot be fetched leaves the section without suggestions and checks; nothing else depends on it.
    void import('./region-names.ts').then(({ regionNames }) => {
      if (!gone) setRegions(regionNames());
    });
    return () => {
      gone = true;
    };
  }, [needed, regions]);
  return regions;
}
