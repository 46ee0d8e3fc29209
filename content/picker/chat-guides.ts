import type { FieldSpec } from './field-spec.ts';
import { orderId } from './list-guides.ts';

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
