import { type LocalText, say } from '../rules/language/local-text.ts';

const names: Record<string, LocalText> = {
  settings: say('设置', 'Settings'),
  library: say('话术库', 'Phrase library'),
  'phrase-uses': say('话术使用次数', 'How often phrases are used'),
  columns: say('表格列的记忆', 'Remembered table columns'),
  shop: say('店铺规则和快递表', 'Shop rules and courier table'),
  rules: say('平台规则', 'Platform rules'),
  maps: say('页面地图', 'Site maps'),
  cards: say('商品卡', 'Product cards'),
  decisions: say('处理步骤', 'Decision tables'),
  'price-list': say('直播价目表', 'Live price list'),
  'price-log': say('改价记录', 'Price changes'),
  suggest: say('话术推荐记录', 'What suggestions learnt'),
  'form-answers': say('填过的内容', 'Answers given in forms'),
  queue: say('等待队列', 'Waiting queue'),
  holidays: say('节假日表', 'Holiday tables'),
  health: say('页面状态', 'Page health'),
  fields: say('字段读取记录', 'How often fields were read'),
  'order-book': say('订单记录', 'Notes on orders'),
  refusals: say('不再催付的买家', 'Buyers not to be urged'),
  pad: say('话术小窗', 'Phrase pad'),
  registers: say('登记表', 'Registers'),
  shifts: say('班次', 'Shifts'),
};

/** What agents call a store; the key itself where it has no name. */
export const storeName = (key: string): LocalText => names[key] ?? say(key, key);
