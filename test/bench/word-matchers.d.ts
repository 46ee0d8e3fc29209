declare module 'fastscan' {
  /** Finds every word, also those that overlap. */
  export default class FastScanner {
    constructor(words: readonly string[]);
    search(text: string, options?: { quick?: boolean; longest?: boolean }): [at: number, word: string][];
  }
}

declare module 'ahocorasick' {
  /** Places are those of the last characters. */
  export default class AhoCorasick {
    constructor(words: readonly string[]);
    search(text: string): [end: number, words: string[]][];
  }
}
