/** The commonest family names; with one of them in front, two to four characters read as a person. */
const familyNames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由谯萧阎付仉郗逄亢'.split(
    '',
  ),
);
const doubleFamilyNames =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|贺兰|独孤|南宫|宇文|澹台|轩辕|司空|百里|呼延|东郭|西门|闻人|申屠|钟离|赫连|鲜于|拓跋|万俟|濮阳|淳于|单于|太史|公冶|宗政|仲孙)/;
const honorific = /(?:先生|女士|小姐|太太|同学|老师|阿姨|叔叔|师傅|经理|医生|大哥|大姐|老板)$/;
/** Ends like a place, not like a person. */
const placeEnd =
  /(?:[路街道巷弄号楼室栋幢座组镇乡区县市省州盟旗园苑场厦店院校馆站厅村屯庄里厂桥门口旁边内处]|公司|家属院|单元|花城|附近|对面|小区|广场)$/;
/** Endings of places that are given names as well. */
const givenEnd = /[苑园庄桥门里州旁]$/;
const filler = /^(?:收|寄|寄到|发到|地址|我家|我的|收货|你好|您好|亲|谢谢|中国|快递|电话|手机)/;

/** Given names of Tibetans, Uyghurs and Kazakhs, which have no family name in front. */
const otherPeoples =
  /^(?:扎西|次仁|次旺|多吉|旺堆|旺姆|格桑|卓玛|拉姆|拉巴|达瓦|尼玛|普布|巴桑|边巴|央金|白玛|丹增|洛桑|仁青|德吉|索朗|平措|罗布|顿珠|才让|桑杰|买买提|买合|艾力|艾买|阿不|阿卜|阿迪|阿依|阿力|阿里木|古丽|帕提|热依|努尔|吐尔|依不|伊力|迪丽|玛依|再努|居马|木拉|库尔|巴特尔|其其格|乌云|萨仁|娜仁|斯琴|格日|阿拉坦|哈斯|苏日|特木尔)|(?:古丽|买提|江|卓玛|次仁|多吉|拉姆|其其格|巴特尔|旺姆|措姆|罕|别克|吾尔|木江)$/;
const common = 220;
const commonFamilyNames = new Set([...familyNames].slice(0, common));

/** How sure a piece of text is a person's name: 0 not, 1 possible, 2 likely, 3 certain. */
export function nameLikeness(piece: string): 0 | 1 | 2 | 3 {
  const text = piece.replace(/收$/, '') || piece;
  if (text.length === 0 || text.length > 15 || /\d/.test(text)) return 0;
  if (/^(?=.*[一-龥])[一-龥·*xX]{1,6}$/.test(text) && /[*xX]/.test(text)) return 3;
  if (/^[一-龥]{1,4}[a-zA-Z]{1,3}$/.test(text) && familyNames.has(text.charAt(0))) return 2;
  if (filler.test(text)) return 0;
  // 韩小苑 is a person, 听雨苑 a place: the family name decides where the ending may be a given name.
  const known = familyNames.has(text.charAt(0)) || doubleFamilyNames.test(text);
  const person = /^[一-龥]{2,3}$/.test(text) && known && givenEnd.test(text);
  if (person) return text.length === 3 ? 2 : 1;
  if (placeEnd.test(text)) return 0;
  if (/^[一-龥]{2,8}$/.test(text) && honorific.test(text) && text.length <= 6) return 3;
  if (/^[一-龥]+(?:·[一-龥]+)+$/.test(text)) return 3;
  if (/^[一-龥]{2,4}$/.test(text)) {
    if (doubleFamilyNames.test(text) && text.length >= 3) return 3;
    if (familyNames.has(text.charAt(0)) && text.length <= 3) return 2;
    return text.length >= 2 && otherPeoples.test(text) ? 2 : 1;
  }
  if (/^[一-龥]{5,8}$/.test(text)) return otherPeoples.test(text) ? 2 : 0;
  if (/^[一-龥]{9,}$/.test(text)) return 0;
  if (/^[A-Za-z][A-Za-z .'-]{1,24}$/.test(text)) return 1;
  if (/^[\p{L}\p{N}_*·.-]{2,12}$/u.test(text)) return 1;
  return 0;
}

/** Ends of places, of which a person's name may follow without a space. */
const afterPlace = /(?:\d|[号楼室栋幢座层元组院园苑城街家里村厦场路口学馆店站区邸墅庭汇])$/;

/** A name stuck to the end of a detail (…3号楼1501张三), where a phone follows; its length, or 0. */
export function gluedTail(text: string): number {
  for (const length of [4, 3, 2]) {
    const tail = text.slice(-length);
    const head = text.slice(0, -length);
    const family = tail.charAt(0);
    // …38楼马云: 楼 is a family name and the end of a floor.
    if (/\d$/.test(head) && /^[楼号室栋幢座层单组弄]/.test(tail)) continue;
    const known = length === 4 ? doubleFamilyNames.test(tail) : familyNames.has(family);
    const likely = known && nameLikeness(tail) >= 2;
    // Behind a word that could be a place's last one (绿地香颂廖婉琦) only a common family name counts.
    if (likely && (afterPlace.test(head) || (commonFamilyNames.has(family) && /[一-龥]{2}$/.test(head))))
      return length;
  }
  const other = /(?<=[\d号楼室栋幢座层元组村旁院园])[一-龥]{3,5}$/.exec(text)?.[0];
  return other !== undefined && otherPeoples.test(other) && nameLikeness(other) > 0 ? other.length : 0;
}
