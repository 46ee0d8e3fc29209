/** Why something that looks like a variable is none; check.ts has the sentences. */
export type TokenFault =
  /** Not a name: signs, spaces or too long. */
  | 'name'
  /** A known name, or a line-broken one, whose brace is not closed. */
  | 'open'
  /** `|` without choices, or without a name before it. */
  | 'choices'
  /** A default that holds `|`. */
  | 'default'
  /** Something behind a name that takes nothing. */
  | 'extra'
  | 'snippet-name'
  | 'digits'
  | 'date-offset'
  | 'date-format'
  | 'date-minutes'
  | 'date-months';
