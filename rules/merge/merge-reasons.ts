import { type LocalText, say } from '../language/local-text.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import { shortShanghaiTime } from '../time/shanghai.ts';
import type { MergeCandidate } from './merge-candidate.ts';
import type { MergeConsent } from './merge-consent.ts';
import { mergeRule } from './merge-rule.ts';
import type { MergeTrait } from './merge-traits.ts';

type Field = (one: MergeCandidate) => string | undefined;

const sameInAll = (members: readonly MergeCandidate[], field: Field): boolean => {
  const [first] = members.map(field);
  return first !== undefined && members.every((one) => field(one) === first);
};

/** Absent counts as a value of its own: one memo among none differs. */
const differ = (members: readonly MergeCandidate[], field: Field): boolean =>
  new Set(members.map((one) => field(one) ?? '')).size > 1;

/** Only what two orders both show can contradict. */
const contradict = (members: readonly MergeCandidate[], field: Field): boolean =>
  new Set(members.flatMap((one) => field(one) ?? [])).size > 1;

export interface MergeFacts {
  now: number;
  consent: MergeConsent;
  needsCheck: boolean;
  /** The platforms' rows in force; absent: the shipped ones. */
  rows?: readonly PlatformRow[];
}

/** What speaks for one parcel. */
export function forMerging(members: readonly MergeCandidate[], { consent }: MergeFacts): LocalText[] {
  const reasons: LocalText[] = [];
  if (sameInAll(members, ({ buyer }) => buyer)) reasons.push(say('同一买家账号', 'Same buyer account'));
  if (sameInAll(members, ({ receiver }) => receiver) && sameInAll(members, ({ phone }) => phone)) {
    reasons.push(say('收件人和电话相同', 'Same receiver and phone'));
  }
  if (sameInAll(members, ({ address }) => address)) reasons.push(say('收货地址相同', 'Same address'));
  if (consent.state === 'agreed') {
    const at = consent.at === undefined ? '' : shortShanghaiTime(consent.at);
    reasons.push(say(`买家已同意合并（${at} 记录）`, `The buyer agreed (noted ${at})`));
  }
  reasons.push(say('都还没发货', 'None has been shipped'));
  return reasons;
}

/** The earliest deadline of several governs the parcel. */
function deadlineReason(members: readonly MergeCandidate[], now: number): LocalText[] {
  const deadlines = members.flatMap(({ deadline }) => deadline ?? []);
  if (new Set(deadlines).size < 2) return [];
  const earliest = deadlines.reduce((a, b) => Math.min(a, b));
  const time = shortShanghaiTime(earliest);
  return [
    earliest < now
      ? say(`最早截止 ${time}，已过时`, `Earliest deadline ${time} has passed`)
      : say(`最早截止 ${time}，整包以它为准`, `Earliest deadline ${time} governs the parcel`),
  ];
}

const traitReasons: Record<MergeTrait, LocalText> = {
  refund: say('有订单在退款售后中', 'One order is in refund or after-sale'),
  edited: say(
    '有订单改过地址，平台可能不让合并，请核对',
    'One order’s address was changed; the platform may refuse',
  ),
  presale: say('预售和现货不同，发货时间不一样', 'One is a presale and ships at another time'),
  cash: say('有货到付款的订单', 'One order is paid on delivery'),
  gift: say('有赠品或满减，按单核对别漏发', 'Gifts or reductions hang on one order; check them'),
  invoice: say('备注提到发票，抬头可能不同', 'A memo speaks of an invoice; titles may differ'),
};

function receiverReasons(
  members: readonly MergeCandidate[],
  { needsCheck, rows }: Pick<MergeFacts, 'needsCheck' | 'rows'>,
): LocalText[] {
  const reasons: LocalText[] = [];
  const exact = mergeRule(members[0]?.platform ?? 'other', rows) !== undefined;
  if (members.some(({ noAddress }) => noAddress)) {
    reasons.push(say('有订单读不到收货地址', 'One order shows no address'));
  } else if (contradict(members, ({ address }) => address)) {
    reasons.push(
      exact && sameInAll(members, ({ to }) => to)
        ? say(
            '地址只差空格或符号，平台要求完全一致',
            'Addresses differ only in spaces or symbols; the platform wants them identical',
          )
        : say('地址写法不同，请核对', 'Address texts differ; check them'),
    );
  }
  if (!needsCheck && contradict(members, ({ receiver }) => receiver)) {
    reasons.push(say('收件人不同', 'Receivers differ'));
  }
  if (!needsCheck && contradict(members, ({ phone }) => phone)) {
    reasons.push(say('电话不同', 'Phones differ'));
  }
  if (contradict(members, ({ buyer }) => buyer)) {
    reasons.push(say('买家账号不同，收货信息相同', 'Different buyer accounts at one address'));
  }
  if (needsCheck) {
    reasons.push(say('收件信息已打码，需人工核对', 'Receiver data is masked; check by hand'));
  }
  return reasons;
}

function consentReasons({ state }: MergeConsent, platform: MergeCandidate['platform']): LocalText[] {
  const isDoudian = platform === 'doudian';
  switch (state) {
    case 'needed':
      return [
        say(
          `${isDoudian ? '抖店：' : ''}未经买家同意，分开付款的订单须单独发货`,
          `${isDoudian ? 'Doudian: separately' : 'Separately'} paid orders ship alone unless the buyer agrees`,
        ),
      ];
    case 'asked':
      return [say('已问买家，还没有同意', 'The buyer was asked and has not agreed yet')];
    case 'partly':
      return [
        say(
          '买家只同意了其中几单，其余还没问',
          'The buyer agreed for some of them; the others were not asked',
        ),
      ];
    case 'refused':
      return [say('买家不同意合并，请分开发', 'The buyer refused: ship them apart')];
    default:
      return [];
  }
}

/** What the platform's own row says against this group, and that there is none where none is known. */
function platformReasons(
  members: readonly MergeCandidate[],
  { consent, rows }: Pick<MergeFacts, 'consent' | 'rows'>,
): LocalText[] {
  const platform = members[0]?.platform ?? 'other';
  const rule = mergeRule(platform, rows);
  if (!rule) {
    return [
      say(
        '没有查到这个平台的合并规则，请以后台为准',
        'No public merge rule of this platform was found; the back office decides',
      ),
      ...consentReasons(consent, platform),
    ];
  }
  const reasons = consentReasons(consent, platform);
  if (rule.most !== undefined && members.length > rule.most) {
    reasons.push(
      platform === 'doudian'
        ? say(`抖店一次最多合并 ${rule.most} 单`, `Doudian merges at most ${rule.most} orders at once`)
        : say(`一次最多合并 ${rule.most} 单`, `At most ${rule.most} orders are merged at once`),
    );
  }
  if (platform === 'pdd') {
    reasons.push(
      say('拼多多：退货地址不同的不能合并', 'PDD: orders with different return addresses cannot be merged'),
    );
  }
  if (rule.same === 'account' && members.some(({ to }) => to === undefined)) {
    reasons.push(
      say(
        '淘宝要求地址和电话连空格、符号都一致，请在后台核对',
        'Taobao wants address and phone identical down to spaces and symbols; check there',
      ),
    );
  }
  return reasons;
}

/** What speaks against one parcel, each shown where it is true (rules.md §2). */
export function againstMerging(members: readonly MergeCandidate[], facts: MergeFacts): LocalText[] {
  const { now, rows } = facts;
  const has = (trait: MergeTrait): boolean => members.some(({ traits }) => traits?.includes(trait) === true);
  const mixed = (trait: MergeTrait): boolean =>
    has(trait) && !members.every(({ traits }) => traits?.includes(trait) === true);
  const said = (trait: MergeTrait, shown: boolean): LocalText[] => (shown ? [traitReasons[trait]] : []);
  const pieces = members.map((one) => one.pieces);
  const total = pieces.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
  return [
    ...said('refund', has('refund')),
    ...platformReasons(members, facts),
    ...said('edited', has('edited')),
    ...deadlineReason(members, now),
    ...said('presale', mixed('presale')),
    ...(contradict(members, ({ courier }) => courier) ? [say('快递不同', 'Couriers differ')] : []),
    ...(differ(members, ({ memo }) => memo)
      ? [say('备注不同，ERP 可能只保留主单的', 'Memos differ; an ERP may keep only the main order’s')]
      : []),
    ...(differ(members, ({ flag }) => flag) ? [say('旗帜不同', 'Flags differ')] : []),
    ...receiverReasons(members, facts),
    ...said('gift', has('gift')),
    ...said('invoice', has('invoice')),
    ...said('cash', mergeRule(members[0]?.platform ?? 'other', rows)?.paidOnline === true && has('cash')),
    ...(total === undefined
      ? []
      : [
          say(
            `合并后共 ${total} 件，快递和运费按合并后重看`,
            `${total} pieces together: courier and postage may change`,
          ),
        ]),
    say(
      '一个单号用在多单上可能被判虚假发货，请用后台的合并发货',
      'One number on several orders may be judged fake shipping; use the back office’s own merge',
    ),
  ];
}
