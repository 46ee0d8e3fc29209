import { describe, expect, test } from 'vitest';
import type { EditorText } from '../../../content/compose/read-text.ts';
import { type InsertResult, judgeInsert } from '../../../content/compose/verdict.ts';

const rich = (prefix: string, suffix: string, selected = ''): EditorText => ({
  text: prefix + selected + suffix,
  prefix,
  suffix,
  exact: false,
});
const field = (prefix: string, suffix: string, selected = ''): EditorText => ({
  ...rich(prefix, suffix, selected),
  exact: true,
});
const blind = (text: string): EditorText => ({ text, exact: false });

const phrase = '您好，亲！\n第二行😊';

describe('the read-back says what became of the phrase', () => {
  test.each<[string, EditorText, string, string, InsertResult]>([
    ['in a field, exactly between the two parts', field('a', 'b'), phrase, `a${phrase}b`, 'ok'],
    ['over a selection', field('a', 'b', '/kr'), phrase, `a${phrase}b`, 'ok'],
    ['CRLF of a phrase is no difference', field('', ''), '一\r\n二', '一\n二', 'ok'],
    ['a field that keeps only the beginning', field('', ''), '一二三四', '一二', 'truncated'],
    ['a field that stays as it was', field('a', 'b'), phrase, 'ab', 'missing'],
    ['only the selection is gone', field('a', 'b', 'xyz'), phrase, 'ab', 'missing'],
    ['twice', field('a', 'b'), '好的', 'a好的好的b', 'duplicated'],
    ['once more than the draft already had it', field('好的', ''), '好的', '好的好的', 'ok'],
    ['twice where the draft already had it', field('好的', ''), '好的', '好的好的好的', 'duplicated'],
    [
      'in a rich editor with nbsp and zero-width marks',
      rich('a', 'b'),
      '一 二',
      'a\ufeff一\u00a0二b\u200b',
      'ok',
    ],
    ['a rich editor may add a last newline', rich('', ''), phrase, `${phrase}\n`, 'ok'],
    ['an empty line kept', rich('', ''), '一\n\n三', '一\n\n三', 'ok'],
    ['an empty line lost', rich('', ''), '一\n\n三', '一\n三', 'blank-lines-lost'],
    ['all line breaks lost', rich('a', 'b'), '一\n二', 'a一二b', 'blank-lines-lost'],
    ['an empty line more is a blemish, not a loss', rich('', ''), '一\n二', '一\n\n二', 'ok'],
    [
      'Lexical after the command: first line and the text left of the caret gone',
      rich('a', 'b'),
      phrase,
      '第二行😊第二行😊b',
      'truncated',
    ],
    ['Draft after the command: first line lost', rich('a', 'b'), phrase, 'a第二行😊b', 'truncated'],
    ['the phrase is there but the draft is not', rich('draft', ''), phrase, phrase, 'truncated'],
    ['somewhere else than the caret, nothing lost', rich('a', 'b'), '好的', 'ab好的', 'ok'],
    ['caret not readable, landed', blind('ab'), '好的', 'a好的b', 'ok'],
    ['caret not readable, nothing came', blind('ab'), '好的', 'ab', 'missing'],
    ['caret not readable, line breaks lost', blind('ab'), '一\n二', 'a一二b', 'blank-lines-lost'],
  ])('%s', (_name, before, text, now, result) => {
    expect(judgeInsert(before, text.replace(/\r\n/g, '\n'), now)).toBe(result);
  });
});
