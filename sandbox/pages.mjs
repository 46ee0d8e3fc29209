/**
 * The practice pages: id, title, the real address each stands at, and where its source lives.
 * Addresses: markets.md "URLs" of each marketplace.
 */
export const practicePages = [
  {
    id: 'pdd-chat',
    title: '拼多多 · 客服工作台',
    url: 'https://mms.pinduoduo.com/chat-merchant/index.html#/',
    path: /^\/chat-merchant\/(index\.html)?$/,
    source: 'pdd/chat/index.html',
  },
  {
    id: 'pdd-reviews',
    title: '拼多多 · 评价管理',
    url: 'https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav',
    path: /^\/goods\/evaluation\/index$/,
    source: 'pdd/reviews/index.html',
  },
  {
    id: 'doudian-chat',
    title: '抖店 · 飞鸽客服工作台',
    url: 'https://im.jinritemai.com/pc_seller_v2/main/workspace',
    path: /^\/(pc_seller_v2\/main\/workspace|pc_seller\/main\/chat)$/,
    source: 'doudian/chat/index.html',
  },
  {
    id: 'jd-orders',
    title: '京东 · 订单管理',
    url: 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders',
    path: /^\/jdm\/trade\/(orders\/order-list|order\/orderList)$/,
    source: 'jd/orders/index.html',
  },
  {
    id: 'jd-orders-frame',
    title: '京东 · 订单管理（订单在 iframe 里）',
    url: 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders&frame=1',
    path: /^\/jdm\/trade\/(orders\/order-list|order\/orderList)$/,
    query: 'frame',
    source: 'jd/frame/index.html',
  },
  {
    id: 'jd-orders-alternate',
    title: '京东 · 订单列表（备用域名）',
    url: 'https://trade-order-jdm.jd.com/orderList',
    path: /^\/orderList(\/waitOut)?$/,
    source: 'jd/orders/index.html',
  },
  {
    id: 'jd-chat',
    title: '京东 · 咚咚工作台',
    url: 'https://dongdong.jd.com/',
    path: /^\/$/,
    source: 'jd/chat/index.html',
  },
  {
    id: 'xianyu-chat',
    title: '闲鱼 · 消息',
    url: 'https://www.goofish.com/im',
    path: /^\/im$/,
    source: 'xianyu/chat/index.html',
  },
  {
    id: '1688-chat',
    title: '1688 · 旺旺网页版（聊天在 iframe 里）',
    url: 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html',
    path: /^\/app\/ocms-fusion-components-1688\/def_cbu_web_im\/(index\.html)?$/,
    source: '1688/frame/index.html',
  },
  {
    id: '1688-chat-core',
    title: '1688 · 旺旺聊天（iframe 里的页面）',
    url: 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im_core/index.html',
    path: /^\/app\/ocms-fusion-components-1688\/def_cbu_web_im_core\/(index\.html)?$/,
    source: '1688/chat/index.html',
  },
  {
    id: 'kuaishou-chat',
    title: '快手小店 · 客服工作台',
    url: 'https://im.kwaixiaodian.com/workbench',
    path: /^\/workbench$/,
    source: 'kuaishou/chat/index.html',
  },
  {
    id: 'xiaohongshu-chat',
    title: '小红书千帆 · 客服工作台（订单卡片）',
    url: 'https://walle.xiaohongshu.com/cstools/chat',
    path: /^\/cstools\/chat$/,
    source: 'xiaohongshu/chat/index.html',
  },
];
