import type { Inference, ParsedAddress, RegionField } from './parsed-address.ts';

/** The region part of an address: what zone rules and remote lists go by. */
export type Region = Pick<
  ParsedAddress,
  'province' | 'city' | 'district' | 'town' | 'code' | 'candidates'
> & {
  confidence: number;
  /** Levels the text does not write, or writes with an error. */
  inferred: RegionField[];
  /** Why, part by part. */
  reasons: Inference[];
};

/** The region of an address text; undefined while it has not been read yet. */
export type RegionReader = (address: string) => Region | undefined;
