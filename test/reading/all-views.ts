import type { ReadingView } from './view.ts';
import { doudianViews } from './views/doudian.ts';
import { jdViews } from './views/jd.ts';
import { pddViews } from './views/pdd.ts';
import { xianyuViews } from './views/xianyu.ts';

/** Every page, layout and state that is read; one file per marketplace. */
export const allViews: readonly ReadingView[] = [...doudianViews, ...jdViews, ...pddViews, ...xianyuViews];
