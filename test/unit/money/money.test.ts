import { describe, expect, it } from 'vitest';
import { formatFen, readMoney } from '../../../rules/money/money.ts';

describe('an amount is read as integer fen', () => {
  it.each([
    ['19.90', 1990],
    ['19.9', 1990],
    ['19', 1900],
    ['19.', 1900],
    ['0', 0],
    ['0.01', 1],
    ['¥19.90', 1990],
    ['￥１９．９０', 1990],
    ['¥ 19.90', 1990],
    ['19.90元', 1990],
    ['RMB19.90', 1990],
    ['cny 19.90', 1990],
    ['19.90yuan', 1990],
    ['1,234.50', 123_450],
    ['１，２３４．５０', 123_450],
    ['¥12,345,678.90', 1_234_567_890],
    ['实付：¥58.00（含运费）', 5800],
    ['-5.00', -500],
    ['−5.00', -500],
    ['–5.00', -500],
    ['－５．００', -500],
    ['+6', 600],
    ['-¥5.00', -500],
    ['¥-5.00', -500],
    ['19.90天猫价', 1990],
  ])('%s → %d', (text, fen) => {
    expect(readMoney(text)).toBe(fen);
  });

  it('minus zero is zero', () => {
    expect(readMoney('-0.00')).toBe(0);
  });
});

describe('what is not one amount of yuan with at most two decimals is absent, never guessed', () => {
  it.each([
    '',
    '面议',
    '19.999',
    '19.90-29.90',
    '1,99',
    '1,2345',
    '12 34',
    '1.2.3',
    '.5',
    '¥.50',
    '8.8折',
    '88%',
    '1.5万',
    '3千',
    '5分',
    '3件',
    '共 2 件',
    '7天',
    '$5.00',
    'US $5',
    '5美元',
    'A12',
    '2XL',
    '5k',
    '--5',
    '-¥-5',
    '12:30',
    '99999999999999999999',
  ])('%s', (text) => {
    expect(readMoney(text)).toBeUndefined();
  });
});

describe('fen are written as yuan with two decimals', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [10, '0.10'],
    [1990, '19.90'],
    [-500, '-5.00'],
    [-5, '-0.05'],
    [123_450, '1234.50'],
  ])('%d → %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });

  it('what is written is read back as the same amount', () => {
    for (let fen = -2_500; fen <= 2_500; fen += 7)
      expect(readMoney(formatFen(fen))).toBe(fen === 0 ? 0 : fen);
  });
});
