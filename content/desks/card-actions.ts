import type { DockActions } from '../../components/dock/model.ts';
import { searchCards } from '../../storage/contracts/cards.ts';
import { openOptions } from '../../storage/contracts/settings.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import type { DockStore } from '../dock/dock-store.ts';
import type { DeskSession } from './desk-session.ts';
import { insertChecked } from './insert-phrase.ts';

/** Cards a search by hand lists. */
const CARDS_LISTED = 20;

/** What the agent does with product cards. A card's text is no template: braces in it are braces. */
export function cardActions({
  session,
  store,
  editors,
}: {
  session: DeskSession;
  store: DockStore;
  editors: EditorMemory;
}): Pick<DockActions, 'insertText' | 'searchCards' | 'newCard'> {
  let heldBack: string | undefined;
  return {
    async insertText(text) {
      const result = await insertChecked(text, {
        editor: editors.current() ?? session.pageEditor(),
        platform: session.platform,
        wording: session.state.shop.pack.wording,
        confirmed: (held) => heldBack === held,
        telling: (told) => store.patch({ notice: told }),
        signal: session.signal,
      });
      heldBack = result.ok ? undefined : result.heldBack;
      store.patch({ notice: result.notice });
    },
    searchCards: (query) =>
      sendRequest(searchCards, { query, limit: CARDS_LISTED }).then(
        ({ cards }) => cards,
        () => [],
      ),
    newCard(card) {
      sendRequest(openOptions, { section: 'cards', card }).catch(() => undefined);
    },
  };
}
