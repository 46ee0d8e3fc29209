import { formatFen } from '../../rules/money/money.ts';
import type { Locator } from '../../storage/schemas/site-map.ts';
import { locateElement } from '../site-map/locate.ts';
import { FieldReader } from '../site-map/read-field.ts';
import type { Scope } from '../site-map/scope.ts';
import { formatMoment } from './moment-text.ts';

/** How the engine reads a thing; `element` is found, not read (an editor, a button). */
export type ValueType =
  | 'text'
  | 'prose'
  | 'id'
  | 'money'
  | 'int'
  | 'time'
  | 'phone'
  | 'rating'
  | 'url'
  | 'element';

/**
 * Reads a locator in a row as the engine will (content/site-map/read-field.ts) and says it as text; undefined where
 * nothing can be read.
 *
 * @param now epoch ms
 */
export function readAs(type: ValueType, locator: Locator, scope: Scope, now: number): string | undefined {
  const fields = new FieldReader(scope, now);
  switch (type) {
    case 'text':
      return fields.text('it', locator);
    case 'prose':
      return fields.prose('it', locator);
    case 'id':
      return fields.id('it', locator);
    case 'phone':
      return fields.phone('it', locator);
    case 'url':
      return fields.url('it', locator);
    case 'money': {
      const fen = fields.money('it', locator);
      return fen === undefined ? undefined : `¥${formatFen(fen)}`;
    }
    case 'int':
      return fields.int('it', locator)?.toString();
    case 'rating':
      return fields.rating('it', locator, undefined)?.toString();
    case 'time': {
      const ms = fields.moment('it', locator, 'any');
      return ms === undefined ? undefined : formatMoment(ms);
    }
    case 'element': {
      const element = locateElement(locator, scope);
      return element && `<${element.localName}>`;
    }
  }
}
