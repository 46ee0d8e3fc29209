export { regionStem, sameRegion } from './region-name.ts';
export { type CourierRule, type CourierTable, type Reach, reaches } from './table.ts';
export {
  type CourierReach,
  type CourierVerdict,
  courierVerdict,
  surchargeFor,
  type ZoneFacts,
  type ZoneRegion,
} from './verdict.ts';
