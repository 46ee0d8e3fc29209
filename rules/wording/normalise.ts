/**
 * Text as the word lists read it, and the way back. `text` is what is matched; unit n of it covers
 * [starts[n], ends[n]) of the original.
 */
export interface NormalText {
  text: string;
  starts: number[];
  ends: number[];
}

/**
 * Traditional characters that occur in our own words, with their simplified ones: written out by hand, since the lists
 * need a few dozen and not a converter.
 */
const traditional =
  ' 絕绝 對对 證证 級级 國国 際际 獨独 無无 與与 倫伦 來来 療疗 癒愈 藥药 陰阴 減减 廣广 產产 業业 見见 轉转 帳账 賬账 錢钱 貨货 線线 電电 話话 號号 掃扫' +
  ' 碼码 維维 圍围 衛卫 評评 價价 給给 紅红 單单 刪删 滾滚 噁恶 腦脑 殘残 窮穷 賠赔 風风 險险 穩稳 賺赚 遠远 終终 頂顶 極极 緻致 聯联 繫系 關关 眾众 寶宝' +
  ' 東东 銀银 現现 還还 優优 搶抢 瘋疯 錯错 過过 漲涨 馬马 應应 該该 專专 強强 實实 歡欢 買买 賣卖 壓压 臉脸 雙双 沒没 務务 樣样 這这 個个 熱热 網网 論论' +
  ' 層层 達达 類类 萬万 點点 質质 銷销 後后 圖图 區区 讓让 請请 發发 戶户 傳传 檔档 獎奖 禮礼 領领 滿满 費费 氣气 創创 場场 劃划 識识 髮发 聲声 養养 護护' +
  ' 壯壮 腎肾 豐丰 瘡疮 疊叠 蘋苹 樂乐 學学 員员 條条 時时 間间 開开 閉闭 滯滞 從从 眞真 為为 衆众 斷断 舊旧 變变 壞坏 離离 導导 億亿 濟济 撥拨 訊讯 鄰邻' +
  ' 週周 儘尽 負负 責责 貼贴 親亲 啟启 淨净 純纯 絲丝 歷历';

const simplified = new Map(
  traditional
    .trim()
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** Nothing to see: zero-width characters, joiners, soft hyphen, variation selectors, fillers. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** Letters of other scripts and signs that look like the ones agents write a name with. */
const lookAlikes = new Map(
  Object.entries({
    ν: 'v',
    ѵ: 'v',
    '∨': 'v',
    ṿ: 'v',
    х: 'x',
    χ: 'x',
    ω: 'w',
    ѡ: 'w',
    ԛ: 'q',
    о: 'o',
    ο: 'o',
    '♥': '❤',
    '♡': '❤',
    '🧡': '❤',
    '💛': '❤',
    '💚': '❤',
    '💙': '❤',
    '💜': '❤',
    '🖤': '❤',
    '🤍': '❤',
    '🤎': '❤',
    '💕': '❤',
    '💗': '❤',
    '💖': '❤',
    '💓': '❤',
    '💘': '❤',
    '💝': '❤',
    '❣': '❤',
    '➕': '+',
    '✚': '+',
    '✛': '+',
    '╋': '+',
    '⊕': '+',
    '🐧': '企鹅',
    '🍠': '红书',
    '📕': '红书',
  }),
);

const han = /\p{Script=Han}/u;
/** Signs an agent may put between two characters of one word to hide it: 最.好, 微*信. Clause marks are not among them. */
const separators = new Set(' \t\n\r.·・•‧∙*_~-–—|/\\\'"`^+=#@&…、。');
/** One character in brackets of its own: 加【微】【信】, 最(好). */
const wrappedHan = /[([【「『《<〈〔](?=\p{Script=Han}[)\]】」』》>〉〕])/gu;
/** A full stop ends a sentence; it hides a word only where every character has one (加。微。信). */
const clauseMark = /[\s,，.。、;；:：!！?？]/;

function push(into: NormalText, text: string, start: number, end: number): void {
  into.text += text;
  for (let unit = 0; unit < text.length; unit += 1) {
    into.starts.push(start);
    into.ends.push(end);
  }
}

/** Nearly every character is a common Chinese one or ASCII, which NFKC leaves alone. */
const isCommonHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** NFKC, lower case, simplified, nothing invisible; spaces and signs stay. */
export function foldWording(original: string): NormalText {
  const folded: NormalText = { text: '', starts: [], ends: [] };
  let at = 0;
  for (const character of original) {
    const unit = character.charCodeAt(0);
    const end = at + character.length;
    if (isCommonHan(unit)) push(folded, simplified.get(character) ?? character, at, end);
    else if (unit >= 0x20 && unit < 0x7f) push(folded, character.toLowerCase(), at, end);
    // What cannot be seen belongs to the place before it, so that a hit covers all of v❤️.
    else if (invisible.test(character)) {
      if (folded.ends.length > 0) folded.ends[folded.ends.length - 1] = end;
    } else {
      for (const part of character.normalize('NFKC').toLowerCase())
        push(folded, simplified.get(part) ?? lookAlikes.get(part) ?? part, at, end);
    }
    at = end;
  }
  return folded;
}

/**
 * Folded text without the signs and spaces that stand between Chinese characters of one word. A sign goes when Han
 * characters stand directly on both sides; clause marks go only inside a run of single characters (加，微，信).
 */
export function tightenWording({ text, starts, ends }: NormalText): NormalText {
  const tight: NormalText = { text: '', starts: [], ends: [] };
  const dropped = new Set([...text.matchAll(wrappedHan)].flatMap(({ index }) => [index, index + 2]));
  for (const [from, to] of spelledRuns(text)) {
    for (let at = from + 1; at < to; at += 1) if (clauseMark.test(text.charAt(at))) dropped.add(at);
  }
  for (let at = 0; at < text.length; at += 1) {
    const run = separatorsFrom(text, at);
    if (run > at && isInsideWord(text, at, run)) {
      // A full stop is never a separator by itself: it ends what an agent says.
      for (let inside = at; inside < run; inside += 1) if (text.charAt(inside) !== '。') dropped.add(inside);
    }
    for (let end = Math.max(run, at + 1); at < end; at += 1) {
      if (dropped.has(at)) continue;
      tight.text += text.charAt(at);
      tight.starts.push(starts[at] ?? 0);
      tight.ends.push(ends[at] ?? 0);
    }
    at -= 1;
  }
  return tight;
}

/** The end of the run of separators that begins here; the same place when none does. */
function separatorsFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isCommonHan(text.charCodeAt(at)) && separators.has(text.charAt(at))) at += 1;
  return at;
}

/** Whether signs stand between two Chinese characters of one line. */
function isInsideWord(text: string, from: number, to: number): boolean {
  if (from === 0 || !han.test(text.charAt(from - 1)) || !han.test(text.charAt(to))) return false;
  return !text.slice(from, to).includes('\n');
}

/** Stretches of three or more single Han characters with one mark between each two. */
function spelledRuns(text: string): [number, number][] {
  return [
    ...text.matchAll(
      /(?<!\p{Script=Han})\p{Script=Han}(?:[,，.。、;；:：!！?？]\p{Script=Han}){2,}(?!\p{Script=Han})/gu,
    ),
  ].map((run) => [run.index, run.index + run[0].length]);
}
