import type { RulesActions, RulesModel } from '../../components/options/rules/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { PlatformRow } from '../../rules/packs/platform-row.ts';
import { changedDefaults, rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { UserRows } from '../../rules/packs/user-rows.ts';
import {
  resetPlatformRule,
  setPlatformRule,
  settlePlatformRule,
} from '../../storage/contracts/platform-rules.ts';
import { sendRequest } from '../../storage/messages/send.ts';

const models = new WeakMap<UserRows, RulesModel>();
const none: UserRows = {};

/** The rows as the section shows them; the same model for the same values, so that nothing is drawn twice. */
export function rulesModel(user: UserRows = none): RulesModel {
  const made = models.get(user) ?? { rows: rowsInForce(user), changed: changedDefaults(user) };
  models.set(user, made);
  return made;
}

/** What the agent does in the sections 平台规则 and 响应时限. */
export function ruleActions(parts: {
  rows: UserRows;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: 'info' | 'warn' | 'stop', text: LocalText, takeBack?: () => Promise<unknown>): void;
}): RulesActions {
  const { rows, run, tell } = parts;
  /** Brings back what the row said before. */
  const putBack = ({ id }: PlatformRow): (() => Promise<unknown>) => {
    const before = rows[id];
    return () =>
      before
        ? sendRequest(setPlatformRule, {
            id,
            value: before.value,
            ...(before.note !== undefined && { note: before.note }),
          })
        : sendRequest(resetPlatformRule, { id });
  };
  return {
    set(row, value, note = row.user_note) {
      run(
        sendRequest(setPlatformRule, { id: row.id, value, ...(note !== undefined && { note }) }).then(
          ({ fault }) => fault && tell('stop', say(`没有保存：${fault['zh-CN']}`, `Not saved: ${fault.en}`)),
        ),
      );
    },
    reset(row) {
      const back = putBack(row);
      run(sendRequest(resetPlatformRule, { id: row.id }), () =>
        tell('info', say('已恢复自带的值', 'The shipped value holds again'), back),
      );
    },
    settle(row, take) {
      const back = putBack(row);
      run(
        sendRequest(settlePlatformRule, { id: row.id, take }),
        take === 'own'
          ? undefined
          : () => tell('info', say('已换成新的默认值', 'The new default holds'), back),
      );
    },
  };
}
