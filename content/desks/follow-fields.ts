import { noteView } from '../../storage/contracts/health.ts';
import { fieldHistoryStore } from '../../storage/field-history.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { watchStore } from '../../storage/watch.ts';
import { createFieldWatch, type FieldWatch } from './field-watch.ts';

/** The watch over fields of one page, with what is kept of the pages before; the background notes each page. */
export function followFields(options: {
  document: Document;
  now(): number;
  signal: AbortSignal;
  changed(): void;
}): FieldWatch {
  const { document, now, signal, changed } = options;
  let history = fieldHistoryStore.defaults(now());
  void watchStore(fieldHistoryStore, now, signal, (next) => {
    history = next;
  });
  return createFieldWatch({
    path: () => document.location.pathname + document.location.search + document.location.hash,
    now,
    signal,
    history: () => history,
    note: (view) => void sendRequest(noteView, view).catch(() => undefined),
    changed,
  });
}
