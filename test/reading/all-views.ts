import type { ReadingView } from './view.ts';
import { alibabaViews } from './views/1688.ts';
import { doudianViews } from './views/doudian.ts';
import { jdViews } from './views/jd.ts';
import { kuaishouViews } from './views/kuaishou.ts';
import { pddViews } from './views/pdd.ts';
import { pddOrdersViews } from './views/pdd-orders.ts';
import { taobaoViews } from './views/taobao.ts';
import { xianyuViews } from './views/xianyu.ts';
import { xiaohongshuViews } from './views/xiaohongshu.ts';

/** Every page, layout and state that is read; one file per marketplace. */
export const allViews: readonly ReadingView[] = [
  ...doudianViews,
  ...jdViews,
  ...pddViews,
  ...pddOrdersViews,
  ...taobaoViews,
  ...xianyuViews,
  ...alibabaViews,
  ...kuaishouViews,
  ...xiaohongshuViews,
];
