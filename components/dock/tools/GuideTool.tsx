import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  type Answers,
  type DecisionTable,
  guideText,
  guideValues,
  offeredFor,
  readFacts,
  toldBy,
  walk,
} from '../../../rules/decisions/index.ts';
import { flagOrders } from '../../../rules/orders/index.ts';
import { orderValues } from '../../../rules/orders/order-values.ts';
import { guideTexts } from '../../i18n/guide-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../ui/clock.tsx';
import { imeOwns } from '../../ui/ime.ts';
import { EmptyLine } from '../../ui/Marks.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { OrderRowView } from '../orders/order-row.ts';
import { GuideOrder } from './guide/GuideOrder.tsx';
import { GuideOutcome } from './guide/GuideOutcome.tsx';
import { GuideFacts, GuidePath } from './guide/GuidePath.tsx';
import { GuideQuestion } from './guide/GuideQuestion.tsx';
import type { GuideProgress, GuideState } from './guide/guide.ts';
import type { ToolProps } from './tool-props.ts';

/** Guided decisions (mission.md B6, B7, B8, B13, B14): of an order of the page, or by hand beside a chat. */
export function GuideTool({ model, actions, start }: ToolProps) {
  const t = useTexts(guideTexts, model.language);
  const [state, setState] = useState<GuideState>();
  const { guide } = actions;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk's actions are the same while the page stands
  useEffect(() => {
    const stop = new AbortController();
    guide.follow(setState, stop.signal);
    return () => stop.abort();
  }, []);
  const shown = (key: string | undefined): OrderRowView | undefined =>
    model.orders?.list.find(({ order }) => order.key === key);
  /** Kept as it was read: lists that draw only what is seen take rows away. */
  const [row, setRow] = useState<OrderRowView | undefined>(() => shown(start?.orderKey));
  const present = row && (shown(row.order.key) ?? row);
  if (!state) return <EmptyLine>{t.loading}</EmptyLine>;
  // What was said of one buyer must not be taken for another's.
  const about = present ? `order:${present.order.key}` : `chat:${model.openConversation ?? ''}`;
  return (
    <Guide
      key={about}
      about={about}
      state={state}
      row={present}
      onRow={setRow}
      model={model}
      actions={actions}
      takeFocus={start?.orderKey !== undefined && !model.hasEditor}
    />
  );
}

function Guide({
  about,
  state,
  row,
  onRow,
  model,
  actions,
  takeFocus,
}: Omit<ToolProps, 'start'> & {
  about: string;
  state: GuideState;
  row: OrderRowView | undefined;
  onRow: (row: OrderRowView | undefined) => void;
  takeFocus: boolean;
}) {
  const { language } = model;
  const t = useTexts(guideTexts, language);
  const guard = useGuard();
  const now = useNow(true);
  const top = useRef<HTMLDivElement>(null);
  const [progress, setProgress] = useState<GuideProgress>(
    () => actions.guide.recall(about) ?? { answers: {}, said: {} },
  );
  /** The question whose answer is being changed. */
  const [changing, setChanging] = useState<string>();
  const put = (next: GuideProgress): void => {
    actions.guide.keep(about, next);
    setProgress(next);
  };
  useEffect(() => {
    if (takeFocus) top.current?.focus();
  }, [takeFocus]);

  const chat = row ? undefined : actions.guide.chat();
  const order = row?.order ?? chat?.order;
  // Beside a chat no marks are drawn; what they would say is asked here.
  const flags = row?.flags ?? (order ? (flagOrders([order], state.shop, now).get(order.key) ?? []) : []);
  const guided = order && { order, flags };
  const offered = offeredFor(state.tables, { guided, message: chat?.message });
  const table: DecisionTable | undefined =
    state.tables.find(({ id }) => id === progress.tableId) ?? offered[0] ?? state.tables[0];
  if (!table) return <EmptyLine>{t.broken}</EmptyLine>;

  const facts = guided ? readFacts(guided, state.shop, now) : {};
  const answers: Answers = progress.answers[table.id] ?? {};
  const { path, question, outcome } = walk(table, facts, answers);
  const at = changing === undefined ? -1 : path.findIndex((step) => step.question.id === changing);
  const changed = path[at];
  const asked = changed?.question ?? question;
  const passed = changed ? path.slice(0, at) : path;

  const answer = (id: string): void => {
    if (!asked) return;
    setChanging(undefined);
    const own = { ...answers, [asked.id]: id };
    put({ ...progress, tableId: table.id, answers: { ...progress.answers, [table.id]: own } });
    // A button that is gone takes the keyboard with it: the next question goes on hearing it.
    if (top.current?.matches(':focus-within')) top.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const inField = (event.target as Element).matches('input, textarea, select');
    if (imeOwns(event) || inField || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = /^[1-9]$/.test(event.key) ? asked?.answers[Number(event.key) - 1] : undefined;
    if (!chosen) return;
    event.preventDefault();
    answer(chosen.id);
  };
  const choices = (tables: readonly DecisionTable[]) =>
    tables.map(({ id, name }) => (
      <option key={id} value={id}>
        {guideText(name, language)}
      </option>
    ));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: number keys answer wherever the focus is inside
    <div className="sb-guide" ref={top} tabIndex={-1} data-guide={table.id} onKeyDown={guard(onKeyDown)}>
      <GuideOrder
        model={model}
        row={row}
        flags={flags}
        {...(chat?.order && { beside: chat.order })}
        onRow={onRow}
      />
      <label className="sb-guide-table">
        <span>{t.table}</span>
        <select
          value={table.id}
          onChange={(event) => {
            setChanging(undefined);
            put({ ...progress, tableId: event.target.value });
          }}
        >
          {offered.length > 0 && (
            <optgroup label={order ? t.forOrder : t.forChat}>{choices(offered)}</optgroup>
          )}
          {offered.length > 0 ? (
            <optgroup label={t.others}>
              {choices(state.tables.filter((one) => !offered.includes(one)))}
            </optgroup>
          ) : (
            choices(state.tables)
          )}
        </select>
      </label>
      <GuideFacts facts={facts} language={language} />
      <GuidePath
        steps={passed}
        language={language}
        onChange={setChanging}
        onAgain={() => {
          setChanging(undefined);
          put({ ...progress, tableId: table.id, answers: { ...progress.answers, [table.id]: {} }, said: {} });
        }}
      />
      {asked && (
        <GuideQuestion
          key={asked.id}
          question={asked}
          language={language}
          onAnswer={answer}
          {...(changed && { chosen: changed.answer.id, onKeep: () => setChanging(undefined) })}
        />
      )}
      {!asked && outcome && (
        <GuideOutcome
          key={`${table.id}:${outcome.id}`}
          table={table}
          outcome={outcome}
          material={{
            values: row ? orderValues(row.order, state.agent, state.shop, now) : (chat?.values ?? {}),
            guide: guideValues(order, toldBy(path, facts), state.shop),
            answers: progress.said,
            now,
          }}
          order={order}
          platform={state.platform}
          shop={state.shop}
          isChat={row === undefined}
          model={model}
          actions={actions}
          onSay={(name, value) =>
            put({ ...progress, tableId: table.id, said: { ...progress.said, [name]: value } })
          }
        />
      )}
      {!asked && !outcome && <EmptyLine>{t.broken}</EmptyLine>}
    </div>
  );
}
