import { platforms } from '../../rules/platform.ts';
import { eventTypes, type TurnEvent } from '../../rules/turns/event.ts';

const isText =
  (most: number, least = 0) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.length >= least && value.length <= most;
const isOneOf =
  (names: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && names.includes(value);
const isFrom =
  (least: number) =>
  (value: unknown): boolean =>
    Number.isSafeInteger(value) && (value as number) >= least;

const required: Record<string, (value: unknown) => boolean> = {
  t: isFrom(1),
  platform: isOneOf(platforms),
  shop: isText(100, 1),
  buyer: isText(200, 1),
  type: isOneOf(eventTypes),
};
const optional: Record<string, (value: unknown) => boolean> = {
  id: isText(200),
  session: isText(200),
  agent: isText(60),
  to: isText(60),
  origin: isOneOf(['page', 'native_app', 'phone', 'unknown']),
  precision: isOneOf(['ms', 's', 'min']),
  length: isFrom(0),
  seq: isFrom(Number.MIN_SAFE_INTEGER),
  recalled: (value) => typeof value === 'boolean',
};

/**
 * Whether a value is an event exactly as `turnEventSchema` has it, with nothing beside it. The schema says what is
 * wrong with a value; this only says that nothing is, for tens of thousands of events after every wake.
 */
export function isTurnEvent(value: unknown): value is TurnEvent {
  if (typeof value !== 'object' || value === null) return false;
  let found = 0;
  for (const [name, field] of Object.entries(value)) {
    if (required[name]?.(field)) found += 1;
    else if (!optional[name]?.(field)) return false;
  }
  return found === 5;
}
