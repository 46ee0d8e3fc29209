import * as z from 'zod/mini';

/**
 * Locators and the strings in them (site-map.md, Locator). `minLength` stands beside the refinement for the JSON
 * Schema's sake, which knows no refinements. What needs a DOM or time to judge is judged at import.
 */

const MAX_SELECTOR = 1_000;
const MAX_PATTERN = 500;
const MAX_ALTERNATIVES = 20;

/** Quotes, brackets and parentheses close. Whether the browser knows the selector is only known on a page. */
function closes(css: string): boolean {
  const open: string[] = [];
  const partner: Record<string, string> = { ')': '(', ']': '[' };
  let quote: string | undefined;
  for (let i = 0; i < css.length; i += 1) {
    const char = css.charAt(i);
    if (char === '\\') {
      i += 1;
    } else if (quote) {
      if (char === quote) quote = undefined;
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (char === '(' || char === '[') {
      open.push(char);
    } else if (char === ')' || char === ']') {
      if (open.pop() !== partner[char]) return false;
    }
  }
  return open.length === 0 && !quote;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

export const css = z.string().check(
  z.refine((text) => text.trim() !== '', { error: 'empty', abort: true }),
  z.minLength(1),
  z.maxLength(MAX_SELECTOR),
  z.refine((text) => !/[{};]/.test(text.replace(/"[^"]*"|'[^']*'/g, '')) && closes(text), {
    error: 'selector',
  }),
);
export const regex = z.string().check(
  z.refine((text) => text !== '', { error: 'empty', abort: true }),
  z.minLength(1),
  z.maxLength(MAX_PATTERN),
  z.refine(compiles, { error: 'regex' }),
);
export const filled = z.string().check(
  z.refine((text) => text.trim() !== '', { error: 'empty', abort: true }),
  z.minLength(1),
);

export const locatorObjectSchema = z
  .strictObject({
    css: z.optional(css),
    label: z.optional(filled),
    attr: z.optional(z.string().check(z.regex(/^[^\s"'<>/=]+$/, { error: 'attribute' }))),
    own: z.optional(z.boolean()),
    pattern: z.optional(regex),
    index: z.optional(z.int()),
    all: z.optional(z.boolean()),
    count: z.optional(css),
    as: z.optional(z.enum(['text', 'money', 'int', 'datetime', 'phone', 'address', 'url'])),
  })
  .check(
    z.refine((locator) => Object.keys(locator).length > 0, {
      error: 'empty-locator',
      // A locator whose only key is misspelt says nothing either; the misspelling is the fault to name.
      when: ({ issues }) => issues.length === 0,
    }),
  );

export const locatorSchema = z.union([
  css,
  locatorObjectSchema,
  z.array(z.union([css, locatorObjectSchema])).check(z.minLength(1), z.maxLength(MAX_ALTERNATIVES)),
]);

export type Locator = z.infer<typeof locatorSchema>;
export type LocatorObject = z.infer<typeof locatorObjectSchema>;
