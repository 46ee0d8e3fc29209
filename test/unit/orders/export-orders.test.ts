import { describe, expect, it, test } from 'vitest';
import { say } from '../../../rules/language/local-text.ts';
import { confirmText } from '../../../rules/orders/confirm-text.ts';
import {
  type ExportOptions,
  exportRows,
  type ListedOrder,
  sheetSafe,
} from '../../../rules/orders/export-rows.ts';
import { maskAddress, maskName, maskNumbers, maskPhone } from '../../../rules/orders/mask-personal.ts';
import type { Order } from '../../../rules/orders/order.ts';
import fc from '../property.ts';

const order: Order = {
  key: 'k1',
  platform: 'jd',
  orderId: '301234567890123456',
  buyer: '西瓜妹妹',
  receiver: '张三丰',
  phone: '13812345678',
  address: '浙江省杭州市西湖区文三路90号3栋402',
  amount: 12_990,
  status: 'unshipped',
  statusText: '等待出库',
  placedAt: Date.parse('2026-03-05T09:05+08:00'),
  memo: '=改发顺丰，电话13900001111',
  lines: [{ title: '托特包', sku: '黑色 大号', code: 'B-12', quantity: 2, price: 6_495 }],
};
const now = Date.parse('2026-03-05T12:00+08:00');
const row: ListedOrder = {
  order,
  flags: [
    { name: 'ship-today', level: 'warn', label: say('今天18:00前发', 'By 18:00'), reasons: [] },
    { name: 'memo', level: 'info', label: say('有备注', 'Memo'), reasons: [] },
  ],
  due: { at: Date.parse('2026-03-05T18:00+08:00'), what: say('发货', 'Ship') },
  verdict: { name: '中国邮政', label: say('可到·中国邮政', 'Reached'), level: 'info' },
};
const cells = (patch: Partial<ExportOptions> = {}): Record<string, string> => {
  const [head = [], body = []] = exportRows([row], { language: 'zh-CN', now, clear: false, ...patch });
  return Object.fromEntries(head.map((name, at) => [name, body[at] ?? '']));
};

describe('an export of orders', () => {
  it('says what the list shows, with persons masked', () => {
    expect(cells()).toMatchObject({
      订单号: '301234567890123456',
      状态: '等待出库',
      提醒: '今天18:00前发；有备注',
      截止时间: '2026-03-05 18:00',
      下一步: '发货',
      快递判断: '可到·中国邮政',
      '金额（元）': '129.90',
      下单时间: '2026-03-05 09:05',
      商品: '托特包 黑色 大号 B-12 ×2',
      件数: '2',
      买家: '西***',
      收货人: '张**',
      电话: '138****5678',
      地址: '浙江省杭州市西湖区****',
      备注: '=改发顺丰，电话139****1111',
      已处理: '',
    });
  });

  it('gives persons in the clear only when that is asked for', () => {
    expect(cells({ clear: true })).toMatchObject({ 收货人: '张三丰', 电话: '13812345678', 买家: '西瓜妹妹' });
    const masked = JSON.stringify(cells());
    for (const secret of ['张三丰', '13812345678', '文三路', '西瓜妹妹', '13900001111']) {
      expect(masked).not.toContain(secret);
    }
  });

  it('has the same columns in every row and in both languages', () => {
    const bare: ListedOrder = { order: { key: 'x', platform: 'pdd', lines: [] }, flags: [] };
    for (const language of ['zh-CN', 'en'] as const) {
      const rows = [...exportRows([row, bare], { language, now, clear: false })];
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      expect(rows[0]?.every((name) => name !== '')).toBe(true);
    }
  });
});

describe('a cell of a CSV file', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+8613812345678', "'+8613812345678"],
    ['-3', "'-3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['\t=1', "'\t=1"],
    ['301234567890123456', '\t301234567890123456'],
    ['0571', '\t0571'],
    ['129.90', '129.90'],
    ['浙江省', '浙江省'],
    ['', ''],
  ])('%j stands as %j', (cell, safe) => {
    expect(sheetSafe(cell)).toBe(safe);
  });
  it('never begins like a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sheetSafe(text)).not.toMatch(/^[=+\-@\r]|^\t\D/);
      }),
    );
  });
});

describe('what tells who somebody is', () => {
  test.each([
    ['张三', '张*'],
    ['欧阳娜娜', '欧***'],
    ['张**', '张**'],
    ['Ann Lee', 'A***'],
    ['', ''],
  ])('the name %j is shown as %j', (name, masked) => expect(maskName(name)).toBe(masked));

  test.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138****5678'],
    ['138****5678', '138****5678'],
    ['13812345678-1234', '138****5678-****'],
    ['0571-88881234', '0571-****1234'],
    ['+86 13812345678', '+861****5678'],
    ['4008001234', '400****1234'],
  ])('the phone %j is shown as %j', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  test.each([
    ['浙江省杭州市西湖区文三路90号阳光小区3栋', '浙江省杭州市西湖区****'],
    ['浙江省 杭州市 西湖区 文三路90号', '浙江省 杭州市 西湖区****'],
    ['上海市徐汇区天钥桥路1号', '上海市徐汇区****'],
    ['新疆维吾尔自治区伊犁哈萨克自治州伊宁市解放路', '新疆维吾尔自治区伊犁哈萨克自治州伊宁市****'],
    ['浙江杭州西湖区文三路', '浙江杭州西湖区****'],
    ['江苏省昆山市玉山镇', '江苏省昆山市****'],
    ['阳光小区3栋402', '****'],
    ['张三 13812345678 浙江省杭州市', '****'],
    ['幸福路12号科技园区5楼', '****'],
    ['', '****'],
  ])('the address %j is shown as %j', (address, masked) => expect(maskAddress(address)).toBe(masked));

  it('is hidden in a memo, where numbers may stand anywhere', () => {
    expect(maskNumbers('改电话 139 0000-1111，发3件，单号YT1234567890123')).toBe(
      '改电话 139****1111，发3件，单号YT123****0123',
    );
  });

  it('is never given away by digits: no run of eight is left', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d -]{0,30}$/), (text) => {
        expect(maskPhone(text)).not.toMatch(/\d{8}/);
        expect(maskAddress(`文三路${text}`)).toBe('****');
      }),
    );
  });
});

describe('the text that asks to look over an order', () => {
  it('names goods, person, address and the courier', () => {
    expect(confirmText(order, '中国邮政')).toBe(
      [
        '亲，您好，跟您核对一下订单：',
        '宝贝：托特包，黑色 大号 ×2',
        '收货人：张三丰 13812345678',
        '地址：浙江省杭州市西湖区文三路90号3栋402',
        '默认发中国邮政',
        '请您看一眼，都对的话回复我“对的”，有要改的告诉我就可以~',
      ].join('\n'),
    );
  });
  it('asks for what the page does not show, and names no courier the table does not tell', () => {
    const text = confirmText({ key: 'k', platform: 'taobao', lines: [] }, undefined);
    expect(text).toBe(
      '亲，您好，跟您核对一下订单：\n尺码颜色、收货地址、电话也请您在订单里看一眼，都对的话回复我“对的”，有要改的告诉我就可以~',
    );
  });
});
