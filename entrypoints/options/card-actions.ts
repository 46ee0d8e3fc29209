import type { CardsActions } from '../../components/options/cards/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { deleteCards, saveCard, saveSizeSteps } from '../../storage/contracts/card-edits.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Cards } from '../../storage/schemas/product-card.ts';
import { searchCards } from './cards-model.ts';

/** What the agent does in the section of product cards. */
export function cardActions(parts: {
  cards: Cards;
  started(): void;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: 'info' | 'warn' | 'stop', text: LocalText, takeBack?: () => Promise<unknown>): void;
}): CardsActions {
  const { cards, run, tell } = parts;
  return {
    save: (draft) => run(sendRequest(saveCard, draft), () => tell('info', say('已保存', 'Saved'))),
    remove: (ids) =>
      run(sendRequest(deleteCards, { ids, deleted: true }), () =>
        tell('info', say('已删除', 'Deleted'), () => sendRequest(deleteCards, { ids, deleted: false })),
      ),
    search: (query) => searchCards(cards, query),
    saveSizeSteps: (steps) => run(sendRequest(saveSizeSteps, steps)),
    started: parts.started,
  };
}
