import { say } from '../../rules/language/local-text.ts';
import { readSiteMap, type SiteMapResult } from '../schemas/site-map.ts';
import { checkSiteMap } from '../schemas/site-map-check.ts';
import { duplicateKey } from './duplicate-key.ts';
import { findJsonFault } from './json-fault.ts';

function readWith(text: string, read: (json: unknown) => SiteMapResult): SiteMapResult {
  let json: unknown;
  try {
    // A byte order mark is what some editors put in front; JSON does not know it.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, errors: [findJsonFault(text).text] };
  }
  const twice = duplicateKey(text);
  if (twice === undefined) return read(json);
  const error = say(
    `${twice}：这个键写了两次，请删掉一个。`,
    `${twice}: this key is written twice; remove one.`,
  );
  return { ok: false, errors: [error] };
}

/**
 * Reads a map as written text, to be kept: form, hosts, selectors and patterns. Never throws; a text that is no JSON
 * says where it goes wrong, by line and column. Judging patterns may cost seconds.
 */
export const readMapText = (text: string): SiteMapResult => readWith(text, checkSiteMap);

/** Its form alone, at every key that is typed. */
export const readMapForm = (text: string): SiteMapResult => readWith(text, readSiteMap);
