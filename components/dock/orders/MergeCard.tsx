import type { Language } from '../../../rules/language/local-text.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Chip } from '../../ui/Marks.tsx';
import type { DockActions, MergeGroupView } from '../model.ts';
import { CopyAll, OrderList } from './OrderList.tsx';

interface Shared {
  language: Language;
  actions: DockActions;
}

/** A suggestion, never a decision: the reasons against stand as large as the reasons for (B4). */
export function MergeCard({ merge, language, actions }: Shared & { merge: MergeGroupView }) {
  const t = useTexts(dockTexts, language);
  return (
    <article className="sb-merge" data-merge={merge.group}>
      <div className="sb-merge-head">
        <strong>{t.mergeOf(merge.orders.length)}</strong>
        <span className="sb-spring" />
        <CopyAll orders={merge.orders} language={language} actions={actions} />
      </div>
      <OrderList orders={merge.orders} language={language} actions={actions} />
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
    </article>
  );
}
