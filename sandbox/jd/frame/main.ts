import { createApp, defineComponent, h } from 'vue';
import { showRibbon } from '../../page/ribbon.ts';
import { jdShell } from '../shell.ts';
import '../jd.css';

// The form in which shop.jd.com only carries the menu and the orders sit in a frame of another host (markets.md §4).
const source = new URL('https://trade-order-jdm.jd.com/orderList');
for (const [name, value] of new URL(location.href).searchParams) {
  if (name !== 'frame') source.searchParams.set(name, value);
}
source.searchParams.set('inside', '1');

showRibbon('京东订单管理 · 订单列表在 iframe 里 · 数据均为虚构');
createApp(
  defineComponent(
    () => () => jdShell(h('iframe', { class: 'jdm-frame', src: source.href, title: '订单列表' })),
  ),
).mount('#app');
