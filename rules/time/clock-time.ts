/** `HH:mm` in Shanghai. */
export type ClockTime = string;
