import type { DecisionTable } from '../decision-table.ts';
import { courierTable } from './courier.ts';
import { missingPiecesTable } from './missing-pieces.ts';
import { outOfStockTable } from './out-of-stock.ts';
import { outOfZoneTable } from './out-of-zone.ts';
import { qualityTable } from './quality.ts';
import { refundOnlyTable } from './refund-only.ts';
import { returnsTable } from './returns.ts';

/** The tables of the example shop (mission.md), until a shop puts its own in their places. */
export const shippedTables: readonly DecisionTable[] = [
  courierTable,
  refundOnlyTable,
  returnsTable,
  qualityTable,
  missingPiecesTable,
  outOfZoneTable,
  outOfStockTable,
];
