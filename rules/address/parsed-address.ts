export type RegionField = 'province' | 'city' | 'district';

/** Why a part is not what the text literally writes. */
export type Inferred =
  /** Written shorter: 浙江 for 浙江省. */
  | 'short'
  /** Written by a former name of the same place: 襄樊市 for 襄阳市. */
  | 'former'
  /** Written with a typing error or another suffix, and only one division of the place comes close. */
  | 'mistyped'
  /** Not written; the deeper part that is written lies in it. */
  | 'contains'
  /** Not written; the town that is written lies in one place only. */
  | 'town'
  /** Not written; the division or regiment of the 新疆 corps that is written belongs to it. */
  | 'corps';

export interface Inference {
  part: RegionField | 'town';
  how: Inferred;
  /** The words it was inferred from, as the text writes them. */
  from: string;
}

/** What an address text says. Official names; what is not written and cannot be inferred is absent. */
export interface ParsedAddress {
  province?: string;
  /** Absent where a province governs the county directly (琼海市, 仙桃市, 石河子市). */
  city?: string;
  /** A former name stays as the text writes it; `code` is its successor's. Absent in cities without districts. */
  district?: string;
  /** 街道, 镇, 乡, 苏木, 团: the official name where the lists know it, else as written. */
  town?: string;
  /** The rest, exactly as written, masks kept (`****`). */
  detail?: string;
  /** Exactly as written, masks kept (`张**`). */
  name?: string;
  /** Without separators and country code, masks kept; a landline keeps its hyphen. */
  phone?: string;
  /** Extension of a virtual number. */
  ext?: string;
  postcode?: string;
  /** Six-digit code of the deepest division read; of the successor where the text writes a former name. */
  code?: string;
  /** 0 no region read · below 0.6 doubtful, a verdict must not rest on it · 1 everything written in full. */
  confidence: number;
  /** Every part of the region that the text does not write in full, with the reason. */
  inferred: Inference[];
  /** Full paths (省/市/区) the text leaves open (鼓楼区 without a city); absent when nothing is open. */
  candidates?: string[];
}
