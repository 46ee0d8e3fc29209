import type { SiteMap } from '../../../storage/schemas/site-map.ts';

/**
 * What back offices print beside values, in table heads and as states. Only these words survive blanking, because the
 * same ones stand on every seller's page. Nothing here can be part of a name, of an address or of a shop's goods.
 */
const words = `
订单号 订单编号 订单ID 订单信息 订单状态 订单金额 订单备注 订单详情 子订单号 子订单编号 主订单号 交易号 交易编号 交易单号 交易状态 成交时间
下单时间 创建时间 付款时间 支付时间 发货时间 出库时间 收货时间 完成时间 成团时间 签收时间 承诺发货时间 最晚发货时间 预计发货时间 剩余发货时间 发货截止时间 要求发货时间
下单账号 下单人 买家 买家昵称 买家账号 买家信息 买家留言 买家备注 买家实付 买家ID 会员名 旺旺 昵称 账号 登录账号 客服账号 当前账号
收货人 收件人 收货信息 收件信息 收货地址 收件地址 地址 联系方式 联系电话 联系人 手机 手机号 手机号码 电话 姓名
实付 实付金额 实付款 实收 实收款 实收金额 应付 应收 应付金额 应收金额 支付金额 付款金额 商品金额 商品总价 总价 总额 总金额 合计 小计 金额 货款 优惠 优惠金额 店铺优惠 平台优惠 折扣 改价
运费 邮费 快递费 配送费 免运费 包邮 涨价或折扣 现价 原价 单价 价格 售价
商品 商品信息 商品名称 商品编号 商品编码 商品规格 商品数量 商家编码 货号 款号 规格 规格型号 颜色 颜色分类 尺码 尺寸 数量 件数 编码 SKU SPU
备注 商家备注 卖家备注 客服备注 旗帜 标记
快递 快递公司 物流公司 物流 物流信息 物流状态 物流单号 快递单号 运单号 运单编号 最新物流 发货方式 配送方式 支付方式 付款方式
售后 售后状态 售后类型 售后编号 售后单号 退款 退款状态 退款金额 退款原因 退款类型 退款编号 申请时间 申请原因 退货单号 退货物流 退货运单号
评价 评价内容 评价时间 评分 追评 追加评价 商家回复 回复 描述相符 物流服务 服务态度 好评 中评 差评
操作 状态 时间 店铺 店铺名称 类型 原因 全部
待付款 待发货 待出库 等待出库 待收货 待成团 待评价 待处理 已付款 已发货 已出库 已签收 已收货 已完成 已取消 已关闭 已退款 部分发货 交易成功 交易关闭 交易完成 退款中 退款成功 售后中 未发货 未付款 付款 下单 发货
order id no number buyer seller receiver recipient consignee phone mobile address amount total paid price freight shipping
status state created placed shipped time memo note remark quantity qty sku code courier carrier tracking refund reason type
rating review reply
`;

/** Labels are compared without blanks, brackets and colons, and in one width and case. */
export const foldLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（][^)）]{0,8}[)）]\s*:?\s*$/u, '')
    .replace(/[\s:·*＊]+/gu, '');

/** Every value stored under `key` anywhere in a document. */
function valuesOf(node: unknown, key: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => (name === key ? [value] : valuesOf(value, key)));
}

/** The labels and states that may stand in a report: ours and those of the maps in the package. */
export function knownLabels(builtIn: readonly SiteMap[]): ReadonlySet<string> {
  const ofMaps = builtIn.flatMap((map) => [
    ...valuesOf(map.pages, 'label').filter((label) => typeof label === 'string'),
    ...valuesOf(map.pages, 'statuses').flatMap((table) => Object.keys(table as object)),
  ]);
  return new Set([...words.split(/\s+/), ...ofMaps].map(foldLabel).filter((label) => label !== ''));
}
