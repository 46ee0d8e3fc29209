import type { ShopWord } from '../hit.ts';
import { buildMatcher, type Matcher } from '../matcher.ts';
import type { PatternRule, WordingRule } from '../rule.ts';
import { wordAsRead } from '../shop-wording.ts';

/** The example shop's list (mission.md A14): the shop's own rule, not the law's. */
export const exampleShopWords: readonly ShopWord[] = [
  { word: '肯定', suggestion: '争取' },
  { word: '保证', suggestion: '尽量' },
  { word: '绝对', suggestion: '努力' },
  { word: '不还价', suggestion: '价格已经很优惠了' },
  { word: '没有', suggestion: '可以看看同款其他颜色', level: 'info' },
];

/** Uses of shop words that are not what the shop means by them. */
const exceptions: Record<string, RegExp> = {
  // Praise, and a guarantee that is refused or only hoped for.
  肯定: /(?:得到|感谢|谢谢|获得|有|一致|大家|顾客|客户)?(?:您|你|亲|大家|顾客|客户|买家)?的(?:认可和|支持和|信任和|认可与)?肯定|(?:的|给予|予以|充分|表示)肯定|肯定(?:的|和支持|和认可|与|是我们)|(?:不能|不敢|无法|不太|不)肯定/gu,
  保证: /(?:不能|不敢|无法|难以|没法|不好|不太敢|不可能|没办法|不)[\p{Script=Han}]{0,3}保证|保证金|保证(?:书|卡|人|期|责任)|(?:尽量|努力|尽力|争取|为了|为|以)[\p{Script=Han}]{0,3}保证/gu,
  绝对: /绝对(?:值|零度|误差|路径|湿度|数|定位|地址|化|高度|位置|温度)|(?:不|没有|并非|不能说)绝对/gu,
};

/**
 * 没有 is a word for everything; the shop means the flat "no" to what a buyer wants (A13): as the whole answer, or of
 * goods, stock and offers. 没有色差, 有没有, 没有问题 stay.
 */
const flatNo: PatternRule = {
  category: 'shop',
  pattern:
    /(?:^|[,，。!！?？~\s])(?:亲|您好|这个|这款|这个颜色|这个码|目前|现在|暂时|真的|抱歉|不好意思|店里)?[,，]?(?<hit>没有)(?=$|[\p{P}\s~～哦呢的了啦喔噢呀啊哈亲])|(?:货|款|色|码|号|库存|现货|优惠|赠品|活动)(?:已经|都|也|就|是|真的|目前|现在|暂时){0,2}(?<hit2>没有)(?=$|[\p{P}\s~～哦呢的了啦喔噢呀啊哈亲])|(?<!有)(?<hit3>没有)(?=货|现货|库存|这个颜色|这个码|这款|这个款|这种|您要的|优惠|折扣|赠品|礼物|活动|便宜)/gu,
  except:
    /(?:有|还|错过就?|卖完|抢完|洗后)没有|没有(?:[\p{Script=Han}]{0,6}的话|收到|这个问题|这种情况)|没有(?:活动)?限制|(?:如果|要是|假如|若|万一|看看|是否|是不是)[\p{Script=Han}]{0,8}没有|没有了吧/gu,
};

/** Other ways to say that the price is fixed; they go with 不还价 on the shop's list. */
const fixedPrice: PatternRule = {
  category: 'shop',
  pattern: /不(?:还|讲|议|砍|刀)价|谢绝(?:还|讲|议|砍)价|拒绝(?:还|讲|议|砍|刀)价?|概不(?:还|议)价/gu,
};

/** What a shop's list means; entries with a sense we know are patterns, the others their letters. */
export interface ShopRules {
  literals: { matcher: Matcher; rules: WordingRule[] };
  patterns: PatternRule[];
}

/** Lists are compiled once each: thousands of words may stand in one, and it is asked at every key. */
const compiled = new WeakMap<readonly (ShopWord | string)[], ShopRules>();

/** The shop's list as rules; the example shop's when there is none. The list must not be changed afterwards. */
export function shopRules(shopWords: readonly (ShopWord | string)[] = exampleShopWords): ShopRules {
  const known = compiled.get(shopWords);
  if (known) return known;
  const letters: string[] = [];
  const rules: WordingRule[] = [];
  const patterns: PatternRule[] = [];
  for (const entry of shopWords) {
    const { word, suggestion, level, platforms, channels }: ShopWord =
      typeof entry === 'string' ? { word: entry } : entry;
    const read = wordAsRead(word);
    if (read === '') continue;
    const except = exceptions[read];
    const rest: Omit<WordingRule, 'pattern'> = {
      category: 'shop',
      own: true,
      ...(suggestion !== undefined && { suggestion }),
      ...(level && { level }),
      ...(platforms && { platforms }),
      ...(channels && { channels }),
    };
    if (read === '没有') patterns.push({ ...flatNo, ...rest });
    else if (read === '不还价') patterns.push({ ...fixedPrice, ...rest });
    else {
      letters.push(read);
      rules.push({ ...rest, ...(except && { except }) });
    }
  }
  const made: ShopRules = { literals: { matcher: buildMatcher(letters), rules }, patterns };
  compiled.set(shopWords, made);
  return made;
}
