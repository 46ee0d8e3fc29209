import type { RegistersActions } from '../../components/options/registers/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { type EntryFacts, type EntryPatch, entryFieldNames } from '../../rules/registers/entry.ts';
import { memoText } from '../../rules/registers/entry-text.ts';
import { addEntry, changeEntry, importEntries, removeEntry } from '../../storage/contracts/registers.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { exportRegister } from './export-registers.ts';
import { readRegister } from './read-register.ts';

const failed = (error: unknown): LocalText =>
  say(`没有保存成功：${String(error)}`, `Not saved: ${String(error)}`);

/** The whole entry as a change: what it no longer says is emptied. */
function patchOf(entry: EntryFacts): EntryPatch {
  const empty = Object.fromEntries(
    Object.keys(entryFieldNames)
      .filter((field) => !(field in entry))
      .map((field) => [field, null]),
  );
  return { ...(empty as EntryPatch), ...entry };
}

/** What the agent does in the section of registers. */
export function registerActions(parts: {
  agent: string;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: 'info' | 'warn' | 'stop', text: LocalText, takeBack?: () => Promise<unknown>): void;
}): RegistersActions {
  const { agent, run, tell } = parts;
  return {
    add: (entry) =>
      sendRequest(addEntry, { entry }).then((result) => {
        if (!result.ok) return result.fault;
        tell(
          'info',
          result.known
            ? say('已经登记过了，没有重复写', 'Stands in the register already')
            : say('已登记', 'Registered'),
          result.known ? undefined : () => sendRequest(removeEntry, { ids: [result.id], removed: true }),
        );
        return undefined;
      }, failed),
    change: (id, entry) =>
      sendRequest(changeEntry, { id, patch: patchOf(entry) }).then(
        (result) => (result.ok ? undefined : result.fault),
        failed,
      ),
    setStatus(id, status) {
      const before = status === 'done' ? 'open' : 'done';
      run(
        sendRequest(changeEntry, { id, status }).then((result) => {
          if (!result.ok) return tell('stop', result.fault);
          tell(
            'info',
            status === 'done' ? say('已标为解决', 'Marked as solved') : say('已改回未解决', 'Open again'),
            () => sendRequest(changeEntry, { id, status: before }),
          );
        }),
      );
    },
    remove: (ids) =>
      run(sendRequest(removeEntry, { ids, removed: true }), () =>
        tell('info', say('已删除', 'Deleted'), () => sendRequest(removeEntry, { ids, removed: false })),
      ),
    copy: (text) => run(navigator.clipboard.writeText(text), () => tell('info', say('已复制', 'Copied'))),
    memo: (entry) => memoText(entry, agent, Date.now()),
    exportTable: (entries, format, masked) =>
      run(exportRegister(entries, format, masked).then((said) => tell('info', said))),
    read: readRegister,
    import: (rows) =>
      run(
        sendRequest(importEntries, {
          entries: rows.map(({ row: _, ...entry }) => entry),
        }).then(({ added, known, refused }) =>
          tell(
            refused > 0 ? 'warn' : 'info',
            say(
              `导入 ${added.length} 条${known > 0 ? `，${known} 条已经有了` : ''}${refused > 0 ? `，${refused} 条放不下` : ''}`,
              `${added.length} imported${known > 0 ? `, ${known} stood there already` : ''}${refused > 0 ? `, ${refused} found no room` : ''}`,
            ),
            () => sendRequest(removeEntry, { ids: added, removed: true }),
          ),
        ),
      ),
  };
}
