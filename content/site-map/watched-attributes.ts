import type { SiteMap } from '../../storage/schemas/site-map.ts';

function fromCss(css: string, into: Set<string>): void {
  for (const [, name] of css.matchAll(/\[\s*([\w-]+)/g)) if (name) into.add(name);
  const bare = css.replace(/"[^"]*"|'[^']*'/g, '').replace(/\[[^\]]*\]/g, '');
  if (/\.[\w\\-]/.test(bare)) into.add('class');
  if (/#[\w\\-]/.test(bare)) into.add('id');
  for (const [, state] of bare.matchAll(/:(disabled|enabled|required|read-only)\b/g)) {
    if (state) into.add(state === 'enabled' ? 'disabled' : state === 'read-only' ? 'readonly' : state);
  }
}

/** Keys whose strings are no selectors. */
const plain = new Set([
  'label',
  'pattern',
  'as',
  'path',
  'group',
  'mode',
  'kind',
  'frames',
  'note',
  'seen',
  'level',
]);

function walk(value: unknown, key: string, into: Set<string>): void {
  if (typeof value === 'string') {
    if (key === 'attr') into.add(value);
    else if (!plain.has(key)) fromCss(value, into);
  } else if (Array.isArray(value)) {
    for (const one of value) walk(one, key, into);
  } else if (typeof value === 'object' && value !== null) {
    if ((value as { as?: unknown }).as === 'url' && !('attr' in value)) into.add('href').add('src');
    for (const [inner, one] of Object.entries(value)) {
      if (inner !== 'statuses' && inner !== 'ratings') walk(one, inner, into);
    }
  }
}

/**
 * The attributes whose change can change what the maps read, for the observer's filter: a page that animates
 * `style` must not wake us. A price dialog is the exception, because pages open and close it by hiding.
 */
export function watchedAttributes(maps: readonly SiteMap[]): string[] {
  const names = new Set<string>();
  for (const { pages } of maps) {
    for (const page of pages) {
      walk(page, '', names);
      if (page.kind === 'price') {
        for (const name of ['style', 'hidden', 'class', 'open', 'value', 'placeholder']) names.add(name);
      }
    }
  }
  return [...names];
}
