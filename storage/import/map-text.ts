import type { LocalText } from '../../rules/language/local-text.ts';
import { readSiteMap, type SiteMapResult } from '../schemas/site-map.ts';
import { findJsonFault } from './json-fault.ts';

/**
 * Reads a map as written text. Never throws; a text that is no JSON says where it goes wrong, by line and column, and
 * a document that does not fit the contract says what does not fit and where in it.
 */
export function readMapText(text: string): SiteMapResult {
  let json: unknown;
  try {
    // A byte order mark is what some editors put in front; JSON does not know it.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const errors: LocalText[] = [findJsonFault(text).text];
    return { ok: false, errors };
  }
  return readSiteMap(json);
}
