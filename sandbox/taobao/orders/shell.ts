import { h, type VNode } from 'vue';

export const soldPath = '/home.htm/trade-platform/tp/sold';

/** Routes of the single-page back office (markets.md §3); only the list of sold orders has a known structure. */
export const routes: readonly { path: string; title: string }[] = [
  { path: '/home.htm/QnworkbenchHome/', title: '首页' },
  { path: soldPath, title: '已卖出的宝贝' },
  { path: '/home.htm/trade-platform/refund-list', title: '退款管理' },
  { path: '/home.htm/comment-manage/list/rateWait4PC', title: '评价管理' },
];

interface Props {
  path: string;
  onGo(path: string): void;
}

/** Top bar and menu of the workbench around whatever route is open. */
export const qnShell = ({ path, onGo }: Props, content: VNode): VNode =>
  h('div', { class: 'qn' }, [
    h('header', { class: 'qn-top' }, [
      h('b', '千牛商家工作台'),
      h('span', '商品'),
      h('span', '交易'),
      h('span', '店铺'),
      h('i'),
      h('span', '手边练习小店'),
    ]),
    h('div', { class: 'qn-main' }, [
      h(
        'nav',
        { class: 'qn-menu' },
        routes.map((route) =>
          h(
            'a',
            {
              href: route.path,
              class: { on: route.path === path },
              onClick: (event: Event) => {
                event.preventDefault();
                onGo(route.path);
              },
            },
            route.title,
          ),
        ),
      ),
      content,
    ]),
  ]);

/** A route without anything to read, and without invented structure. */
export const otherRoute = (path: string): VNode =>
  h('section', { class: 'qn-page' }, [
    h('h3', routes.find((route) => route.path === path)?.title ?? '页面'),
    h('p', { class: 'practice-note' }, '练习页说明：公开资料里没有这一页的结构，这里什么也不画。'),
  ]);

/** What risk control puts in the way of the list: a slider, and no orders behind it. */
export const riskSlider = (): VNode =>
  h('div', { class: 'risk-mask' }, [
    h('div', { class: 'risk-box' }, [
      h('p', '亲，请按照说明进行验证哦'),
      h('div', { class: 'risk-track' }, [h('i', '»'), h('span', '请按住滑块，拖动到最右边')]),
      h('p', { class: 'muted' }, 'FAIL_SYS_USER_VALIDATE · RGV587'),
    ]),
  ]);
