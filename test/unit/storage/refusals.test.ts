import { expect, test } from 'vitest';
import {
  type KeptRefusal,
  refusalLookup,
  refusalsStore,
  withoutRefusalsBefore,
  withRefusal,
} from '../../../storage/refusals.ts';

const empty = refusalsStore.defaults(0);
const refusal = (patch: Partial<KeptRefusal> = {}): KeptRefusal => ({
  platform: 'pdd',
  buyers: ['id-1', '小云'],
  word: '不要了',
  at: 100,
  ...patch,
});

test('a buyer is found by any name, on the same marketplace only', () => {
  const lookUp = refusalLookup(withRefusal(empty, refusal()));
  expect(lookUp('pdd', [undefined, ' 小云 '])).toEqual({ at: 100, word: '不要了' });
  expect(lookUp('pdd', ['id-1'])).toEqual({ at: 100, word: '不要了' });
  expect(lookUp('jd', ['id-1'])).toBeUndefined();
  expect(lookUp('pdd', [undefined])).toBeUndefined();
});

test('only the buyer’s last no is kept, whichever is told first', () => {
  const both = withRefusal(withRefusal(empty, refusal({ at: 200, word: '取消' })), refusal());
  expect(both.refusals).toEqual([refusal({ at: 200, word: '取消' })]);
  expect(withRefusal(withRefusal(empty, refusal()), refusal({ at: 200 })).refusals).toHaveLength(1);
});

test('what is older than the setting says is forgotten', () => {
  const record = withRefusal(empty, refusal());
  expect(withoutRefusalsBefore(record, 101).refusals).toEqual([]);
  expect(withoutRefusalsBefore(record, 100).refusals).toHaveLength(1);
});
