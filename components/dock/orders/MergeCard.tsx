import type { Language } from '../../../rules/language/local-text.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { mergeTexts } from '../../i18n/merge-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { DockActions, MergeGroupView, MergeOrder } from '../model.ts';
import { OrderList } from './OrderList.tsx';

interface Shared {
  language: Language;
  actions: DockActions;
}

const answers = ['asked', 'agreed', 'refused'] as const;

/** A suggestion, never a decision: the reasons against stand as large as the reasons for (B4). */
export function MergeCard({
  merge,
  language,
  actions,
  hasEditor,
}: Shared & { merge: MergeGroupView; hasEditor: boolean }) {
  const t = useTexts(dockTexts, language);
  const words = useTexts(mergeTexts, language);
  const here = merge.orders.filter(({ elsewhere }) => elsewhere === undefined);
  const numbers = merge.orders.flatMap(({ orderId }) => orderId ?? []);
  return (
    <article className="sb-merge" data-merge={merge.group}>
      <div className="sb-merge-head">
        <strong>{t.mergeOf(merge.orders.length)}</strong>
        <span className="sb-spring" />
        <Button
          icon="copy"
          kind="quiet"
          keepFocus
          disabled={numbers.length === 0}
          onPress={() => actions.copy(numbers.join('\n'))}
        >
          {words.copyNumbers(numbers.length)}
        </Button>
      </div>
      <OrderList orders={here} language={language} actions={actions} />
      {here.length < merge.orders.length && <Elsewhere orders={merge.orders} language={language} />}
      <Consent merge={merge} language={language} actions={actions} hasEditor={hasEditor} />
      <ul className="sb-reasons">
        {merge.reasonsFor.map((reason) => (
          <li key={`+${reason.en}`}>
            <Chip tone="accent">{t.forMerge}</Chip>
            <span>{inLanguage(reason, language)}</span>
          </li>
        ))}
        {merge.reasonsAgainst.map((reason) => (
          <li key={`-${reason.en}`}>
            <Chip tone="warn">{t.againstMerge}</Chip>
            <span>{inLanguage(reason, language)}</span>
          </li>
        ))}
      </ul>
      <div className="sb-merge-memo">
        <span title={merge.memo}>{merge.memo}</span>
        <Button icon="copy" kind="quiet" keepFocus onPress={() => actions.copy(merge.memo)}>
          {words.copyMemo}
        </Button>
      </div>
    </article>
  );
}

/** Orders that no row of this page stands for: there is nothing to jump to, only a number and when it was seen. */
function Elsewhere({ orders, language }: { orders: readonly MergeOrder[]; language: Language }) {
  const words = useTexts(mergeTexts, language);
  return (
    <ul className="sb-order-list" data-elsewhere="">
      {orders.map(({ key, orderId, elsewhere }) => {
        if (elsewhere === undefined) return null;
        const time = shortShanghaiTime(elsewhere).slice(-5);
        return (
          <li key={key}>
            <span className="sb-number">{orderId}</span>
            <span className="sb-spring" />
            <Chip title={words.otherPageHint(time)}>{words.otherPage(time)}</Chip>
          </li>
        );
      })}
    </ul>
  );
}

/** What the buyer is asked, and what they said; pressing an answer once more takes it back. */
function Consent({
  merge,
  language,
  actions,
  hasEditor,
}: Shared & { merge: MergeGroupView; hasEditor: boolean }) {
  const words = useTexts(mergeTexts, language);
  const guard = useGuard();
  const { state } = merge.consent;
  return (
    <div className="sb-merge-consent" data-consent={state}>
      {hasEditor && (
        <Button
          icon="fill"
          keepFocus
          title={merge.question}
          onPress={() => actions.insertText(merge.question)}
        >
          {words.ask}
        </Button>
      )}
      <Button
        icon="copy"
        kind="quiet"
        keepFocus
        title={merge.question}
        onPress={() => actions.copy(merge.question)}
      >
        {words.copyAsk}
      </Button>
      <fieldset aria-label={words.consent}>
        {answers.map((answer) => (
          <button
            key={answer}
            type="button"
            className="sb-answer"
            aria-pressed={state === answer}
            onMouseDown={(event) => event.preventDefault()}
            onClick={guard(() => actions.noteMerge(merge, state === answer ? null : answer))}
          >
            {words[answer]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
