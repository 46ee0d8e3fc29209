import type { CellRow } from '../phrases/files/delimited.ts';
import { columnName } from '../phrases/files/header.ts';

/** What a column of a register holds. `orderTail`, times and the like of other books have no place here. */
export const entryColumns = [
  'kind',
  'status',
  'createdAt',
  'platform',
  'shop',
  'buyer',
  'phone',
  'orderId',
  'title',
  'sku',
  'code',
  'quantity',
  'issue',
  'reason',
  'courier',
  'trackingNo',
  'amount',
  'promisedAt',
  'solution',
  'owner',
  'doneAt',
  'bagCode',
  'note',
  'by',
] as const;
export type EntryColumn = (typeof entryColumns)[number];

/** Names after normalising, the one we write first, then what shops head their registers with. */
const synonyms: Record<EntryColumn, readonly string[]> = {
  kind: ['类型', '登记类型', '问题类型', '售后类型', '类别', 'kind', 'type'],
  status: ['状态', '是否解决', '是否处理', '处理状态', '解决情况', '是否完成', '完成情况', 'status'],
  createdAt: ['登记时间', '登记日期', '日期', '时间', '退货日期', '反馈日期', 'date', 'createdat'],
  platform: ['平台', '店铺平台', '渠道', 'platform'],
  shop: ['店铺', '店铺名', '店铺名称', '店名', 'shop'],
  buyer: [
    '买家',
    '客户',
    '买家id',
    '客户id',
    '旺旺',
    '旺旺号',
    '买家旺旺',
    '客户旺旺',
    '旺旺名',
    '买家昵称',
    '客户昵称',
    '客户姓名',
    '买家姓名',
    '姓名',
    'buyer',
    'customer',
  ],
  phone: ['电话', '手机', '手机号', '联系电话', '联系方式', '买家电话', 'phone'],
  orderId: ['订单号', '订单编号', '订单', '单号', '交易号', '原订单号', 'orderid', 'orderno', 'ordernumber'],
  title: [
    '商品',
    '商品名称',
    '商品名',
    '宝贝',
    '宝贝名称',
    '品名',
    '产品',
    '产品名称',
    '名称',
    '款式',
    'goods',
  ],
  sku: ['规格', '颜色', '颜色尺码', '尺码', '颜色规格', 'sku'],
  code: ['货号', '款号', '编码', '商品编码', '商家编码', 'code'],
  quantity: ['件数', '数量', '退货数量', 'quantity'],
  issue: [
    '问题',
    '问题描述',
    '客户问题',
    '问题内容',
    '情况',
    '情况说明',
    '具体问题',
    '事件',
    '内容',
    '描述',
    '反馈内容',
    'issue',
    'problem',
  ],
  reason: ['原因', '退货原因', '退款原因', '退换原因', '退换货原因', '问题原因', 'reason'],
  courier: ['快递', '快递公司', '物流', '物流公司', '退回快递', '退货快递', 'courier'],
  trackingNo: [
    '快递单号',
    '物流单号',
    '运单号',
    '退回单号',
    '退货单号',
    '退货快递单号',
    '退回快递单号',
    '退货物流单号',
    '快递号',
    '运单',
    'trackingno',
    'trackingnumber',
  ],
  amount: ['金额', '价格', '退款金额', '订单金额', '实付', '实付金额', '补偿金额', 'amount', 'price'],
  promisedAt: [
    '答应时间',
    '承诺时间',
    '承诺解决时间',
    '预计解决时间',
    '解决期限',
    '截止时间',
    '回复时间',
    'promisedat',
  ],
  solution: [
    '怎么解决',
    '处理',
    '处理方式',
    '处理方案',
    '解决方案',
    '解决方法',
    '处理结果',
    '处理办法',
    '解决办法',
    'solution',
  ],
  owner: ['负责人', '跟进人', '处理人', '责任人', '负责客服', 'owner'],
  doneAt: ['解决时间', '完成时间', '处理时间', '处理日期', '解决日期', '完成日期', 'doneat'],
  bagCode: ['袋上编码', '袋子编码', '袋号', '包装编码', 'bagcode'],
  note: ['备注', '说明', '备注说明', '其他', 'note', 'remark'],
  by: ['登记人', '客服', '登记客服', '填写人', '接待客服', '记录人', 'by'],
};
const columnOf = new Map(
  Object.entries(synonyms).flatMap(([column, names]) => names.map((name) => [name, column as EntryColumn])),
);

/** The name we write a column under. */
export const entryHead = (column: EntryColumn): string => synonyms[column][0] ?? column;

/** What columns of a return are called; a book with one of them is the book of returns. */
const ofReturns = new Set([
  '退货原因',
  '退货日期',
  '退回单号',
  '退货单号',
  '退货快递单号',
  '退回快递单号',
  '退回快递',
  '退货物流单号',
]);

export interface EntryHeader {
  /** Per column what it holds; undefined: not taken over. */
  columns: (EntryColumn | undefined)[];
  /** Names of the columns that are not taken over. */
  dropped: string[];
  headRows: number;
  returns: boolean;
}

/** Titles above a header that are read over. */
const mostLinesAbove = 5;
/** An entry says what happened, or names the order or the parcel. */
const telling: readonly EntryColumn[] = ['issue', 'reason', 'orderId', 'trackingNo'];

/** The header of a register; undefined for any other table. */
export function findEntryHeader(rows: readonly CellRow[]): EntryHeader | undefined {
  for (const [at, { cells }] of rows.slice(0, mostLinesAbove).entries()) {
    const names = cells.map(columnName);
    const columns: (EntryColumn | undefined)[] = [];
    const dropped: string[] = [];
    for (const [place, name] of names.entries()) {
      const column = columnOf.get(name);
      const taken = column !== undefined && columns.includes(column);
      columns.push(taken ? undefined : column);
      if ((column === undefined || taken) && name !== '') dropped.push((cells[place] ?? '').trim());
    }
    const known = columns.filter((column) => column !== undefined);
    if (known.length >= 2 && known.some((column) => telling.includes(column)))
      return { columns, dropped, headRows: at + 1, returns: names.some((name) => ofReturns.has(name)) };
  }
  return undefined;
}
