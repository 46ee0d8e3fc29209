/** Where a parcel goes. Official names; absent levels are unknown. */
export interface ZoneRegion {
  province?: string;
  /** Absent where a province governs the county directly. */
  city?: string;
  /** A former district stays as written; `code` is its successor's. */
  district?: string;
  town?: string;
  /** Six-digit code of the deepest division. */
  code?: string;
  /** Whether it is an address of the 新疆 corps; where absent, what was read and `text` tell. */
  corps?: boolean;
  /** The address as written, for rules that go by words. */
  text?: string;
}

/** What is known of the order. A rule with a condition on a fact that is unknown does not apply: nothing is guessed. */
export interface ZoneFacts {
  /** Pieces in the parcel. */
  pieces?: number;
  /** Order total in fen. */
  total?: number;
  flashSale?: boolean;
  /** Weight of the parcel. */
  grams?: number;
}
