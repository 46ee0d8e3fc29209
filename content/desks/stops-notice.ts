import { say } from '../../rules/language/local-text.ts';
import type { DockStore } from '../dock/dock-store.ts';
import { notice } from './insert-phrase.ts';

/** Tells how many places of the last insert are still to be filled in, unless there is something else to tell. */
export function tellStops(store: DockStore): (ahead: number) => void {
  let mine: string | undefined;
  return (ahead) => {
    const shown = store.get().notice;
    if (shown && shown.id !== mine) return;
    const told =
      ahead > 0
        ? notice('info', say(`还有 ${ahead} 处要填，按 Tab 到下一处`, `${ahead} more to fill in; press Tab`))
        : undefined;
    mine = told?.id;
    store.patch({ notice: told });
  };
}
