import { type LocalText, say } from '../language/local-text.ts';
import { shortShanghaiTime } from '../time/shanghai.ts';
import { isAddressOf } from './address-print.ts';
import type { Flag } from './flag.ts';
import type { Order } from './order.ts';
import type { OrderState } from './order-state.ts';

type AddressCheck = NonNullable<OrderState['addressCheck']>;

/** The rule of flags that rest on what an agent noted, not on what the address says. */
export const ADDRESS_CHECK_RULE = 'address-check';

/** Whether the address is still the one that was asked about, as far as both times tell. */
export function isSameAddress({ address }: AddressCheck, order: Pick<Order, 'address'>): boolean {
  if (address === undefined || order.address === undefined) return true;
  return isAddressOf(address, order.address);
}

/**
 * The flags of an order with what was noted about its address (A9): confirmed, and it is not asked for again; asked,
 * and the flag says so; changed since, and it is to be asked about once more.
 */
export function withAddressCheck(
  flags: readonly Flag[],
  order: Pick<Order, 'address'>,
  check: AddressCheck | undefined,
): Flag[] {
  if (!check) return [...flags];
  const own = flags.find(({ name }) => name === 'confirm-address');
  const rest = flags.filter(({ name }) => name !== 'confirm-address');
  const when = shortShanghaiTime(check.at);
  const flag = (level: Flag['level'], label: LocalText, reason: LocalText): Flag[] => [
    ...rest,
    {
      name: 'confirm-address',
      level,
      label,
      reasons: [reason, ...(own?.reasons ?? [])],
      rule: ADDRESS_CHECK_RULE,
    },
  ];
  const same = isSameAddress(check, order);
  switch (check.state) {
    case 'confirmed':
      return same
        ? rest
        : flag(
            'warn',
            say('地址变了·再核对', 'Address changed: confirm again'),
            say(`${when} 核对过，之后地址文字变了`, `Confirmed ${when}; the address text changed since`),
          );
    case 'asked':
      return flag(
        'info',
        say('核对地址·已问', 'Address: asked'),
        say(`${when} 已问买家，等回复`, `The buyer was asked ${when}; no answer noted`),
      );
    case 'changed':
      return same
        ? flag(
            'warn',
            say('地址要改', 'Address to be changed'),
            say(
              `${when} 买家说要改，页面上还是原来的`,
              `The buyer asked ${when} to change it; the page shows the old one`,
            ),
          )
        : flag(
            'info',
            say('地址已改·待核对', 'Address changed: confirm'),
            say(
              `${when} 买家说要改，地址文字已经变了`,
              `The buyer asked ${when} to change it; the text has changed`,
            ),
          );
  }
}
