export { courierOf, plainCourier } from './courier-name.ts';
export type { OpenFact } from './open-facts.ts';
export { regionStem, sameRegion } from './region-name.ts';
export { type CourierRule, type CourierTable, type Reach, reaches } from './table.ts';
export {
  type CourierReach,
  type CourierVerdict,
  courierVerdict,
  refusesByName,
  surchargeFor,
} from './verdict.ts';
export {
  doubtful,
  type ZoneAnswer,
  type ZoneQuestion,
  type ZoneWhere,
  zoneAnswer,
} from './zone-answer.ts';
export type { ZoneFacts, ZoneRegion } from './zone-region.ts';
