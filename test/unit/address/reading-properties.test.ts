import { beforeAll, describe, expect, it } from 'vitest';
import { divisionIndex } from '../../../rules/address/divisions.ts';
import { foldAddress } from '../../../rules/address/fold.ts';
import { loadRegions, type ParsedAddress, parseAddress } from '../../../rules/address/index.ts';
import { typedAddress } from '../../../rules/address/typed-address.ts';
import fc from '../property.ts';
import { anyWhole, chanceOf, frames, writings } from './damages.ts';

beforeAll(() => loadRegions());

/** Thousands of texts; how long they take belongs to the machine. */
const patience = { timeout: 120_000 };

/** The same texts on every machine. */
const seed = 11;
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed });

const region = ({ province, city, district, code, candidates }: ParsedAddress) => ({
  province,
  city,
  district,
  code,
  candidates,
});
const none = {
  province: undefined,
  city: undefined,
  district: undefined,
  code: undefined,
  candidates: undefined,
};

/** Characters that stand in no name of a division or town we know: nothing made of them names a place. */
function strangers(): string[] {
  const used = new Set([...divisionIndex().named.keys()].join(''));
  const plain = '的了吗呢吧啊哦嗯你我他她它们这那么怎什谁很就都也还又再把被给让叫说问买卖退换钱货件款码色';
  return [...plain].filter((char) => !used.has(char));
}

const address = fc.nat().map((n) => {
  const chance = chanceOf(n);
  const whole = anyWhole(chance);
  const ways = Object.values(writings);
  const text = ways[n % ways.length]?.(whole, chance) ?? writings.whole?.(whole, chance) ?? '';
  return { whole, text, framed: frames[n % frames.length]?.(text, whole) ?? text };
});

const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '\ud83d',
    '\udc00',
    '\u0000',
    '\u202e',
    '\u200b',
    '😀',
    '\ufeff',
    '\n\n',
    '＊',
    '　',
    '１２',
  ),
);

describe('reading an address', () => {
  it('invents no region where no word of one stands', patience, () => {
    expect(strangers().length).toBeGreaterThan(20);
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(...strangers()),
        fc.constantFrom(
          '3号',
          '12栋',
          '501',
          '13900001234',
          '138****0000',
          '，',
          ' ',
          '？',
          '****',
          'XL',
          '\n',
        ),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        expect(region(parseAddress(parts.join('')))).toEqual(none);
        expect(typedAddress(parts.join(''), true)).toBeUndefined();
      }),
      runs(600),
    );
  });

  it('answers only with what is written, or says what it was inferred from', patience, () => {
    fc.assert(
      fc.property(address, noise, fc.nat(200), ({ framed }, junk, at) => {
        for (const text of [framed, framed.slice(0, at) + junk + framed.slice(at)]) {
          const parsed = parseAddress(text);
          const folded = foldAddress(text);
          for (const part of ['province', 'city', 'district', 'town'] as const) {
            const value = parsed[part];
            if (value === undefined || folded.includes(foldAddress(value))) continue;
            if (part === 'city' && value === parsed.province) continue;
            const reason = parsed.inferred.find((one) => one.part === part);
            expect(reason, `${text}: ${part} ${value}`).toBeDefined();
            expect(folded, text).toContain(foldAddress(reason?.from ?? ''));
          }
          for (const { from } of parsed.inferred) expect(folded, text).toContain(foldAddress(from));
        }
      }),
      runs(200),
    );
  });

  it('keeps every mask as it stands, and completes none', patience, () => {
    const masked = fc.constantFrom('张**', '*伟', '欧阳**', '王*');
    const phone = fc.constantFrom('138****0000', '139****1234', '1**********', '150*****678');
    const detail = fc.constantFrom('****', '**路**号', '文一西路****', '****3栋****');
    fc.assert(
      fc.property(address, masked, phone, detail, ({ whole }, name, number, hidden) => {
        const { province, city, district } = whole;
        const parsed = parseAddress(`${name} ${number} ${province}${city}${district}${hidden}`);
        expect(parsed).toMatchObject({ province, district, name, phone: number, detail: hidden });
      }),
      runs(300),
    );
  });

  it('does not throw, and answers within its bounds, whatever stands there', patience, () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            noise,
            address.map(({ text }) => text),
          ),
          { maxLength: 12 },
        ),
        (parts) => {
          const parsed = parseAddress(parts.join(''));
          expect(parsed.confidence).toBeGreaterThanOrEqual(0);
          expect(parsed.confidence).toBeLessThanOrEqual(1);
          if (parsed.province === undefined) expect(parsed.city).toBeUndefined();
          if (parsed.candidates) expect(parsed.candidates.length).toBeGreaterThan(1);
        },
      ),
      runs(250),
    );
  });

  it('takes an address abroad for none', patience, () => {
    const lands = fc.constantFrom(
      '日本',
      '韩国',
      '美国',
      '英国',
      '法国',
      '新加坡',
      '越南',
      '加拿大',
      '澳大利亚',
    );
    const rest = fc.constantFrom(
      '东京都港区芝公园4丁目',
      '首尔特别市中区明洞路8号',
      '纽约市第五街12号',
      '中央区中山路3号',
    );
    fc.assert(
      fc.property(lands, rest, (land, words) => {
        expect(parseAddress(land + words).district).toBeUndefined();
        expect(parseAddress(land + words).province).toBeUndefined();
      }),
      runs(60),
    );
  });
});
