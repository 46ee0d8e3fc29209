import type { DockActions } from '../../components/dock/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { memoText } from '../../rules/registers/entry-text.ts';
import {
  addEntry,
  changeEntry,
  entriesOfNumber,
  lookAtRegisters,
} from '../../storage/contracts/registers.ts';
import { openOptions } from '../../storage/contracts/settings.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { shopStore } from '../../storage/shop.ts';
import { watchChange, watchStore } from '../../storage/watch.ts';
import type { DeskSession } from './desk-session.ts';

/** Scans remembered while the page is open; a day at the return desk. */
const mostScanned = 200;

const unanswered: LocalText = say('没有登记上，请再试一次', 'It was not registered; please try again');

/** What the dock does with the registers. No page reads them: the background answers what is asked. */
export function registerActions({ session }: { session: DeskSession }): Pick<DockActions, 'registers'> {
  let scanned: ReturnType<DockActions['registers']['scanned']> = [];
  return {
    registers: {
      platform: session.platform,
      look: (buyer) =>
        sendRequest(lookAtRegisters, {
          ...(buyer && {
            buyer: { ...buyer, orderIds: [...(buyer.orderIds ?? [])].slice(0, 100) },
          }),
        }).catch(() => undefined),
      watch: (changed, signal) => watchChange('registers', signal, changed),
      write: (entry, status) =>
        sendRequest(addEntry, { entry, ...(status && { status }) }).then(
          (result) => (result.ok ? (result.known ? 'known' : 'written') : result.fault),
          () => unanswered,
        ),
      setStatus: (id, status) =>
        sendRequest(changeEntry, { id, status }).then(
          (result) => (result.ok ? undefined : result.fault),
          () => unanswered,
        ),
      ofNumber: (text) =>
        sendRequest(entriesOfNumber, { text: text.slice(0, 4_000) }).then(
          ({ entries }) => entries,
          () => [],
        ),
      memo: (entry) => memoText(entry, session.state.settings.agentNumber, session.now()),
      followReturns(changed, signal) {
        watchStore(shopStore, session.now, signal, ({ pack }) => changed({ rules: pack.returns })).catch(
          () => undefined,
        );
      },
      scanned: () => scanned,
      keepScanned(items) {
        scanned = items.slice(0, mostScanned);
      },
      showList() {
        sendRequest(openOptions, { section: 'registers' }).catch(() => undefined);
      },
    },
  };
}
