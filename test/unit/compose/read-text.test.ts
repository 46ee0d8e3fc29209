// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readRich } from '../../../content/compose/read-text.ts';

function host(html: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('contenteditable', 'true');
  element.innerHTML = html;
  document.body.append(element);
  return element;
}

describe('a rich editor is read as its lines', () => {
  test.each([
    ['plain text', 'ab', 'ab'],
    ['text, then one block per line', 'a<div>b</div><div>c</div>', 'a\nb\nc'],
    ['an empty block line', 'a<div><br></div><div>b</div>', 'a\n\nb'],
    ['adjacent paragraphs have no empty line between them', '<p>a</p><p>b</p>', 'a\nb'],
    ['an empty paragraph between', '<p>a</p><p><br></p><p>b</p>', 'a\n\nb'],
    ['a break inside a paragraph', '<p>a<br>b</p>', 'a\nb'],
    ['the placeholder break at the end of a block', '<p>a<br></p><p>b</p>', 'a\nb'],
    ['two breaks are an empty line', 'a<br><br>b', 'a\n\nb'],
    ['nested blocks', '<div><p><span>a</span></p><p>b</p></div>', 'a\nb'],
    ['an empty editor', '<p><br></p>', ''],
    [
      'placeholders that cannot be edited are not text',
      '<span contenteditable="false">请输入</span><p>a</p>',
      'a',
    ],
  ])('%s', (_name, html, text) => {
    expect(readRich(host(html), []).text).toBe(text);
  });

  test('newlines count where they are shown', () => {
    const pre = document.createElement('pre');
    pre.style.whiteSpace = 'pre';
    pre.textContent = 'a\n\nb';
    document.body.append(pre);
    expect(readRich(pre, []).text).toBe('a\n\nb');
    const flow = host('a\nb');
    flow.style.whiteSpace = 'normal';
    expect(readRich(flow, []).text).toBe('a b');
  });

  test('a caret at the start of a line stands behind the line break', () => {
    const editor = host('<div>ab</div><div>cd</div>');
    const second = editor.lastElementChild?.firstChild;
    if (!second) throw new Error('no second line');
    const { text, offsets } = readRich(editor, [
      { node: second, offset: 0 },
      { node: second, offset: 1 },
    ]);
    expect([text, offsets]).toEqual(['ab\ncd', [3, 4]]);
  });

  test('a caret in an empty line is in that line', () => {
    const editor = host('<div>ab</div><div><br></div>');
    const line = editor.lastElementChild;
    if (!line) throw new Error('no line');
    expect(readRich(editor, [{ node: line, offset: 0 }]).offsets).toEqual([3]);
  });

  test('both ends of a collapsed caret are found', () => {
    const editor = host('ab');
    const node = editor.firstChild;
    if (!node) throw new Error('no text');
    const caret = { node, offset: 1 };
    expect(readRich(editor, [caret, { ...caret }]).offsets).toEqual([1, 1]);
  });
});
