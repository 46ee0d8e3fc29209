import type { PlatformRow } from './platform-row.ts';
import { ali1688Rows } from './response-rows/ali1688-rows.ts';
import { doudianRows } from './response-rows/doudian-rows.ts';
import { jdRows } from './response-rows/jd-rows.ts';
import { kuaishouRows } from './response-rows/kuaishou-rows.ts';
import { ownRows } from './response-rows/own-rows.ts';
import { pddRows } from './response-rows/pdd-rows.ts';
import { taobaoRows } from './response-rows/taobao-rows.ts';

/** Rows of rules.md §9 on response time. Seconds unless the unit says otherwise. */
export const responseRows: readonly PlatformRow[] = [
  ...taobaoRows,
  ...pddRows,
  ...doudianRows,
  ...jdRows,
  ...kuaishouRows,
  ...ali1688Rows,
  ...ownRows,
];
