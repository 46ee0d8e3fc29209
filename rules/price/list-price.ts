/** What one code costs in the live stream; fen. */
export interface ListPrice {
  code: string;
  price: number;
  name?: string;
}

/** More goods than any shop streams; the store and its lookup are made for it. */
export const mostListPrices = 20_000;
/** Live prices hold for the stream and the orders placed in it. Our own choice: a list this old is warned about. */
export const listOldAfterDays = 3;
