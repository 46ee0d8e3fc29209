/**
 * What a person does on a practice page with the extension: the tour and the end-to-end tests use the same hands.
 * Everything is found by accessible names or by the public contract of site-map.md, never by inner classes.
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Locator} Locator
 */

/** @param {Page} page @returns {Locator} */
export const dock = (page) => page.locator('shoubian-dock');

/** @param {Page} page @param {string} name the tab's words, e.g. 话术 */
export async function openTab(page, name) {
  await dock(page).getByRole('tab', { name }).click();
}

/** @param {Page} page @returns {Locator} */
export const palette = (page) => dock(page).locator('.palette-layer');

/** Opens the palette from the focused editor and types into it. @param {Page} page @param {string} query */
export async function searchPalette(page, query) {
  await page.keyboard.press('Alt+q');
  const box = palette(page).getByRole('combobox');
  await box.waitFor();
  await page.keyboard.type(query);
  return box;
}

/**
 * @param {Page} page
 * @returns {Promise<{ id: string, flags: string[] }[]>} marked rows, as the page shows them
 */
export async function markedOrders(page) {
  return page.locator('shoubian-mark[data-order]').evaluateAll((marks) =>
    marks.map((mark) => ({
      id: mark.getAttribute('data-order') ?? '',
      flags: (mark.getAttribute('data-flags') ?? '').split(' ').filter(Boolean),
    })),
  );
}

/** Flag → sorted order numbers. @param {{ id: string, flags: string[] }[]} marks */
export function ordersByFlag(marks) {
  /** @type {Record<string, string[]>} */
  const byFlag = {};
  for (const { id, flags } of marks) {
    for (const flag of flags) byFlag[flag] = [...(byFlag[flag] ?? []), id];
  }
  for (const ids of Object.values(byFlag)) ids.sort();
  return byFlag;
}

/**
 * Calls the page's own control object. @template T @param {Page} page @param {string} body of a function of `practice`
 * @param {unknown} [argument] @returns {Promise<T>}
 */
export function practice(page, body, argument) {
  return page.evaluate(
    ([code, value]) => new Function('practice', 'value', `return (${code})`)(window.practice, value),
    [body, argument],
  );
}
