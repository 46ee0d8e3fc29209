// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { locateFields } from '../../../content/site-map/labelled-field.ts';
import { scopeOf } from '../../../content/site-map/scope.ts';
import type { Locator } from '../../../storage/schemas/site-map.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const named = (html: string, locator: Locator): string[] => {
  document.body.innerHTML = html;
  return locateFields(locator, scopeOf([document.body], false)).map(({ id }) => id);
};

const cases: [string, string, string, string[]][] = [
  [
    'before an empty field',
    '<p><span>涨价或折扣：</span><span><input id="a"></span> 元</p>',
    '涨价或折扣',
    ['a'],
  ],
  ['as text right before it', '<p>邮费 <input id="a" value="6.00"> 元</p>', '邮费', ['a']],
  ['with a unit in brackets', '<div><b>邮费（元）</b><div><input id="a"></div></div>', '邮费', ['a']],
  ['in its own cell', '<table><tr><td>邮费</td><td><input id="a"></td></tr></table>', '邮费', ['a']],
  [
    'over a column, one field per line',
    '<table><thead><tr><th>宝贝</th><th>涨价或折扣（元）</th><th>邮费</th></tr></thead>' +
      '<tbody><tr><td>包</td><td><input id="a"></td><td rowspan="2"><input id="f"></td></tr>' +
      '<tr><td>鞋</td><td><input id="b"></td></tr></tbody></table>',
    '涨价或折扣',
    ['a', 'b'],
  ],
  [
    'over a column that also has a tick box',
    '<table><thead><tr><th colspan="2">宝贝</th><th>邮费</th></tr></thead><tbody>' +
      '<tr><td>包</td><td>1</td><td><input type="checkbox" id="t"><input id="f"></td></tr></tbody></table>',
    '邮费',
    ['f'],
  ],
  ['as a label element around it', '<label><input type="checkbox" id="a"> 免运费</label>', '免运费', ['a']],
  ['as a label element that names it', '<input id="a"><label for="a">邮费</label>', '邮费', ['a']],
  [
    'behind a tick box, in an element of its own',
    '<p><input type="checkbox" id="a"><span>免运费</span></p>',
    '免运费',
    ['a'],
  ],
  ['right behind a tick box', '<p><input type="checkbox" id="a">免运费</p>', '免运费', ['a']],
  [
    'without a field of its own: not the next label’s',
    '<p>邮费</p><p>涨价或折扣 <input id="a"></p>',
    '邮费',
    [],
  ],
  ['only inside a longer word', '<p>免邮费用 <input id="a"></p>', '邮费', []],
  ['in a sentence about it', '<p>邮费由买家承担</p><p><input id="a"></p>', '邮费', []],
  ['before a hidden field', '<p>邮费 <input type="hidden" id="h"><input id="a"></p>', '邮费', ['a']],
];

it.each(cases)('a label %s names its field', (_, html, label, ids) => {
  expect(named(html, { label })).toEqual(ids);
});

it('a selector finds the field a component wraps, and a field itself', () => {
  const html = '<span class="box"><input id="a"></span><input class="box" id="b">';
  expect(named(html, '.box')).toEqual(['a', 'b']);
});

it('the first alternative that finds a field wins, and an index chooses among the fields of a label', () => {
  const html = '<p>涨价或折扣 <input id="a"></p><p>涨价或折扣 <input id="b"></p>';
  expect(named(html, ['.gone', { label: '涨价或折扣' }])).toEqual(['a', 'b']);
  expect(named(html, { label: '涨价或折扣', index: -1 })).toEqual(['b']);
});
