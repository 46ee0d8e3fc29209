import type { WordingRule } from '../rule.ts';

/** The receiver's own number, a courier's, an after-sales line: not the shop's way round the platform (data.md §7). */
const phoneInUse =
  /(?:收货|收件|收方|收货人|收件人|派送|派件|快递|物流|驿站|网点|菜鸟|邮政|顺丰|圆通|申通|中通|韵达|极兔|京东|德邦|百世|客服热线|热线|官方)[^。!！?？\n]{0,24}?1[3-9]\d(?:[\s-]?\d){8}|1[3-9]\d(?:[\s-]?\d){8}[^。!！?？\n]{0,8}?(?:收货|收件|快递员|派送员|派件员|这个(?:收货)?地址|对吗|对吧|对不对|是吗|核对)/gu;

/** The same eleven digits as a number of goods or papers. */
const codeInUse =
  /(?:货号|款号|型号|编号|编码|条码|条形码|批号|批次|色号|单号|运单|订单|快递号|证书|专利|sku)[^。!！?？\n,，]{0,6}?1[3-9]\d{9}|1[3-9]\d{9}[a-z](?![a-z\d])/gu;

const notAPhone = new RegExp(`${phoneInUse.source}|${codeInUse.source}`, 'gu');

const mobile =
  /(?<![\d-])(?:\+?86[\s-]?|0)?1[3-9]\d(?:(?:[\s-]?\d){8}|([._~/*])\d{4}\1\d{4}|(?:[._~/*]\d){8})(?![\d-]*\d)|(?<!\d[\s-]?)1([\s-])[3-9](?:\2\d){9}(?![\d-]*\d)/gu;

/** A digit in any writing; a number with at least one that is not plain is a disguise. */
const digit = '[0-9o〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]';

/** Numbers, links, addresses and empty slots: patterns, not words. */
export const detailRules: WordingRule[] = [
  { category: 'off-platform', pattern: mobile, except: notAPhone, suggestion: '在聊天窗口联系' },
  {
    category: 'off-platform',
    // A number spelled out, with disguises for one and zero.
    pattern: new RegExp(
      `(?<!${digit})(?!\\d{11})[1一幺壹][3-9三四五六七八九叁肆伍陆柒捌玖]${digit}{9}(?!${digit})`,
      'gu',
    ),
  },
  {
    category: 'off-platform',
    pattern: /(?<![\d-])0\d{2,3}[-\s]\d{7,8}(?!\d)/gu,
    except: /(?:快递|物流|网点|驿站|派送|热线)[^。!！?？\n]{0,16}?0\d{2,3}[-\s]\d{7,8}/gu,
  },
  {
    category: 'off-platform',
    pattern:
      /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。！？]+|(?<![a-z0-9@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|cn|net|org|top|xyz|shop|vip|cc|me|io|co|ltd|link|site|store|info|app|tv|hk)(?![a-z0-9])[^\s\p{Script=Han}，。！？]*/gu,
    suggestion: '店铺首页',
  },
  {
    category: 'off-platform',
    pattern: /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z]{2,})+/gu,
    except:
      /(?:发票|邮箱)[^。!！?？\n]{0,20}?[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,80}|[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,80}[^。!！?？\n]{0,12}?(?:发票|邮箱)/gu,
  },
  // Public replies: what belongs to one buyer stays out (rules.md §7).
  { category: 'private', pattern: mobile, channels: ['reply'] },
  {
    category: 'private',
    pattern: /订单(?:编号|号码|号)?\s*(?:是|为|[:：])?\s*\d[\d-]{9,}|(?<![\d.])\d{15,}(?![\d.])/gu,
    channels: ['reply'],
    suggestion: '您的订单',
  },
  {
    category: 'private',
    pattern:
      /(?:[\p{Script=Han}]{2,8}(?:省|自治区))?[\p{Script=Han}]{2,8}(?:市|自治州|地区|盟)[\p{Script=Han}]{1,8}(?:区|县|市|旗)[\p{Script=Han}\w\d-]{2,30}?(?:路|街|道|巷|弄|村|小区|花园|大厦|广场|苑|号楼|单元|室|号|栋|幢)[\d\p{Script=Han}-]{0,12}|[\p{Script=Han}]{2,10}(?:路|街|大道|巷|弄)\d+(?:号|弄)[\d\p{Script=Han}-]{0,16}?(?:室|栋|幢|单元|楼|号)?/gu,
    channels: ['reply'],
  },
  { category: 'private', pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dx](?!\d)/gu, channels: ['reply'] },
  {
    category: 'private',
    pattern: /(?:收件人|收货人|姓名)\s*(?:是|为|[:：])\s*[\p{Script=Han}]{2,4}/gu,
    channels: ['reply'],
  },
  // Slots nobody filled: {姓名}, {{快递单号}}, 【 】, ____.
  {
    category: 'variable',
    // A phrase in the library is full of them by right; there the grammar of phrases judges (rules/phrases).
    pattern: /[{]{1,2}\s*(?:\p{L}[^{}\n]{0,60})?[}]{1,2}|\$\{[^{}\n]{0,60}\}/gu,
    channels: ['chat', 'reply'],
  },
  {
    category: 'variable',
    pattern:
      /【\s*】|\[\s*\]|_{3,}|<(?:姓名|昵称|买家|单号|快递|订单号|金额|店铺|时间|日期)>|【(?:姓名|昵称|买家昵称|买家|快递单号|单号|快递公司|订单号|金额|店铺名?|填写|请填写)】/gu,
  },
  // Said to be flagged on one marketplace; seller blogs only, so a hint and no more (data.md §7).
  { category: 'platform-habit', words: ['宝贝', '到付'], platforms: ['pdd'], suggestion: '商品' },
];

/** A marketplace's own hosts: links to them are no way out. Short-link hosts included. */
export const ownHosts: Record<string, RegExp> = {
  taobao: /(?:^|\.)(?:taobao|tmall|tb|alipay|1688|aliexpress|cainiao)\.(?:com|cn|hk)$/,
  tmall: /(?:^|\.)(?:taobao|tmall|tb|alipay|cainiao)\.(?:com|cn|hk)$/,
  pdd: /(?:^|\.)(?:pinduoduo|yangkeduo|pddpic)\.com$/,
  doudian: /(?:^|\.)(?:jinritemai|douyin|iesdouyin)\.com$/,
  jd: /(?:^|\.)(?:jd|3|jingxi)\.(?:com|cn|hk)$/,
  xianyu: /(?:^|\.)(?:goofish|taobao|tb|2\.taobao)\.(?:com|cn)$/,
  '1688': /(?:^|\.)(?:1688|alibaba|taobao)\.com$/,
  kuaishou: /(?:^|\.)(?:kuaishou|kwaixiaodian|gifshow)\.com$/,
  xiaohongshu: /(?:^|\.)(?:xiaohongshu|xhslink)\.com$/,
  mogujie: /(?:^|\.)(?:mogu|mogujie)\.com$/,
};
