/** Whether the reason of a return stands, is to be changed by the buyer, or is not known (mission.md B8). */
export type ReasonVerdict = 'stands' | 'ask' | 'unknown';

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** @param accepted words of reasons that stand; without any the shop asks for no change */
export function reasonVerdict(reason: string | undefined, accepted: readonly string[]): ReasonVerdict {
  if (reason === undefined || fold(reason) === '') return 'unknown';
  const words = accepted.map(fold).filter((word) => word !== '');
  if (words.length === 0) return 'stands';
  const said = fold(reason);
  return words.some((word) => said.includes(word)) ? 'stands' : 'ask';
}

/**
 * Asks the buyer to look at the reason once more. A buyer whose goods are faulty is not asked to say otherwise: the
 * picture decides then.
 */
export function askReasonText(reason: string, accepted: readonly string[]): string {
  const words = accepted.map((word) => `「${word}」`).join('或');
  return `亲，看到您的退货原因选的是「${reason.trim()}」。如果是不喜欢或不想要了，麻烦您把原因改成${words}，我们收到后尽快给您退款；如果是商品有问题，麻烦您拍张照片发给我看看，谢谢您~`;
}

/** Asks for the number of a parcel that is on its way back; freight insurance pays only with it. */
export const askNumberText = (): string =>
  '亲，您的退货申请里还没有填退回的快递单号，麻烦您在退货页面填一下快递公司和单号，运费险要有单号才能理赔，我们收到后也能尽快对上给您退款，谢谢您~';
