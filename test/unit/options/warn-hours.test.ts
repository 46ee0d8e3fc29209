import { expect, test } from 'vitest';
import { readWarnHours } from '../../../components/options/orders/ShippingCard.tsx';

test.each([
  ['24、12、6、2', [24, 12, 6, 2]],
  ['２，１２ ６ 24', [24, 12, 6, 2]],
  ['6、6', [6]],
  ['', []],
  ['0', undefined],
  ['1.5', undefined],
  ['明天', undefined],
  ['1、2、3、4、5、6、7、8、9', undefined],
])('hours at which a deadline warns: %s', (text, expected) => expect(readWarnHours(text)).toEqual(expected));
