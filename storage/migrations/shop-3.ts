import type { Migration } from '../store.ts';

/** Shop 2 → 3: urging, formulas and compensation, the return desk, as the example shop has them. Frozen. */
export const shopWithDuties: Migration = (value) => {
  const record = value as { pack: object };
  return {
    ...record,
    pack: {
      ...record.pack,
      urging: {
        touches: 2,
        gapMinutes: 120,
        quiet: { from: '22:00', to: '09:00' },
        stopWords: ['不要了', '取消', '不买', '退款', '拒绝'],
        steps: [
          {
            afterMinutes: 10,
            text: '亲，看到您拍下了还没有付款，是付款时遇到什么问题了吗？有疑问可以告诉我哦~',
          },
          {
            afterMinutes: 60,
            text: '亲，您拍下的宝贝还给您留着，尺码颜色都核对好了的话可以付款，我们尽快给您安排发货~',
          },
        ],
      },
      pricing: {
        formulas: [
          { id: 'example-xialuoxi', name: '夏洛昔', expression: '(成本+10)/0.6/0.7' },
          { id: 'example-nahaoya', name: '娜好呀', expression: '成本+15' },
        ],
        compensation: [
          { id: 'B13-normal', goods: 'normal', least: 500, most: 1_000 },
          { id: 'B13-flash-low', goods: 'flash', under: 1_890, least: 200, most: 500 },
          { id: 'B13-flash-high', goods: 'flash', from: 1_890, least: 500, most: 1_000 },
        ],
      },
      returns: { remindAt: '18:00', acceptedReasons: ['不喜欢', '无理由'], bagCodes: [] },
    },
  };
};
