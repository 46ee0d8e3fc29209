import type { PageKind } from '../site-map/facts.ts';
import type { ValueType } from './value-type.ts';

/** One thing an agent can point at, with what usually tells it. */
export interface FieldSpec {
  /** As the health line names it: `orderId`, `lines.title`, `messages.text`. */
  name: string;
  type: ValueType;
  required?: true;
  /** Shown by some rows only (a memo, a shipping time): few rows yielding it says nothing against a locator. */
  rare?: true;
  /** Whole labels that stand before it on Chinese back offices, or head its column. */
  labels: readonly string[];
  /** What its class, testid or attribute may be called. */
  names?: RegExp;
  /** What its text looks like where nothing names it. */
  shape?: RegExp;
  /** Words beside it in a text that holds several of its kind. */
  beside?: RegExp;
}

const orderId: FieldSpec = {
  name: 'orderId',
  type: 'id',
  labels: [
    '订单编号',
    '订单号',
    '交易编号',
    '交易号',
    '主订单编号',
    '主订单号',
    '单号',
    '订单ID',
    'Order No',
    'Order ID',
  ],
  names: /order-?_?(?:id|no|sn|num(?:ber)?|code)|trade-?_?(?:id|no)|ddh|tid$/i,
};
const buyer: FieldSpec = {
  name: 'buyer',
  type: 'text',
  labels: [
    '买家',
    '买家昵称',
    '买家会员名',
    '用户昵称',
    '用户',
    '会员',
    '会员名',
    '客户',
    '下单人',
    '昵称',
    '买家信息',
    '下单账号',
    'Buyer',
  ],
  names: /buyer|nick|user-?name|customer|member|pin$/i,
};
const amount: FieldSpec = {
  name: 'amount',
  type: 'money',
  labels: [
    '实收款',
    '实付款',
    '实付金额',
    '实付',
    '订单金额',
    '应付金额',
    '应付',
    '合计',
    '总金额',
    '实收',
    '支付金额',
    '付款金额',
    '总价',
    '金额',
    '订单总额',
    'Total',
  ],
  names: /(?:pay|total|order|actual|real)-?_?(?:amount|price|fee|money)|amount|receivable|payment/i,
  shape: /[¥￥]\s*\d/,
};
const status: FieldSpec = {
  name: 'status',
  type: 'text',
  labels: ['订单状态', '交易状态', '状态', '发货状态', 'Status'],
  names: /(?:order|trade|deal)-?_?(?:status|state)|status|state-?text/i,
  shape:
    /^(?:等待)?(?:买家|卖家|商家)?[待已未]\s*(?:付款|支付|发货|出库|收货|签收|完成|取消|关闭|评价|配货|揽收|退款|确认收货|成团)|^(?:等待|买家[已未待]|卖家[已未待]|商家[已未待]|交易(?:成功|关闭|完成|取消)|订单[已未待完取关]|退款[中成关待]|售后[中完]|配送中|运输中|已完成|已取消|已关闭)[\u4e00-\u9fff]{0,8}$/,
};

export const ordersGuide: readonly FieldSpec[] = [
  { ...orderId, required: true },
  buyer,
  {
    name: 'receiver',
    type: 'text',
    labels: ['收货人', '收件人', '收货人姓名', '收货信息', '收货人信息', '收件信息', 'Receiver'],
    names: /receiver|consignee|recipient|cons-?name|shouhuoren/i,
  },
  {
    name: 'phone',
    type: 'phone',
    labels: ['联系电话', '手机', '手机号', '手机号码', '电话', '联系方式', '收货电话', '收货人电话', 'Phone'],
    names: /phone|mobile|tel$|contact/i,
    shape: /(?<![\d-])1[3-9\d*][\d*]{9}(?![\d-])/,
  },
  {
    name: 'address',
    type: 'text',
    labels: ['收货地址', '详细地址', '地址', '收件地址', '收货人地址', '收货信息', '收件信息', 'Address'],
    names: /addr(?:ess)?/i,
    shape:
      /[\u4e00-\u9fff]{2,}(?:省|自治区|特别行政区|市)[\s\S]{0,12}?[\u4e00-\u9fff]+(?:市|区|县|州|盟|镇|街道)/,
  },
  amount,
  {
    name: 'freight',
    type: 'money',
    rare: true,
    labels: ['运费', '含运费', '邮费', '快递费', '配送费', 'Freight', 'Shipping'],
    names: /freight|postage|post-?fee|ship(?:ping)?-?fee|carriage/i,
    shape: /(?:运费|邮费|快递费)[^\d]{0,4}\d/,
    beside: /运费|邮费|快递费|配送费/,
  },
  status,
  {
    name: 'placedAt',
    type: 'time',
    labels: ['下单时间', '创建时间', '成交时间', '拍下时间', '订单时间', '成交于', '下单', '创建于', '时间'],
    names: /(?:create|order|place|deal|trade)d?-?_?(?:time|date|at)|date|time/i,
    shape: /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\D{0,2}\s*\d{1,2}:\d{2}/,
    beside: /下单|创建|成交|拍下/,
  },
  {
    name: 'paidAt',
    type: 'time',
    rare: true,
    labels: ['付款时间', '支付时间', '付款于'],
    names: /pay(?:ment)?-?_?(?:time|date)|paid/i,
    beside: /付款|支付/,
  },
  {
    name: 'shipBy',
    type: 'time',
    rare: true,
    labels: ['最晚发货时间', '承诺发货时间', '发货截止', '最晚发货'],
    names: /promise|ship-?by|deadline/i,
    beside: /最晚|承诺|截止/,
  },
  {
    name: 'shippedAt',
    type: 'time',
    rare: true,
    labels: ['发货时间', '出库时间'],
    names: /(?:ship(?:ped|ping)?|deliver(?:y|ed)?)-?_?(?:time|date|at)/i,
    beside: /发货|出库/,
  },
  {
    name: 'memo',
    type: 'text',
    rare: true,
    labels: ['备注', '卖家备注', '商家备注', '买家留言', '留言', '订单备注', 'Memo', 'Note'],
    names: /memo|remark|note|beizhu|message-?to-?seller/i,
  },
  {
    name: 'courier',
    type: 'text',
    rare: true,
    labels: ['物流公司', '快递公司', '快递', '承运商'],
    names: /courier|carrier|express-?(?:name|company)|logistics-?company/i,
  },
  {
    name: 'trackingNo',
    type: 'id',
    rare: true,
    labels: ['运单号', '物流单号', '快递单号', '运单编号'],
    names: /tracking|waybill|express-?no|mail-?no/i,
  },
  {
    name: 'lastTrackText',
    type: 'text',
    rare: true,
    labels: ['最新物流', '物流信息', '物流状态'],
    names: /last-?track|logistics-?(?:info|trace)/i,
  },
  { name: 'lastTrackAt', type: 'time', rare: true, labels: ['最新物流时间'] },
];

/** The goods lines in an order: their own row first, then these. */
export const linesGuide: readonly FieldSpec[] = [
  {
    name: 'lines.title',
    type: 'text',
    labels: ['商品', '宝贝', '商品名称', '商品信息', '宝贝名称'],
    names: /(?:goods|item|product|sku)-?_?(?:title|name)|title/i,
  },
  {
    name: 'lines.sku',
    type: 'text',
    rare: true,
    labels: ['规格', '颜色分类', '款式', '型号', '颜色'],
    names: /spec|sku|props?$/i,
  },
  {
    name: 'lines.code',
    type: 'text',
    rare: true,
    labels: ['商家编码', '货号', '编码'],
    names: /(?:outer|merchant)-?_?(?:id|code)/i,
  },
  {
    name: 'lines.quantity',
    type: 'int',
    labels: ['数量', '件数'],
    names: /quantity|qty|count|num$/i,
    shape: /^[x×✕*]\s*\d+$|^\d+\s*件$/,
  },
  { name: 'lines.price', type: 'money', labels: ['单价', '价格'], names: /price/i },
  { name: 'lines.refund', type: 'text', rare: true, labels: ['售后', '退款状态'] },
];

export const reviewsGuide: readonly FieldSpec[] = [
  {
    name: 'text',
    type: 'prose',
    required: true,
    labels: ['评价内容', '评论内容', '评价', '评论'],
    names: /(?:comment|review|rate|evaluate?(?:ion)?)-?_?(?:text|content|desc)|content/i,
  },
  { name: 'rating', type: 'rating', labels: ['评分', '星级', '描述相符'], names: /star|rat(?:e|ing)|score/i },
  orderId,
  buyer,
  {
    name: 'time',
    type: 'time',
    labels: ['评价时间', '评论时间', '时间'],
    names: /time|date/i,
    shape: /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/,
  },
  {
    name: 'itemTitle',
    type: 'text',
    labels: ['商品', '宝贝', '商品名称'],
    names: /(?:goods|item|product)-?_?(?:title|name)/i,
  },
  { name: 'sku', type: 'text', rare: true, labels: ['规格'], names: /spec|sku/i },
  { name: 'append', type: 'prose', rare: true, labels: ['追评', '追加评价'], names: /append/i },
  {
    name: 'reply',
    type: 'prose',
    rare: true,
    labels: ['商家回复', '卖家回复', '解释', '回复'],
    names: /reply|explain/i,
  },
];

export const refundsGuide: readonly FieldSpec[] = [
  { ...orderId, required: true },
  buyer,
  {
    name: 'type',
    type: 'text',
    labels: ['售后类型', '退款类型', '类型'],
    names: /(?:refund|after-?sale)-?_?type|type/i,
    shape: /^(?:仅退款|退货退款|换货|维修|补寄|退款退货|退款)$/,
  },
  { name: 'reason', type: 'text', labels: ['退款原因', '售后原因', '申请原因', '原因'], names: /reason/i },
  {
    ...amount,
    labels: ['退款金额', '申请金额', '售后金额', '金额', '退款'],
    names: /refund-?_?(?:amount|fee|money)|amount/i,
  },
  { ...status, labels: ['售后状态', '退款状态', '处理状态', '状态'] },
  {
    name: 'time',
    type: 'time',
    labels: ['申请时间', '发起时间', '时间'],
    names: /time|date/i,
    shape: /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/,
  },
  { name: 'returnTrackingNo', type: 'id', rare: true, labels: ['退货单号', '退货物流单号', '退货运单号'] },
  { name: 'trackingNo', type: 'id', rare: true, labels: ['发货单号', '运单号', '物流单号'] },
  { name: 'memo', type: 'text', rare: true, labels: ['备注'], names: /memo|remark/i },
];

export const conversationGuide: readonly FieldSpec[] = [
  { name: 'conversations.name', type: 'text', labels: [], names: /nick|user-?name|(?:^|[-_])name|title/i },
  {
    name: 'conversations.id',
    type: 'id',
    labels: [],
    names: /(?:user|conv(?:ersation)?|session|cid|uid|buyer)-?_?(?:id)?$/i,
  },
  {
    name: 'conversations.preview',
    type: 'text',
    rare: true,
    labels: [],
    names: /last|preview|brief|digest|summary|(?:msg|message)-?_?(?:text|content)/i,
  },
  {
    name: 'conversations.unread',
    type: 'int',
    rare: true,
    labels: [],
    names: /unread|badge|count/i,
    shape: /^\d{1,3}\+?$/,
  },
  {
    name: 'conversations.time',
    type: 'time',
    rare: true,
    labels: [],
    names: /time|date/i,
    shape: /^\d{1,2}:\d{2}$|^昨天|^\d{1,2}[-/]\d{1,2}/,
  },
];

export const messagesGuide: readonly FieldSpec[] = [
  { name: 'messages.text', type: 'prose', required: true, labels: [] },
  {
    name: 'messages.time',
    type: 'time',
    rare: true,
    labels: [],
    names: /time|date/i,
    shape: /\d{1,2}:\d{2}/,
  },
  { name: 'messages.id', type: 'text', labels: [], names: /(?:msg|message|m)-?_?id$|^id$/i },
  { name: 'messages.image', type: 'url', rare: true, labels: [] },
];

export const chatPageGuide: readonly FieldSpec[] = [
  {
    name: 'buyer',
    type: 'text',
    labels: [],
    names: /(?:buyer|peer|user|chat|contact)-?_?(?:name|nick|title)/i,
  },
  { name: 'editor', type: 'element', required: true, labels: [] },
  { name: 'send', type: 'element', labels: [] },
];

export const priceGuide: readonly FieldSpec[] = [
  { name: 'inputs.price', type: 'element', required: true, labels: [] },
  {
    name: 'current',
    type: 'money',
    labels: ['当前金额', '当前价格', '现价', '原价', '订单金额', '应付', '商品总价', '合计'],
    shape: /[¥￥]\s*\d/,
  },
  { ...orderId },
  { name: 'lineTitle', type: 'text', labels: ['商品', '宝贝'] },
  { name: 'inputs.freight', type: 'element', labels: ['运费', '邮费', '快递费'] },
  { name: 'inputs.freeFreight', type: 'element', labels: ['免运费', '免邮', '包邮'] },
  { name: 'confirm', type: 'element', labels: [], names: /^ok$|confirm|submit/i },
];

/** Every field of a kind of page, in the order it is asked for. */
export const guides: Record<PageKind, readonly FieldSpec[]> = {
  orders: [...ordersGuide, ...linesGuide],
  reviews: reviewsGuide,
  refunds: refundsGuide,
  price: priceGuide,
  chat: [...conversationGuide, ...messagesGuide, ...chatPageGuide],
};

export const specOf = (kind: PageKind, field: string): FieldSpec | undefined =>
  guides[kind].find((spec) => spec.name === field);
