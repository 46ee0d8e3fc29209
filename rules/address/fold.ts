/**
 * Traditional → simplified for characters that occur in division names and the words around them. A hand-kept list:
 * only what region names need, so that 廣東省 is read as 广东省. One character maps to one character, offsets stay.
 */
const traditional =
  '來来倉仓倫伦傑杰儀仪兒儿內内兩两則则剛刚劃划劍剑務务勝胜勸劝匯汇區区厲厉吳吴呂吕喬乔單单國国園园圖图團团堯尧場场墊垫壘垒壩坝壺壶壽寿婁娄學学實实寧宁寶宝尋寻導导屬属島岛峽峡崑昆崗岗嵋眉嵐岚嶗崂' +
  '嶧峄嶸嵘嶺岭嶼屿嶽岳巒峦巖岩師师幹干庫库廈厦廠厂廣广廬庐廳厅張张強强彌弥後后從从復复恆恒慶庆憑凭應应懷怀戶户揚扬撫抚敘叙於于晉晋會会東东棗枣棲栖楊杨榮荣樂乐樅枞樓楼樺桦橋桥橫横檸柠櫃柜欒栾欽钦' +
  '歷历沖冲涇泾涼凉淩凌淶涞渦涡湯汤溫温滄沧滎荥滬沪滿满漢汉漣涟漵溆潁颍潛潜潤润潿涠澗涧澠渑澤泽濟济濬浚濰潍濱滨濼泺瀋沈瀏浏瀘泸灃沣灘滩灣湾灤滦為为烏乌無无煙烟營营爐炉爲为爾尔獅狮獨独獲获獻献瑤瑶' +
  '瑪玛環环瓊琼甌瓯畝亩畢毕當当疊迭盤盘盧卢碩硕碭砀確确礦矿礬矾祿禄禮礼稱称積积穎颍竇窦節节紅红納纳紐纽紮扎紹绍絳绛綏绥維维綿绵縉缙縣县縱纵績绩羅罗義义聞闻聯联聶聂肅肃脫脱膠胶臘腊臨临臺台興兴舊旧' +
  '荊荆莊庄華华萊莱萬万葉叶蒼苍蓋盖蓮莲蕩荡蕪芜蕭萧薊蓟薌芗薩萨藍蓝蘄蕲蘆芦蘇苏蘭兰蘿萝號号衛卫裡里訥讷許许詔诏諸诸謙谦謝谢豐丰貝贝貞贞貢贡貴贵費费賀贺資资賈贾賓宾賚赉賢贤賽赛贛赣車车載载輝辉輪轮' +
  '連连運运達达遜逊遠远遼辽邁迈邊边邨村郟郏鄆郓鄉乡鄒邹鄖郧鄧邓鄭郑鄰邻鄲郸醫医銀银銅铜錦锦錫锡鍾钟鎖锁鎮镇鐘钟鐵铁鑲镶長长門门開开閔闵閘闸閣阁閩闽閬阆關关陝陕陰阴陸陆陽阳隨随隴陇雙双雜杂雞鸡雲云' +
  '靈灵靜静鞏巩韓韩頂顶項项順顺頭头額额類类餘余饒饶馬马駐驻驊骅驗验驛驿鬆松鬥斗鬧闹鬱郁魚鱼魯鲁鮁鲅鳳凤鴨鸭鶴鹤鹹咸鹽盐麗丽麥麦黃黄齊齐龍龙龐庞';

const simplifiedOf = new Map<string, string>();
for (let i = 0; i + 1 < traditional.length; i += 2) {
  const from = traditional.charAt(i);
  const to = traditional.charAt(i + 1);
  if (from !== to) simplifiedOf.set(from, to);
}

/**
 * The text as the parser matches it: full-width forms folded, traditional region characters simplified, invisible
 * characters blanked. Same length as the input, so every offset found in it holds in the original, from which every
 * answer is cut.
 */
export function foldAddress(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x7f) folded += char;
    else if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || code === 0xa0 || (code >= 0x200b && code <= 0x200f) || code === 0xfeff)
      folded += ' ';
    else if (char === '＊' || char === '•' || char === '●' || char === '＊') folded += '*';
    else if (char === '—' || char === '–' || char === '－') folded += '-';
    else folded += simplifiedOf.get(char) ?? char;
  }
  return folded;
}
