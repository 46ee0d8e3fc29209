import { type LocalText, say } from '../rules/language/local-text.ts';
import type { PageKindName } from './health.ts';

const pages: Record<PageKindName, LocalText> = {
  chat: say('聊天页', 'chat page'),
  orders: say('订单页', 'order page'),
  reviews: say('评价页', 'review page'),
  price: say('改价弹窗', 'price dialog'),
  refunds: say('退款页', 'refund page'),
};

/** What agents call a kind of page. */
export const pageName = (kind: PageKindName): LocalText => pages[kind];

/** Every field name of the site-map contract (site-map.md), as the engine counts it. */
const fields: Record<string, LocalText> = {
  root: say('整块内容', 'the whole list'),
  item: say('每一行', 'the rows'),
  orderId: say('订单号', 'order number'),
  buyer: say('买家', 'buyer'),
  buyerId: say('买家账号', 'buyer account'),
  receiver: say('收货人', 'recipient'),
  phone: say('电话', 'phone'),
  address: say('收货地址', 'address'),
  amount: say('实付金额', 'amount paid'),
  freight: say('运费', 'freight'),
  status: say('订单状态', 'order status'),
  placedAt: say('下单时间', 'time of order'),
  paidAt: say('付款时间', 'time of payment'),
  shipBy: say('最晚发货时间', 'ship-by time'),
  shippedAt: say('发货时间', 'time of shipping'),
  memo: say('备注', 'memo'),
  flag: say('备注旗子', 'memo flag'),
  courier: say('快递公司', 'courier'),
  trackingNo: say('快递单号', 'tracking number'),
  lastTrackAt: say('最新物流时间', 'time of the last tracking entry'),
  lastTrackText: say('最新物流内容', 'last tracking entry'),
  memoEditor: say('备注输入框', 'memo field'),
  mark: say('标记的位置', 'place for marks'),

  'lines.item': say('商品行', 'item lines'),
  'lines.title': say('商品名称', 'item title'),
  'lines.sku': say('商品规格', 'item variant'),
  'lines.code': say('商家编码', 'item code'),
  'lines.quantity': say('商品数量', 'item quantity'),
  'lines.price': say('商品单价', 'item price'),
  'lines.refund': say('商品退款状态', 'item refund status'),

  'items.item': say('会话里的商品', 'products in the conversation'),
  'items.title': say('会话里的商品名称', 'product name in the conversation'),
  'items.sku': say('会话里的商品规格', 'product variant in the conversation'),
  'items.code': say('会话里的商家编码', 'product code in the conversation'),
  'items.id': say('会话里的商品编号', 'product id in the conversation'),

  account: say('当前客服账号', 'signed-in account'),
  editor: say('输入框', 'editor'),
  send: say('发送按钮', 'send button'),
  'conversations.item': say('会话列表', 'conversation list'),
  'conversations.id': say('会话编号', 'conversation number'),
  'conversations.name': say('会话里的买家名', "buyer's name in the conversation list"),
  'conversations.preview': say('会话的最近一句', 'last words in the conversation list'),
  'conversations.unread': say('未读数', 'unread count'),
  'conversations.waiting': say('会话的未回标记', 'mark of an unanswered conversation'),
  'conversations.time': say('会话时间', 'time in the conversation list'),
  'conversations.active': say('当前会话', 'open conversation'),
  'messages.root': say('聊天记录区', 'message area'),
  'messages.item': say('聊天消息', 'messages'),
  'messages.id': say('消息编号', 'message number'),
  'messages.text': say('消息内容', 'message text'),
  'messages.time': say('消息时间', 'message time'),
  'messages.image': say('消息里的图片', 'picture in messages'),
  'messages.nick': say('消息里的名字', "writer's name on messages"),
  'messages.side': say('消息是谁发的', 'who wrote a message'),

  text: say('评价内容', 'review text'),
  rating: say('评分', 'rating'),
  time: say('时间', 'time'),
  append: say('追评', 'added review'),
  itemTitle: say('商品名称', 'item title'),
  sku: say('商品规格', 'item variant'),
  reply: say('商家回复', "shop's reply"),
  replyEditor: say('回复框', 'reply box'),

  current: say('现价', 'present price'),
  lineTitle: say('商品名称', 'item title'),
  'inputs.price': say('价格输入框', 'price field'),
  'inputs.freight': say('运费输入框', 'freight field'),
  'inputs.freeFreight': say('免运费选项', 'free-shipping option'),
  confirm: say('确认按钮', 'confirm button'),

  type: say('售后类型', 'kind of refund'),
  reason: say('退款原因', 'reason for the refund'),
  returnTrackingNo: say('退货单号', 'return tracking number'),
};

/** Fields that say something else on this kind of page than on an order page. */
const fieldsOf: Partial<Record<PageKindName, Record<string, LocalText>>> = {
  chat: { root: say('聊天记录区', 'message area'), buyer: say('当前买家', 'buyer of the open chat') },
  reviews: { time: say('评价时间', 'time of the review') },
  price: { root: say('改价弹窗', 'price dialog') },
  refunds: {
    amount: say('退款金额', 'refund amount'),
    status: say('退款状态', 'refund status'),
    time: say('申请时间', 'time of the request'),
    trackingNo: say('发货单号', 'tracking number'),
  },
};

/**
 * What agents call a field, as maps and the engine's counts spell it (`orderId`, `lines.title`, `messages.text`; the
 * order cards beside a chat are `orders.amount`). A name the contract does not have is given back as it is.
 */
export function fieldName(kind: PageKindName, field: string): LocalText {
  const known = fieldsOf[kind]?.[field] ?? fields[field];
  if (known) return known;
  const card = field.startsWith('orders.') ? fields[field.slice('orders.'.length)] : undefined;
  return card ? say(`订单卡片的${card['zh-CN']}`, `${card.en} on order cards`) : say(field, field);
}
