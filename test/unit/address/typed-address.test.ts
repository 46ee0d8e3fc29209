import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegions } from '../../../rules/address/index.ts';
import { typedAddress, typedRun } from '../../../rules/address/typed-address.ts';
import {
  keptAside,
  onlyWhenAsked,
  withAddress,
  withoutAddress,
} from '../../fixtures/chat/typed-addresses.ts';

beforeAll(() => loadRegions());

const linesOf = (text: string): string[] => text.trim().split('\n');

interface Share {
  recall: number;
  precision: number;
  missed: string[];
  wrong: string[];
}

function shareOf(meant: string[], others: string[], asked: boolean): Share {
  const missed = meant.filter((text) => !typedAddress(text, asked));
  const wrong = others.filter((text) => typedAddress(text, asked));
  const right = meant.length - missed.length;
  return { recall: right / meant.length, precision: right / (right + wrong.length), missed, wrong };
}

describe('what a buyer writes', () => {
  it('is taken for an address where it is one, and chatter about places is not', () => {
    const share = shareOf(
      linesOf(withAddress),
      [...linesOf(withoutAddress), ...linesOf(onlyWhenAsked)],
      false,
    );
    console.log('typed addresses', share);
    expect(share.recall, share.missed.join(' | ')).toBeGreaterThanOrEqual(0.97);
    expect(share.precision, share.wrong.join(' | ')).toBeGreaterThanOrEqual(0.97);
  });

  it('is judged as well in sentences that were kept aside', () => {
    const share = shareOf(linesOf(keptAside.withAddress), linesOf(keptAside.withoutAddress), false);
    console.log('typed addresses, kept aside', share);
    expect(share.recall, share.missed.join(' | ')).toBeGreaterThanOrEqual(0.9);
    expect(share.precision, share.wrong.join(' | ')).toBeGreaterThanOrEqual(0.9);
  });

  it('counts a place alone as an answer where the agent asked for it, and still no chatter', () => {
    const meant = [...linesOf(onlyWhenAsked), ...linesOf(withAddress)];
    const share = shareOf(meant, linesOf(withoutAddress), true);
    expect(share.recall, share.missed.join(' | ')).toBeGreaterThanOrEqual(0.97);
    expect(share.precision, share.wrong.join(' | ')).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    '日本东京都港区芝公园4丁目2-8',
    '美国加利福尼亚州洛杉矶市第五街12号',
    'No.8 Wensan Road, Hangzhou',
  ])('no address of this country: %s', (text) => expect(typedAddress(text, true)).toBeUndefined());
});

describe('an address broken over several messages', () => {
  const run = (...lines: string[]) => typedRun(lines, false);

  it('is read from the parts that belong together', () => {
    expect(run('韩青禾', '13900001234', '浙江省杭州市', '余杭区文一西路8号')).toMatchObject({
      lines: 2,
      parsed: { district: '余杭区' },
    });
    expect(run('江苏省徐州市', '鼓楼区中山北路1号')).toMatchObject({
      lines: 2,
      parsed: { province: '江苏省', district: '鼓楼区' },
    });
    expect(run('云南省昆明市五华区', '南屏街12号')).toMatchObject({
      lines: 2,
      parsed: { district: '五华区' },
    });
  });

  it('stands for itself where one message says it all', () => {
    expect(run('在吗', '浙江省杭州市余杭区文一西路8号')).toMatchObject({ lines: 1 });
    expect(run('江苏省徐州市', '浙江省杭州市余杭区文一西路8号')).toMatchObject({ lines: 1 });
    expect(run('河北省保定市莲池区五四中路88号', '能发青海吗')).toMatchObject({
      lines: 1,
      parsed: { province: '青海省' },
    });
    expect(run('河北省保定市莲池区五四中路88号', '青海省')).toMatchObject({
      lines: 1,
      parsed: { province: '青海省' },
    });
  });

  it('is not put together over chatter', () => {
    expect(run('浙江省杭州市', '什么时候发货', '3号楼')).toBeUndefined();
    expect(run('浙江省杭州市余杭区文一西路8号', '王芳')).toBeUndefined();
    expect(run('浙江省杭州市余杭区文一西路8号', '这里能到吗')).toBeUndefined();
  });
});
