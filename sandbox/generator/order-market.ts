import { shanghaiDay } from '../../rules/time/shanghai.ts';
import type { Choices } from './random.ts';

/** Marketplaces that have a practice order list, or order cards beside a chat. */
export type OrderMarket = 'jd' | 'pdd' | 'doudian' | 'taobao' | 'xiaohongshu';

/** Draws the changing part now and writes the number once the time of the order is known. */
type NumberForm = (choices: Choices) => (placedAt: number) => string;

/** JD digits; PDD `yymmdd-` and 15 digits; 19 digits at 抖店 and Taobao; Xiaohongshu `P` and digits (markets.md). */
const numberForms: Record<OrderMarket, NumberForm> = {
  jd: (choices) => {
    const digits = choices.digits(11);
    return () => `3${digits}`;
  },
  pdd: (choices) => {
    const digits = choices.digits(15);
    return (placedAt) => `${shanghaiDay(placedAt).slice(2).replaceAll('-', '')}-${digits}`;
  },
  doudian: (choices) => {
    const digits = choices.digits(17);
    return () => `69${digits}`;
  },
  taobao: (choices) => {
    const digits = choices.digits(17);
    return () => `29${digits}`;
  },
  xiaohongshu: (choices) => {
    const digits = choices.digits(18);
    return () => `P${digits}`;
  },
};

/** The number of an order (or of one of its sub orders) in the marketplace's own form. */
export const drawNumber = (market: OrderMarket, choices: Choices): ((placedAt: number) => string) =>
  numberForms[market](choices);

/** JD's list shows no freight of its own, so its orders carry none. */
export const chargesFreight = (market: OrderMarket): boolean => market !== 'jd';
