import type { WordingRule } from '../rule.ts';

const reward = '返现|返钱|返红包|返利|返还|返券|红包|现金|奖励|补贴|免单|抽奖';
const review = '好评|五星|5星|满分|晒图|晒单|晒买家秀|买家秀|追评|带图评价|评价截图|评论截图|带字评价';

/** Money or gifts for reviews, and reviews removed or made up (rules.md §6; C4: unlawful since 2024-09-01). */
export const paidReviewRules: WordingRule[] = [
  {
    category: 'paid-review',
    pattern: new RegExp(
      `(?:${review}|评价|评论)[^。!！?？\\n]{0,16}?(?:${reward}|返\\s*\\d|返[一二两三四五六八十]|领\\d|送您?\\d+元|\\d+元(?:红包|现金|无门槛))`,
      'gu',
    ),
    denied: 'none',
  },
  {
    category: 'paid-review',
    pattern: new RegExp(
      `(?:${review})(?:后|完|就|即|可|可以|都|都会|还|另|再|的话|截图|发我|给您|给你|有|联系我|找我|加){0,4}(?:送|返|领|有礼|有奖|有惊喜|得|换)`,
      'gu',
    ),
    except: /好评(?:得|送达)/gu,
    denied: 'none',
  },
  {
    category: 'paid-review',
    pattern: new RegExp(
      `(?:${reward}|返\\d+元?|送(?:您|你)?(?:个)?(?:小)?礼[物品]|\\d+元)[^。!！?？\\n]{0,10}?(?:给|求|换|要|写|来|帮忙)(?:我们|个|一个|我|店铺|下)?(?:个)?(?:${review})`,
      'gu',
    ),
    denied: 'none',
  },
  {
    category: 'paid-review',
    words: ['返现', '返现金', '好评返', '好评有礼', '好评卡', '好评红包', '晒图有礼', '评价有礼', '五星有礼'],
    except: /信用卡返现|银行返现/gu,
    denied: 'none',
  },
  {
    category: 'paid-review',
    pattern:
      /(?:删除?|撤销?|撤回|取消|去)(?:掉|一下|了)?(?:这个|这条|您的|你的|那条)?的?(?:中差评|差评|中评)|(?:改|修改|更改)(?:一下|掉|成|为)?(?:这个|这条|您的|你的)?的?(?:中差评|差评|中评|好评|五星)|(?:差评|中评)[\p{Script=Han}]{0,3}(?:改成|改为|换成|删掉|删了|删除|撤掉)/gu,
    except: /删差评(?:是|属于|违规)/gu,
    denied: 'none',
  },
  {
    category: 'paid-review',
    pattern:
      /(?:修改|删除|改|删|追加)(?:一下|掉)?(?:您的|这条)?(?:评价|评论)[^。!！?？\n]{0,12}?(?:返|退您?\d|补偿|补您|红包|送|\d+元)/gu,
    denied: 'none',
  },
  {
    category: 'paid-review',
    pattern:
      /刷单|刷好评|刷评价|刷评论|刷销量|刷信誉|刷量|补单(?!号|独|件|据|品)|买好评|空包物流|发空包|空包裹|(?:五星|5星|好评)(?:模板|文案)(?:发您|发你|复制)|不(?:给|好)好?评[\p{Script=Han}]{0,4}(?:不退|不发|不给)/gu,
    except: /(?:牙|衣|鞋|锅|洗)刷单/gu,
    denied: 'none',
  },
];
