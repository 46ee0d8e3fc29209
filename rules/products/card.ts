/** A fact the card has no field for, under the shop's own name for it. */
export interface CardLine {
  label: string;
  text: string;
}

/**
 * What a shop knows of one product (mission.md A18). Money is integer fen; what nobody wrote down is absent. Every text
 * but those of private lines may go to a buyer; the floor price never does.
 */
export interface CardFacts {
  name: string;
  /** The shop's own codes (货号); several may name one product. */
  codes: string[];
  /** Ids the marketplaces gave it. */
  ids: string[];
  material?: string;
  /** Measures as the shop writes them, for every size sold. */
  size?: string;
  /** Whether its longest side makes a size class; absent: as the name says. */
  bag?: boolean;
  stock?: string;
  points: string[];
  /** What goes with it. */
  matching: string[];
  /** Fen. */
  price?: number;
  /** The lowest price the agent may agree to, fen. For the agent's eyes only. */
  floor?: number;
  lines: CardLine[];
}

export interface ProductCard extends CardFacts {
  id: string;
}

/** What a chat or an order row shows of an item (site-map.md, lines); what it does not show is absent. */
export interface ItemShown {
  /** The marketplace's id. */
  id?: string;
  title?: string;
  sku?: string;
  /** The shop's own code, where the page has a place for it. */
  code?: string;
  /** Something a person wrote: only a code or an item's address in it tells a product. */
  text?: string;
}

/** Limits of the store, in UTF-16 units and entries; no marketplace shows a title near this. */
export const cardLimits = {
  name: 200,
  code: 60,
  codes: 60,
  text: 2_000,
  entries: 40,
  label: 40,
} as const;

/** The most cards kept: what the search and the find index are measured with, four times over. */
export const mostCards = 20_000;

/** Half width, lower case, without white space: `ＲＳＴ 182` is `rst182`. */
export const foldCode = (code: string): string => code.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
