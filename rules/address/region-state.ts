import type { Division, Naming } from './divisions.ts';
import type { Inference } from './parsed-address.ts';

/** What the words read so far have settled of a region. */
export interface RegionState {
  province: Division | undefined;
  city: Division | undefined;
  /** Official, or the former name as written. */
  districtName: string | undefined;
  district: Division | undefined;
  /** Where the district's name stands for several and nothing decides between them. */
  candidates: Naming[];
  /** Levels that were written, not inferred. */
  written: Division['level'][];
  /** True where a name was written with its suffix (浙江省, not 浙江). */
  hasFull: boolean;
  /** A city that stood between province and district and could not be read (a typing error). */
  unread: boolean;
  /** Sure enough to act on: 1 exact, less where a name was repaired. */
  sureness: number;
  notes: Inference[];
}
