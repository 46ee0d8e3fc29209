export { type CarrierEvent, carrierEvent, type Standstill, standstill } from './carrier-event.ts';
export { type Countdown, countdown } from './countdown.ts';
export { type Batch, batchOf, clockMs, dispatchSays } from './dispatch.ts';
export { type PickupBy, pickupBy, type ShipBy, shipBy } from './promise.ts';
export { type ShippingState, shippingState } from './shipping-state.ts';
