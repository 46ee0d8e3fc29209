export { type Flag, type FlagName, flagNames } from './flag.ts';
export { type FlagSummary, flagOrders, ordersToMerge, summarizeFlags } from './flag-orders.ts';
export type { Order, OrderLine, OrderStatus } from './order.ts';
export { orderStatuses } from './order.ts';
