export const practicePages: readonly {
  id: string;
  title: string;
  /** The real address the page stands at. */
  url: string;
  path: RegExp;
  /** The page stands here only when the address has this parameter. */
  query?: string;
  /** Its index.html, from the sandbox folder. */
  source: string;
}[];
