// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { locateElements, locateValue } from '../../../content/site-map/locate.ts';
import { scopeOf } from '../../../content/site-map/scope.ts';
import type { Locator } from '../../../storage/schemas/site-map.ts';

function row(html: string): Element {
  document.body.innerHTML = `<section id="row">${html}</section>`;
  const found = document.querySelector('#row');
  if (!found) throw new Error('no row');
  return found;
}

const read = (html: string, locator: Locator): string | undefined =>
  locateValue(locator, scopeOf([row(html)], false), (text) => text);

describe('a locator with css', () => {
  it.each<[string, string, Locator, string | undefined]>([
    ['takes the first match', '<b>一</b><b>二</b>', 'b', '一'],
    ['takes the nth match', '<b>一</b><b>二</b>', { css: 'b', index: 1 }, '二'],
    ['counts a negative index from the end', '<b>一</b><b>二</b>', { css: 'b', index: -1 }, '二'],
    ['is absent past the end', '<b>一</b>', { css: 'b', index: 3 }, undefined],
    ['takes an attribute', '<b data-random="17-0-all">x</b>', { css: 'b', attr: 'data-random' }, '17-0-all'],
    [
      'takes group 1 of a pattern',
      '<b data-random="17-0-all">x</b>',
      { css: 'b', attr: 'data-random', pattern: '^(\\d+)-' },
      '17',
    ],
    ['takes the whole match without a group', '<b>共 12 件</b>', { css: 'b', pattern: '\\d+' }, '12'],
    [
      'goes on to the match that fits the pattern',
      '<b>¥19.90</b><b>x2</b>',
      { css: 'b', pattern: '^x(\\d+)$' },
      '2',
    ],
    ['reads only own text', '<p>张**<button>查看</button></p>', { css: 'p', own: true }, '张**'],
    ['joins inline parts and parts blocks', '<p><i>1</i><i>2</i><span>3</span></p>', 'p', '123'],
    ['keeps the lines of what a person wrote', '<pre>一\n二</pre>', 'pre', '一\n二'],
    ['reads the value of a field', '<input value="39.90" placeholder="1">', 'input', '39.90'],
    ['reads the placeholder of an empty field', '<input placeholder="39.90">', 'input', '39.90'],
    ['counts', '<svg class="s"></svg><svg class="s"></svg>', { count: 'svg.s' }, '2'],
    ['counts none as 0', '<i></i>', { count: 'svg.s' }, '0'],
    ['prefers an alternative that finds some to a count of none', '<b>4</b>', [{ count: 'svg.s' }, 'b'], '4'],
    ['takes the first alternative that yields', '<b></b><i>旧</i>', ['u', 'b', 'i', 'section'], '旧'],
    ['finds nothing by a selector the browser refuses', '<b>x</b>', [':nonsense(', 'b'], 'x'],
    ['reads the row itself without css', '订单号 260908-17', { pattern: '(\\d[\\d-]{5,})' }, '260908-17'],
    ['counts pattern matches of the row by index', '1/2/3', { pattern: '\\d', index: -1 }, '3'],
    [
      'never reads what is ours',
      '<shoubian-mark data-order="1"></shoubian-mark>',
      { css: '[data-order]', attr: 'data-order' },
      undefined,
    ],
  ])('%s', (_, html, locator, expected) => {
    expect(read(html, locator)).toBe(expected);
  });

  it('falls through to the next alternative when a value cannot be read as its type', () => {
    const scope = scopeOf([row('<b>刚刚</b><i>7</i>')], false);
    expect(locateValue(['b', 'i'], scope, (text) => (/^\d+$/.test(text) ? Number(text) : undefined))).toBe(7);
  });

  it('matches the row itself only where nothing inside does', () => {
    const outer = row('<b data-id="inner"></b>');
    outer.setAttribute('data-id', 'outer');
    const scope = scopeOf([outer], false);
    expect(locateValue({ css: '[data-id]', attr: 'data-id' }, scope, (text) => text)).toBe('inner');
    outer.replaceChildren();
    expect(locateValue({ css: '[data-id]', attr: 'data-id' }, scope, (text) => text)).toBe('outer');
  });

  it('searches open shadow roots, nested ones too, and reads through slots', () => {
    const outer = row('<my-card></my-card>');
    const card = outer.querySelector('my-card')?.attachShadow({ mode: 'open' });
    if (!card) throw new Error('no shadow root');
    card.innerHTML = '<my-price></my-price>';
    const price = card.querySelector('my-price')?.attachShadow({ mode: 'open' });
    if (!price) throw new Error('no shadow root');
    price.innerHTML = '<b>39.90</b>';
    expect(locateValue('b', scopeOf([outer], true), (text) => text)).toBe('39.90');
    expect(locateValue({ pattern: '[\\d.]+' }, scopeOf([outer], true), (text) => text)).toBe('39.90');
  });

  it('takes the members of a group for its inside', () => {
    document.body.innerHTML = '<p class="head">1</p><p class="sub">a</p><p class="sub">b</p>';
    const members = [...document.querySelectorAll('p')];
    const scope = scopeOf(members, false, true);
    expect(locateElements('.sub', scope)).toHaveLength(2);
    expect(locateValue({ css: 'p', index: -1 }, scope, (text) => text)).toBe('b');
  });

  it('tells elements apart by their text', () => {
    const outer = row('<div role="dialog">提示</div><div role="dialog">修改宝贝价格 <input></div>');
    const found = locateElements(
      { css: '[role="dialog"]', pattern: '修改宝贝价格' },
      scopeOf([outer], false),
    );
    expect(found).toEqual([outer.children[1]]);
  });
});

describe('a locator with a label', () => {
  it.each<[string, string, string, string | undefined]>([
    ['in the same text, full-width colon', '<p>订单编号：260908-17</p>', '订单编号', '260908-17'],
    ['in the same text, half-width colon', '<p>Order no.: A-17</p>', 'Order no.', 'A-17'],
    ['whatever the case', '<p>ORDER ID: A-17</p>', 'Order ID', 'A-17'],
    ['when the map writes the colon too', '<p>买家昵称：小圆</p>', '买家昵称：', '小圆'],
    ['before a sign without a colon', '<p>实收款¥19.90</p>', '实收款', '¥19.90'],
    ['past a bracketed unit', '<p>实收款（元）：19.90</p>', '实收款', '19.90'],
    [
      'up to the next label in the same text',
      '<p>订单编号：1 下单时间：2026-09-08 16:30</p>',
      '订单编号',
      '1',
    ],
    [
      'with a time that has colons',
      '<p>下单时间：2026-09-08 16:30:00</p>',
      '下单时间',
      '2026-09-08 16:30:00',
    ],
    ['in the next element', '<p>订单编号：<b>17</b></p>', '订单编号', '17'],
    ['in the next sibling', '<span>订单编号：</span><span>17</span>', '订单编号', '17'],
    ['past an icon', '<span>订单编号：</span><i></i><span>17</span>', '订单编号', '17'],
    ['past a colon of its own', '<span>订单编号</span>：<span>17</span>', '订单编号', '17'],
    ['in the next cell', '<table><tr><td>买家</td><td>小圆</td></tr></table>', '买家', '小圆'],
    [
      'in the cell beside a nested label',
      '<table><tr><td><b>买家：</b></td><td>小圆</td></tr></table>',
      '买家',
      '小圆',
    ],
    ['in a description list', '<dl><dt>买家</dt><dd>小圆</dd><dt>电话</dt><dd>1</dd></dl>', '买家', '小圆'],
    ['in a field', '<label>价格</label><div><input value="9.90"></div>', '价格', '9.90'],
    ['in a language we have never seen', '<p>Số đơn hàng: 17</p>', 'Số đơn hàng', '17'],
    ['not inside a longer word', '<p>子订单号：5</p><p>订单号：6</p>', '订单号', '6'],
    ['not as the beginning of a longer word', '<p>买家昵称：小圆</p>', '买家', undefined],
    [
      'absent when its cell is empty',
      '<table><tr><td>买家</td><td></td><td>电话</td><td>1</td></tr></table>',
      '买家',
      undefined,
    ],
    [
      'absent when the next thing is another label',
      '<span>买家：</span><span>电话：</span><span>1</span>',
      '买家',
      undefined,
    ],
    [
      'absent when its line is empty',
      '<div><span>买家：</span><span></span></div><div>电话：1</div>',
      '买家',
      undefined,
    ],
    [
      'absent when the next line is another field',
      '<div><p>买家：</p></div><div>电话：1</div>',
      '买家',
      undefined,
    ],
    ['absent when it stands nowhere', '<p>x</p>', '买家', undefined],
  ])('reads %s', (_, html, label, expected) => {
    expect(read(html, { label })).toBe(expected);
  });

  it('stays inside its css, takes the nth, and applies a pattern', () => {
    const html = '<div class="a">金额：1</div><div class="b">金额：2元<br>金额：3元</div>';
    expect(read(html, { css: '.b', label: '金额' })).toBe('2元');
    expect(read(html, { label: '金额', index: -1, pattern: '\\d' })).toBe('3');
  });
});
