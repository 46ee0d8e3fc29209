import { describe, expect, it } from 'vitest';
import { isSelector } from '../../../storage/schemas/selector-syntax.ts';
import { badSelectors, goodSelectors } from './selector-table.ts';

describe('the form of a selector', () => {
  it.each(goodSelectors)('%s is one', (css) => expect(isSelector(css)).toBe(true));
  it.each(badSelectors)('%s is none', (css) => expect(isSelector(css)).toBe(false));
});
