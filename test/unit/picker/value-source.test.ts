// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { specOf } from '../../../content/picker/field-guide.ts';
import { valueSources } from '../../../content/picker/value-source.ts';
import { readAs } from '../../../content/picker/value-type.ts';
import { scopeOf } from '../../../content/site-map/scope.ts';

const NOW = Date.parse('2026-09-09T12:00:00+08:00');

function values(field: string, html: string): string[] {
  const element = document.createElement('div');
  element.innerHTML = html;
  const spec = specOf('orders', field);
  if (!spec) throw new Error('no field');
  const scope = scopeOf([element], false);
  return valueSources(element, spec, NOW).flatMap((source) => readAs(spec.type, source, scope, NOW) ?? []);
}

describe('the value is the part of the text that is of its kind', () => {
  it.each([
    ['orderId', '订单编号：260908-031415926 复制', '260908-031415926'],
    ['orderId', '6974249646098871716', '6974249646098871716'],
    ['orderId', 'XS20260908000123 已付款', 'XS20260908000123'],
    ['orderId', '2026-09-08 10:20:11 单号 88012345678901', '88012345678901'],
    ['orderId', '联系 13800138000，单号 7788990011223344', '7788990011223344'],
    ['amount', '实收款 ¥59.80', '¥59.80'],
    ['amount', '¥59.80<br>(含运费 ¥6.00)', '¥59.80'],
    ['freight', '¥59.80<br>(含运费 ¥6.00)', '¥6.00'],
    ['freight', '快递费：8', '¥8.00'],
    ['placedAt', '2026-09-08 10:20:11 下单，2026-09-08 10:25:00 付款', '2026-09-08 10:20:11'],
    ['paidAt', '2026-09-08 10:20:11 下单，2026-09-08 10:25:00 付款', '2026-09-08 10:25'],
    ['placedAt', '下单时间：2026-09-08 10:20', '2026-09-08 10:20'],
    ['receiver', '苏小满，13800138000<br>浙江省杭州市余杭区云溪路8号', '苏小满'],
    ['address', '苏小满，13800138000<br>浙江省杭州市余杭区云溪路8号', '浙江省杭州市余杭区云溪路8号'],
    ['address', '王**，山东济南市历下区望江路1****', '山东济南市历下区望江路1****'],
    ['phone', '苏小满 138****8000', '138****8000'],
    ['buyer', '一只喵<button>和我联系</button>', '一只喵'],
    ['buyer', '买家：一只喵', '一只喵'],
    ['status', '待发货<a>详情</a>', '待发货'],
  ])('%s of %s', (field, html, value) => expect(values(field, html)[0]).toBe(value));

  it.each([
    ['orderId', '没有号码'],
    ['amount', '面议'],
    ['placedAt', '刚刚'],
    ['phone', '未填写'],
  ])('%s of %s is nothing', (field, html) => expect(values(field, html)).toEqual([]));

  it('what is cut short is read from its title', () => {
    const element = document.createElement('div');
    element.title = '浙江省杭州市余杭区云溪路8号';
    element.textContent = '浙江省杭州市余…';
    const spec = specOf('orders', 'address');
    expect(spec && valueSources(element, spec, NOW)[0]).toEqual({ attr: 'title' });
  });
});
