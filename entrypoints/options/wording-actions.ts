import type { ShopWordDraft, WordingActions } from '../../components/options/wording/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { ShopWording, WordingScope } from '../../rules/wording/index.ts';
import {
  releaseWord,
  removeShopWord,
  saveShopWord,
  saveWordingLevels,
  withdrawRelease,
} from '../../storage/contracts/wording.ts';
import { sendRequest } from '../../storage/messages/send.ts';

/** Messages carry lists that may be written to; the model's may not. */
const carried = ({ platforms, channels }: WordingScope) => ({
  ...(platforms && { platforms: [...platforms] }),
  ...(channels && { channels: [...channels] }),
});

const sent = ({ platforms, channels, ...rest }: ShopWordDraft) => ({
  ...rest,
  ...carried({ ...(platforms && { platforms }), ...(channels && { channels }) }),
});

/** What the agent does in the section 用词. */
export function wordingActions(parts: {
  wording: ShopWording | undefined;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: 'info', text: LocalText, takeBack?: () => Promise<unknown>): void;
}): WordingActions {
  const { wording, run, tell } = parts;
  return {
    saveWord: (draft) => run(sendRequest(saveShopWord, sent(draft))),
    removeWord(id) {
      const word = wording?.words.find((one) => one.id === id);
      run(sendRequest(removeShopWord, { id }), () =>
        tell('info', say('已删除', 'Deleted'), word && (() => sendRequest(saveShopWord, sent(word)))),
      );
    },
    release: (word, scope = {}) => run(sendRequest(releaseWord, { word, ...carried(scope) })),
    withdraw(id) {
      const one = wording?.exceptions.find((exception) => exception.id === id);
      run(sendRequest(withdrawRelease, { id }), () =>
        tell(
          'info',
          say('已收回，会重新提醒', 'Taken back'),
          one && (() => sendRequest(releaseWord, { word: one.word, ...carried(one) })),
        ),
      );
    },
    saveLevels: (levels) =>
      run(
        sendRequest(saveWordingLevels, {
          levels: levels.map((choice) => ({
            category: choice.category,
            level: choice.level,
            ...carried(choice),
          })),
        }),
      ),
  };
}
