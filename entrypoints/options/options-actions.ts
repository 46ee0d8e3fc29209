import { browser } from '#imports';
import type { DecisionDraft } from '../../components/options/decisions/model.ts';
import type { OptionsActions, OptionsNotice, TriedAttention } from '../../components/options/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { searchPhrases } from '../../rules/phrases/index.ts';
import { checkTemplate, type SnippetLookup, snippetLookup } from '../../rules/phrases/template.ts';
import type { Aside } from '../../storage/aside.ts';
import { pauseAttention, tryAttention } from '../../storage/contracts/attention.ts';
import { RequestError } from '../../storage/contracts/contract.ts';
import { discardStore, eraseData, restoreStore } from '../../storage/contracts/data.ts';
import { openFigures } from '../../storage/contracts/figures.ts';
import { deletePhrase, moveCategory, movePhrase, savePhrase } from '../../storage/contracts/library.ts';
import { changeSettings, saveShop } from '../../storage/contracts/settings.ts';
import { guideTables } from '../../storage/decisions.ts';
import { writeDecisionsFile } from '../../storage/import/decisions-file.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Decisions } from '../../storage/schemas/decision-table.ts';
import type { Cards } from '../../storage/schemas/product-card.ts';
import { shownLanguage } from '../../storage/settings.ts';
import { setMarket } from '../shared/set-market.ts';
import { cardActions } from './card-actions.ts';
import { decisionActions } from './decision-actions.ts';
import { downloadText } from './download.ts';
import { exportCards } from './export-cards.ts';
import { exportCouriers } from './export-couriers.ts';
import { exportDocument } from './export-document.ts';
import { type AskedExport, answered, askExport, exportTable, tableOf } from './export-phrases.ts';
import { importActions } from './import-actions.ts';
import { libraryActions } from './library-actions.ts';
import { indexOf, shelfOf } from './library-model.ts';
import { mapActions } from './map-actions.ts';
import type { OpenDraft } from './map-draft.ts';
import type { ChosenFile } from './options-model.ts';
import { pricingActions } from './pricing-actions.ts';
import { registerActions } from './register-actions.ts';
import { ruleActions } from './rule-actions.ts';
import { shiftsActions } from './shift-actions.ts';
import type { LibraryLook } from './use-library-look.ts';
import type { PricingState } from './use-pricing.ts';
import { wordingActions } from './wording-actions.ts';

export interface ActionParts {
  state: KeptState | undefined;
  aside: readonly Aside[];
  granted: ReadonlySet<string>;
  draft: OpenDraft | undefined;
  setDraft(draft: OpenDraft | undefined): void;
  file: ChosenFile | undefined;
  setFile(file: ChosenFile | undefined): void;
  asked: AskedExport | undefined;
  setAsked(asked: AskedExport | undefined): void;
  look(patch: Partial<LibraryLook>): void;
  lookAtLibrary(): void;
  cards: Cards;
  cardStarted(): void;
  pricing: PricingState;
  decisions: Decisions;
  decisionDraft: DecisionDraft | undefined;
  setDecisionDraft(draft: DecisionDraft | undefined): void;
  regions: OptionsActions['regions'];
  showSection: OptionsActions['showSection'];
  setTried(tried: TriedAttention | undefined): void;
  lookAgain(): void;
  askAgain(): void;
  tell(notice: OptionsNotice | undefined, takeBack?: () => Promise<unknown>): void;
  takeBack(): Promise<unknown> | undefined;
}

let notices = 0;
const note = (level: OptionsNotice['level'], text: LocalText): OptionsNotice => {
  notices += 1;
  return { id: `notice-${notices}`, level, text };
};

export function optionsActions(parts: ActionParts): OptionsActions {
  const { state, tell } = parts;
  let library: SnippetLookup | undefined;
  /** Made when a phrase first names another: most never do. */
  const snippet: SnippetLookup = (name) => {
    library ??= snippetLookup((state?.library.phrases ?? []).filter(({ deletedAt }) => deletedAt === null));
    return library(name);
  };
  /** Failures are told, never swallowed: the agent would believe that something was saved. */
  const run = (work: Promise<unknown>, done?: () => void): void => {
    work.then(done, (error: unknown) => {
      const why = error instanceof RequestError ? `${error.failure} ${error.message}` : String(error);
      tell(note('stop', say(`没有保存成功：${why}`, `Not saved: ${why}`)));
    });
  };

  return {
    showSection: parts.showSection,
    openFigures: () => void sendRequest(openFigures, {}),
    saveSettings: (patch) => run(sendRequest(changeSettings, patch)),
    pauseAttention: (on) => run(sendRequest(pauseAttention, { on })),
    tryAttention(what) {
      parts.setTried(undefined);
      run(sendRequest(tryAttention, { what }).then(({ done }) => parts.setTried({ what, done })));
    },
    savePhrase: (draft) => run(sendRequest(savePhrase, draft)),
    deletePhrase(id) {
      run(sendRequest(deletePhrase, { id, deleted: true }), () =>
        tell(note('info', say('已删除', 'Deleted')), () => sendRequest(deletePhrase, { id, deleted: false })),
      );
    },
    movePhrase(id, before) {
      const category = state?.library.phrases.find((phrase) => phrase.id === (before ?? id))?.category;
      if (category !== undefined) run(sendRequest(movePhrase, { id, before: before ?? null, category }));
    },
    moveCategory: (name, before) => run(sendRequest(moveCategory, { name, before: before ?? null })),
    searchPhrases(query) {
      if (!state) return [];
      const { living } = shelfOf(state.library);
      return searchPhrases(indexOf(state.library), query, { limit: living.length }).map((hit) => hit.id);
    },
    checkTemplate: (text, id) => checkTemplate(text, { snippet, id }),
    library: libraryActions({
      look: parts.look,
      lookAgain: parts.lookAtLibrary,
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
    }),
    cards: cardActions({
      cards: parts.cards,
      started: parts.cardStarted,
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
    }),
    shifts: shiftsActions(run),
    registers: registerActions({
      agent: state?.settings.agentNumber ?? '',
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
    }),
    decisions: decisionActions({
      decisions: parts.decisions,
      draft: parts.decisionDraft,
      setDraft: parts.setDecisionDraft,
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
    }),
    rules: ruleActions({
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
      rows: state?.rules.rows ?? {},
    }),
    pricing: pricingActions({
      pricing: parts.pricing,
      language: shownLanguage(state?.settings.language ?? 'auto', browser.i18n.getUILanguage()),
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
    }),
    wording: wordingActions({
      wording: state?.shop.pack.wording,
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
    }),
    saveShop(patch) {
      run(sendRequest(saveShop, { pack: patch }));
    },
    saveCouriers(couriers, said) {
      const before = state?.shop.pack.couriers;
      run(sendRequest(saveShop, { pack: { couriers } }), () =>
        // An older offer would take this change back too.
        said && before
          ? tell(note('info', said), () => sendRequest(saveShop, { pack: { couriers: before } }))
          : tell(undefined),
      );
    },
    ...(parts.regions && { regions: parts.regions }),
    copyText: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    ...mapActions({
      ...parts,
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
    }),
    setMap: (id, on) => state && run(setMarket(state, id, on), parts.askAgain),
    exportFile(id) {
      if (!state) return;
      const cardFile = exportCards(id, parts.cards) ?? exportCouriers(id, state.shop.pack.couriers);
      if (cardFile) {
        run(cardFile.then((said) => tell(note('info', said))));
        return;
      }
      if (id === 'decisions') {
        downloadText('shoubian-decisions.json', writeDecisionsFile(guideTables(parts.decisions)));
        return;
      }
      const table = tableOf(id);
      if (table) {
        const phrases = state.library.phrases
          .filter((phrase) => phrase.deletedAt === null)
          .sort((one, other) => one.position - other.position);
        const question = table === 'qianniu' ? askExport(phrases) : undefined;
        parts.setAsked(question);
        if (!question) run(exportTable(table, phrases).then((said) => tell(note('info', said))));
        return;
      }
      run(
        exportDocument(id, state).then((files) => {
          for (const { name, text, note: said } of files) {
            downloadText(name, text);
            if (said) tell(note('warn', said));
          }
        }),
      );
    },
    answerExport(answer) {
      const { asked } = parts;
      parts.setAsked(undefined);
      if (asked && answer !== 'cancel')
        run(exportTable('qianniu', answered(asked, answer)).then((said) => tell(note('info', said))));
    },
    ...importActions({
      ...parts,
      run,
      tell: (level, text, takeBack) => tell(note(level, text), takeBack),
    }),
    downloadAside(id) {
      const one = parts.aside.find((aside) => aside.id === id);
      if (one) downloadText(`${one.storeKey}-${one.createdAt}.json`, JSON.stringify(one.raw, null, 2));
    },
    restoreAside(id) {
      run(
        sendRequest(restoreStore, { id }).then((result) => {
          parts.lookAgain();
          tell(
            result.ok
              ? note('info', say('已放回原处', 'Put back'))
              : note('stop', say(`还是读不了：${result.detail}`, `Still cannot be read: ${result.detail}`)),
          );
        }),
      );
    },
    discardAside: (id) => run(sendRequest(discardStore, { id }), parts.lookAgain),
    erase: (what) =>
      run(sendRequest(eraseData, { what }), () => {
        parts.lookAgain();
        tell(note('info', say('已清除', 'Erased')));
      }),
    undo() {
      const work = parts.takeBack();
      if (work) run(work, () => tell(undefined));
    },
    dismissNotice: () => tell(undefined),
  };
}
