import type { WordingRule } from '../rule.ts';

/** Other ways to say 微信 that are not words of their own. */
const wechat =
  '微信|威信|葳信|薇信|溦信|徽信|维信|围信|崴信|蔚信|[微薇威维葳v][❤💚]|v信|wei信|微x|weixin|wechat|绿泡泡|小绿泡';

/** Contact and payment outside the marketplace, under its names and disguises (rules.md §7). */
export const offPlatformRules: WordingRule[] = [
  {
    category: 'off-platform',
    pattern: new RegExp(`(?:${wechat})`, 'gu'),
    // The payment and mini-programs are the platform's own words; 威信 is also a word for authority.
    except:
      /微信(?:支付|付款|扫码支付|登录|小程序|小店|零钱|账单|通知|提醒|端|渠道)|(?:用|通过|使用|选|选择)微信(?:支付|付|结算)|(?:很有|有|树立|的|公信力和)威信|维信(?:诺|金)/gu,
    denied: 'info',
    suggestion: '平台聊天窗口',
  },
  {
    category: 'off-platform',
    pattern: /(?<![a-z0-9])(?:vx|wx)(?![a-z])(?!-?\d{1,4}(?!\d))/gu,
    denied: 'info',
    suggestion: '平台聊天窗口',
  },
  {
    category: 'off-platform',
    // The verb makes the lone letter or character a name for it: 加v, +薇, 搜卫星.
    pattern:
      /(?:加|\+|➕|﹢|扫|搜)(?:我|个|一下|下|店长|客服)?的?\s*(?:v(?!领|型|字|标|口|脖|[a-z0-9])|❤|💚|[薇葳溦崴威](?!娅)信?|微信?(?![波笑型软弱妙量商创电])|卫星|围星|绿色软件|绿色聊天)/gu,
    denied: 'info',
    suggestion: '平台聊天窗口',
  },
  {
    category: 'off-platform',
    // A lone letter or character with an account behind it: 薇：abc12345, 我的q是12345678.
    pattern:
      /(?<![\p{L}\d])[v薇威葳微q](?:号|信号)?\s*[:：]\s*[a-z0-9_-]{5,}|(?:我|店长|客服)的?[vq](?:号)?(?:是|[:：])\s*[a-z0-9_-]{5,}/gu,
    suggestion: '平台聊天窗口',
  },
  {
    category: 'off-platform',
    words: ['威星', '薇星', '卫星号', '薇号', '微号', '威号', 'v号'],
    denied: 'info',
  },
  {
    category: 'off-platform',
    pattern: /(?<![a-z0-9])q\s*q(?![a-z])|扣扣|抠抠|叩叩|企鹅(?:号|群|联系)|(?:加|\+)(?:我)?(?:个)?企鹅/gu,
    except: /qq(?:糖|弹|软糖|音乐|浏览器)|企鹅(?:图案|印花|玩偶|公仔)/gu,
    denied: 'info',
    suggestion: '平台聊天窗口',
  },
  {
    category: 'off-platform',
    pattern:
      /(?:加|添加)(?:我|下我|一下我|个|店长|客服)?(?:为)?好友|加我(?=$|[一下聊吧哈哦呢,，。！!~\s])|加(?:我们的?)?群|(?:拉|进|入)(?:你|您)?(?:进|入)?(?:我们的?)?(?:粉丝|福利|内部|优惠|交流|会员)?群/gu,
    except: /(?:进|入)群(?:岛|体|众|组)|加群(?:体|众)/gu,
    denied: 'info',
  },
  {
    category: 'off-platform',
    words: [
      '公众号',
      '朋友圈',
      '视频号',
      '小红书号',
      '抖音号',
      '快手号',
      '微博号',
      'telegram',
      'whatsapp',
      '支付宝号',
    ],
    except: /公众号码/gu,
    denied: 'none',
  },
  {
    category: 'off-platform',
    pattern:
      /(?:扫|加|发|识别|长按|拍)(?:一?下)?(?:您|你|我|我们|这个|店铺)?的?(?:您|你)?(?:[\p{Script=Han}]{0,3})二维码|扫码(?:加|进|入|领|付|转|联系|咨询|关注)|扫我|扫一扫(?:加|领|付|关注|联系)|(?:收款|付款|群|名片)(?:二维)?码/gu,
    // Codes printed on the goods, and the courier's.
    except:
      /(?:包装|说明书|吊牌|瓶身|瓶底|盒子|盒上|商品|防伪|物流|面单|取件|取货|快递|驿站|机身|产品|卡片|合格证|标签)[\p{Script=Han}]{0,6}二维码|二维码[\p{Script=Han}]{0,4}(?:说明书|防伪|真伪|取件|取货|教程|安装)/gu,
    denied: 'none',
    suggestion: '平台聊天窗口',
  },
  {
    category: 'off-platform',
    pattern:
      /(?:私下|线下|场外|站外|平台外|站外)(?:里)?(?:交易|付款|付|转账|转|支付|成交|联系|谈|聊|买|拍|沟通|走)|走(?:线下|私下|站外|微信|支付宝|私账)|私聊我?|私信我(?:电话|微信|手机|号码)|(?:支付|付款|付|打)给我(?!们?看)|私我|私加|私转|(?:绕开|跳过|避开)平台|不走平台|平台(?:要|会)(?:扣|抽)(?:钱|点|佣)/gu,
    denied: 'none',
    suggestion: '在平台下单',
  },
  {
    category: 'off-platform',
    words: ['当面交易', '见面交易', '见面付'],
    // Meeting in person is an ordinary way to deal there.
    not: ['xianyu'],
    denied: 'none',
  },
  {
    category: 'off-platform',
    pattern:
      /(?:直接|先)(?:转账|转钱|打款|打钱|汇款)|(?:转账|转钱|打款|打钱|汇款|红包转|转红包)(?:给|到)(?:我|店长|老板|我们|这个)|(?:微信|支付宝|vx|wx)(?:直接)?(?:转我|转给我|转账|转给|转过来|红包)|(?:您|你)(?:直接|先)?转我|银行卡号?(?:转|打|给|发)|(?:转账|打款|汇款)到银行卡|打(?:到|在)(?:我|这个|店长)[\p{Script=Han}]{0,4}(?:卡|账)|拍下(?:后|先)?(?:不要付款|别付款|不付款|不用付款)[,，]?\s*(?:转|加|微|支付宝|扫)/gu,
    denied: 'none',
    suggestion: '在平台下单付款',
  },
  {
    category: 'off-platform',
    pattern: /加我?支付宝|转(?:到)?(?:我)?支付宝|支付宝(?:转账|转我|转给|账号发|打给)/gu,
    except: /(?:退|返|原路)[\p{Script=Han}]{0,6}支付宝/gu,
    denied: 'none',
  },
  {
    category: 'off-platform',
    pattern:
      /留(?:个|下|一个|一下)?(?:您|你)?的?(?:个)?(?:电话|手机号?|联系方式|号码|微信|qq)|打我(?:的)?(?:电话|手机|座机)?(?=$|[\p{P}\s\d哦呢吧]|电话)|(?:给我|跟我)(?:打|回)(?:个|一个)?电话|(?:电话|手机|短信)联系我|我(?:的)?(?:电话|手机号?|号码|座机)(?:是|[:：])|(?:这个|这)是我(?:的)?(?:电话|手机|号码)|(?:电话|手机)(?:号码|号)?(?:发我|给我|报我)/gu,
    except: /(?:收货|收件)[\p{Script=Han}]{0,4}(?:电话|手机|号码)/gu,
    denied: 'none',
    suggestion: '在聊天窗口联系',
  },
  {
    category: 'off-platform',
    pattern:
      /(?:去|到|上|来|在)(?:我们的?|咱们的?|我家的?)?(?<hit>淘宝|天猫|拼多多|拼夕夕|京东|抖音|快手|小红书|闲鱼|得物|唯品会|微店|1688)(?:店|上|去|来|搜|下单|买|购买|拍)?(?:[\p{Script=Han}]{0,4}(?:店|下单|买|拍|便宜|搜))|(?:淘宝|天猫|拼多多|京东|抖音|快手|小红书|闲鱼|微店|微博|百度)(?:上)?搜(?:索)?(?:一下|我们|店|本店|我家|关键)|(?:我们|咱们|我家|品牌)?官网(?:上)?(?:下单|购买|买|更?便宜|更?优惠|有优惠)|(?:去|到|上|搜索?|百度)(?:我们|咱们)?(?:的)?官网(?!查)|(?:淘宝|天猫|拼多多|京东|抖音|快手|小红书|闲鱼|微店)(?:店铺|小店|的店|店)(?:更|便宜|搜|也有|下单)/gu,
    except: /京东(?:快递|物流|配送|小哥|派送|仓)/gu,
    denied: 'none',
  },
  {
    category: 'off-platform',
    // Nicknames exist to get round the check.
    words: ['某宝', '桃宝', '掏宝', '某多多', '拼夕夕', '并夕夕', '狗东', '某音'],
    denied: 'none',
  },
  ...(
    [
      ['淘宝|天猫', ['taobao', 'tmall', '1688', 'xianyu', 'other']],
      ['拼多多', ['pdd', 'other']],
      ['京东', ['jd', 'other']],
      ['抖音|抖店', ['doudian', 'other']],
      ['小红书', ['xiaohongshu', 'other']],
      ['闲鱼', ['xianyu', 'taobao', 'tmall', 'other']],
      ['1688|阿里巴巴', ['1688', 'taobao', 'tmall', 'other']],
      ['蘑菇街', ['mogujie', 'other']],
      ['快手(?!脚|法|足)', ['kuaishou', 'other']],
      ['唯品会|得物(?!品)|微店', ['other']],
    ] as const
  ).map(
    ([names, not]): WordingRule => ({
      category: 'off-platform',
      pattern: new RegExp(`(?<![\\d])(?:${names})(?!\\d)`, 'gu'),
      // 京东 is also the courier of the example shop's table (mission.md B2).
      except:
        /京东(?:快递|物流|配送|小哥|派送|仓|可以送|能到|不到|到不了|送)|(?:发|走|寄|是|用)京东|韵达(?:或者?|和|、)京东/gu,
      not,
    }),
  ),
];
