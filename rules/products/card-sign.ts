/** What a card was found by, the surest first. */
export const cardSigns = ['id', 'code', 'name', 'code-stem', 'words'] as const;
export type CardSign = (typeof cardSigns)[number];
