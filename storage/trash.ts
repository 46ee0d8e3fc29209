/** Days a phrase stays in the trash before it goes by itself (phrases.md §2). */
export const TRASH_DAYS = 30;
