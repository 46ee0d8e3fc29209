import { exampleCompensation } from '../price/compensation.ts';
import { exampleShopWords } from '../wording/words/shop.ts';
import type { CourierRule, CourierTable } from '../zones/table.ts';
import type { ShopPack } from './shop.ts';

/**
 * The example shop: the numbers of mission.md, one shop's habits and not law. Shipped so that the product shows
 * something on its first day; every value is a setting, and every surface labels it 示例 (`couriers.example`).
 */

/** B3: from this total the manager is asked whether the post can be free; below, the buyer adds the fee. */
const askManagerFrom = 5_000;
/** B2: ¥18 for the first unit. */
const eighteenYuan = 1_800;
const oneKilogram = 1_000;

/** B2: the provinces the post charges for. */
const postSurcharge = ['海南省', '青海省', '广西壮族自治区', '新疆维吾尔自治区', '云南省', '北京市'];
const notServed = ['香港特别行政区', '澳门特别行政区', '台湾省'];
const couriers = ['中国邮政', '圆通', '申通', '韵达', '京东'];

const rules: CourierRule[] = [
  {
    id: 'post-default',
    courier: '中国邮政',
    regions: [
      '河北省',
      '河南省',
      '山东省',
      '安徽省',
      '天津市',
      '浙江省',
      '山西省',
      '上海市',
      '陕西省',
      '江苏省',
    ],
    reach: 'reaches',
    priority: 10,
    note: '默认邮政的十个省市',
  },
  {
    id: 'post-surcharge',
    courier: '中国邮政',
    regions: postSurcharge,
    reach: 'surcharge',
    surcharge: { first: eighteenYuan, firstUnit: oneKilogram },
    priority: 50,
    note: '邮政加收 ¥18（新疆按首重 1 公斤）',
  },
  {
    id: 'post-flash-buyer-pays',
    courier: '中国邮政',
    regions: postSurcharge,
    reach: 'surcharge',
    surcharge: { first: eighteenYuan, firstUnit: oneKilogram },
    when: { flashSale: true, maxTotal: askManagerFrom - 1 },
    priority: 50,
    note: '秒杀款不满 ¥50 只能发邮政时，由买家补邮费',
  },
  {
    id: 'post-flash-ask-manager',
    courier: '中国邮政',
    regions: postSurcharge,
    reach: 'surcharge',
    surcharge: { first: eighteenYuan, firstUnit: oneKilogram },
    when: { flashSale: true, minTotal: askManagerFrom },
    priority: 50,
    note: '秒杀款满 ¥50 只能发邮政时，问主管能否免邮费',
  },
  {
    id: 'post-tibet',
    courier: '中国邮政',
    regions: ['西藏自治区'],
    reach: 'slow',
    priority: 60,
    note: '西藏京东不到的地方发邮政，不承诺时效',
  },
  {
    id: 'yto-two-or-more',
    courier: '圆通',
    regions: [],
    reach: 'reaches',
    when: { minPieces: 2 },
    priority: 20,
    note: '两件及以上发圆通',
  },
  {
    id: 'yto-single',
    courier: '圆通',
    regions: [],
    reach: 'no',
    when: { maxPieces: 1 },
    priority: 20,
    note: '单件不走圆通',
  },
  {
    id: 'yto-not-there',
    courier: '圆通',
    regions: ['新疆维吾尔自治区', '西藏自治区', '宁夏回族自治区', '青海省'],
    reach: 'no',
    priority: 20,
    note: '圆通不发新疆、西藏、宁夏、青海',
  },
  {
    id: 'sto-single',
    courier: '申通',
    regions: [],
    reach: 'reaches',
    when: { maxPieces: 1 },
    priority: 20,
    note: '单件发申通',
  },
  {
    id: 'sto-several',
    courier: '申通',
    regions: [],
    reach: 'no',
    when: { minPieces: 2 },
    priority: 20,
    note: '两件及以上不走申通',
  },
  {
    id: 'sto-not-there',
    courier: '申通',
    regions: ['新疆维吾尔自治区', '西藏自治区', '青海省', '海南省'],
    reach: 'no',
    priority: 20,
    note: '申通不发新疆、西藏、青海、海南',
  },
  {
    id: 'yunda-qinghai',
    courier: '韵达',
    regions: ['青海省'],
    reach: 'reaches',
    priority: 30,
    note: '青海发韵达或京东',
  },
  {
    id: 'jd-qinghai',
    courier: '京东',
    regions: ['青海省'],
    reach: 'reaches',
    priority: 31,
    note: '青海发韵达或京东',
  },
  {
    id: 'jd-tibet',
    courier: '京东',
    regions: ['西藏自治区'],
    reach: 'surcharge',
    surcharge: { first: eighteenYuan, firstUnit: 3 * oneKilogram },
    priority: 40,
    note: '西藏发京东，首重 3 公斤 ¥18，不承诺时效；京东不到的地方发邮政',
  },
  // B2: 新疆 is served by the post only.
  {
    id: 'yunda-not-xinjiang',
    courier: '韵达',
    regions: ['新疆维吾尔自治区'],
    reach: 'no',
    priority: 30,
    note: '新疆只发邮政',
  },
  {
    id: 'jd-not-xinjiang',
    courier: '京东',
    regions: ['新疆维吾尔自治区'],
    reach: 'no',
    priority: 30,
    note: '新疆只发邮政',
  },
  // rules.md §3: 港澳台 are "不发" until the shop decides otherwise.
  ...couriers.map(
    (courier, index): CourierRule => ({
      id: `not-served-${index + 1}`,
      courier,
      regions: notServed,
      reach: 'no',
      priority: 90,
      note: '港澳台默认不发，店铺可改',
    }),
  ),
];

export const exampleCouriers: CourierTable = { name: '示例店铺快递表', example: true, rules };

export const exampleShop: ShopPack = {
  couriers: exampleCouriers,
  // rules.md §3: six provinces by the vote over public defaults; 海南 is offered in the editor, off.
  remoteProvinces: ['新疆维吾尔自治区', '西藏自治区', '内蒙古自治区', '宁夏回族自治区', '青海省', '甘肃省'],
  // B5
  minimumOrder: 1_990,
  // A10; when a batch has left is not in the manual: the times are ours.
  dispatch: [
    { before: '11:00', says: '今天上午', plusDays: 0, leavesBy: '12:00' },
    { before: '16:00', says: '今天下午', plusDays: 0, leavesBy: '18:00' },
    { says: '明天', plusDays: 1, leavesBy: '18:00' },
  ],
  // B3
  flashSale: { words: ['秒杀'], askManagerFrom },
  promiseHours: 48,
  // rules.md §9 SHIP-WARN
  shipWarnHours: [24, 12, 6, 2],
  price: {},
  // A1: mean of the day 30 s, of 30 days 50 s, first reply 10 s, breach 60 s.
  goals: { meanReply: 30, monthMeanReply: 50, firstReply: 10, breach: 60 },
  wording: {
    words: exampleShopWords.map((word, index) => ({ id: `word-${index + 1}`, ...word })),
    exceptions: [],
    levels: [],
  },
  // rules.md §5, row DUN; the ages are those of "timing in practice", the words ours.
  urging: {
    touches: 2,
    gapMinutes: 120,
    quiet: { from: '22:00', to: '09:00' },
    stopWords: ['不要了', '取消', '不买', '退款', '拒绝'],
    steps: [
      { afterMinutes: 10, text: '亲，看到您拍下了还没有付款，是付款时遇到什么问题了吗？有疑问可以告诉我哦~' },
      {
        afterMinutes: 60,
        text: '亲，您拍下的宝贝还给您留着，尺码颜色都核对好了的话可以付款，我们尽快给您安排发货~',
      },
    ],
  },
  pricing: {
    // B11
    formulas: [
      { id: 'example-xialuoxi', name: '夏洛昔', expression: '(成本+10)/0.6/0.7' },
      { id: 'example-nahaoya', name: '娜好呀', expression: '成本+15' },
    ],
    compensation: [...exampleCompensation],
  },
  // B8
  returns: { remindAt: '18:00', acceptedReasons: ['不喜欢', '无理由'], bagCodes: [] },
};
