/**
 * What denies, forbids or warns of the words after it. The first character must not be doubled into a question
 * (能不能, 要不要, 是不是), which asks for it instead.
 */
const before =
  /(?:(?<!能)不能|(?<!可)不可|不可以|(?<!允)不允许|不支持|(?<!要)不要|不用|不需要|(?<!会)不会|不得|不参与|不接受|不提供|不做|不搞|不存在|不属于|(?<!是)不是|不具有|不具备|不含|不敢|不走|不卖|不建议|不提倡|不鼓励|不经营|谈不上|称不上|没有|没卖|无法|禁止|严禁|请勿|切勿|勿|(?<![特分个区级类])别|拒绝|谨防|警惕|防止|避免|杜绝|从不|从来不|并非|非)$/u;

/** The same said afterwards: 加微信是不允许的, 好评返现我们不做. */
const after =
  /^[\p{Script=Han}]{0,3}?(?:[,，]\s*)?(?:活动|行为|的话|这种|这个|这边|我们|咱们|本店|平台|客服|都|是|也|可|属于|目前){0,4}(?:不允许|不可以|不支持|不行|不能(?:发|加|用|做|说|有|参与)?|不做|不参与|不卖|没有卖|没卖|不搞|违规|违法|禁止|被禁止|骗人|诈骗|骗局|不可信|不要(?:信|加|点|扫|相信)|别(?:信|加|点|扫))/u;

const clauseEnd = /[,，。!！?？;；\n]/;

/** Whether the clause around a place denies or forbids it; ten characters before and a dozen after are read. */
export function isDenied(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < 10 && !clauseEnd.test(text.charAt(from - 1))) from -= 1;
  for (let at = start; at > from; at -= 1) if (before.test(text.slice(from, at))) return true;
  return after.test(text.slice(end, end + 16));
}
