import { h, type VNode } from 'vue';

const menu: [string, string[]][] = [
  ['首页', []],
  ['商品', ['商品管理', '库存管理', '新建商品']],
  ['订单', ['订单管理', '自营配送', '订单评价', '发票管理']],
  ['售后', ['售后服务', '纠纷处理', '赔付管理']],
  ['营销', ['促销推广', '优惠券', '店铺会员']],
  ['客服', ['咚咚工作台', '接待记录']],
  ['数据', ['商智', '服务数据']],
];

/** The back office around the order list: top bar with the shop's name and the menu at the left. */
export function jdShell(content: VNode): VNode {
  return h('div', { class: 'jdm-layout' }, [
    h('header', { class: 'jdm-top' }, [
      h('b', { class: 'jdm-logo' }, '京麦'),
      h(
        'nav',
        ['首页', '交易', '商品', '营销', '资金', '服务市场'].map((word) => h('span', word)),
      ),
      h('span', { class: 'jdm-gap' }),
      h('span', '消息 12'),
      h('span', '规则中心'),
      h('span', { class: 'shop-menu-accountV1__right-account-top-name' }, '手边练习旗舰店'),
    ]),
    h('div', { class: 'jdm-main' }, [
      h(
        'aside',
        { class: 'jdm-menu' },
        menu.map(([title, items]) =>
          h('div', { class: 'jdm-menu-group' }, [
            h('p', title),
            ...items.map((item) => h('a', { class: { on: item === '订单管理' } }, item)),
          ]),
        ),
      ),
      content,
    ]),
  ]);
}
