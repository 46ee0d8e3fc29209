import type { Locator, Page } from '@playwright/test';

export function dock(page: Page): Locator;
export function openTab(page: Page, name: string): Promise<void>;
export function palette(page: Page): Locator;
export function searchPalette(page: Page, query: string): Promise<Locator>;
export interface ShownMark {
  id: string;
  flags: string[];
}
export function markedOrders(page: Page): Promise<ShownMark[]>;
export function ordersByFlag(marks: readonly ShownMark[]): Record<string, string[]>;
/** `body` is an expression over `practice` and `value`. */
export function practice<T>(page: Page, body: string, argument?: unknown): Promise<T>;
