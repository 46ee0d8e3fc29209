import { useEffect, useState } from 'react';
import type { Order } from '../../../rules/orders/order.ts';
import { isMasked } from '../../../rules/phrases/template/masked.ts';
import type { ChatBuyer } from '../../../rules/registers/of-buyer.ts';
import { registerTexts } from '../../i18n/register-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { EntryStart } from '../../registers/entry-draft.ts';
import { RegisterForm } from '../../registers/RegisterForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMinute } from '../../ui/clock.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { DockActions, DockModel } from '../model.ts';
import { EntryLine } from './EntryLine.tsx';
import { startOfOrder } from './entry-start.ts';
import type { RegisterLook } from './register-actions.ts';

/** Entries of the open chat's buyer shown without being asked for. */
const shownAtOnce = 2;

/**
 * The registers in the dock (mission.md A6, A7): what is due, what is open of the buyer whose chat is open, and a form to
 * write down what cannot be solved now. One line high while there is nothing to say.
 */
export function RegisterStrip({ model, actions }: { model: DockModel; actions: DockActions }) {
  const { language, openConversation } = model;
  const t = useTexts(registerTexts, language);
  const guard = useGuard();
  const { registers, guide } = actions;
  const [look, setLook] = useState<RegisterLook>();
  const [changes, setChanges] = useState(0);
  const [listOpen, setListOpen] = useState(false);
  const [start, setStart] = useState<EntryStart>();
  const now = useMinute();

  const chat = (): { who: ChatBuyer; order?: Order } => {
    const { values, order } = guide.chat();
    const buyer = values.买家;
    const orderId = values.订单号;
    return {
      who: {
        platform: registers.platform,
        ...(openConversation !== undefined && { conversation: openConversation }),
        ...(buyer !== undefined && { buyer }),
        ...(orderId !== undefined && { orderIds: [orderId] }),
      },
      ...(order && { order }),
    };
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk's actions are the same while the page stands
  useEffect(() => {
    const stop = new AbortController();
    registers.watch(() => setChanges((before) => before + 1), stop.signal);
    return () => stop.abort();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the register, the chat or the time changes
  useEffect(() => {
    let left = false;
    registers.look(openConversation === undefined ? undefined : chat().who).then((next) => {
      if (!left && next) setLook(next);
    });
    return () => {
      left = true;
    };
  }, [openConversation, changes, now]);
  // What was being written of one buyer must not be kept as another's.
  const [about, setAbout] = useState(openConversation);
  if (about !== openConversation) {
    setAbout(openConversation);
    setStart(undefined);
  }

  const due = look ? look.late + look.today : 0;
  const ofBuyer = openConversation === undefined ? [] : (look?.ofBuyer ?? []);
  if (openConversation === undefined && due === 0) return null;
  return (
    <section className="sb-register" aria-label={t.section}>
      <div className="sb-register-head">
        {due > 0 && look && (
          <button
            type="button"
            className="sb-register-open"
            data-late={look.late > 0 || undefined}
            aria-expanded={listOpen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={guard(() => setListOpen(!listOpen))}
          >
            {t.due(look.late, look.today)}
          </button>
        )}
        <span className="sb-spring" />
        {openConversation !== undefined && !start && (
          <Button
            kind="quiet"
            icon="edit"
            data={{ 'data-register': '' }}
            onPress={() => {
              const { who, order } = chat();
              setStart({
                ...(order ? startOfOrder(order) : {}),
                platform: order?.platform ?? who.platform,
                ...(who.conversation !== undefined && { conversation: who.conversation }),
                ...(who.buyer !== undefined && !isMasked(who.buyer) && { buyer: who.buyer }),
                kind: 'customer-problem',
              });
            }}
          >
            {t.newEntry}
          </Button>
        )}
        <Button kind="quiet" keepFocus onPress={registers.showList}>
          {t.list}
        </Button>
      </div>
      {start && (
        <RegisterForm
          language={language}
          start={start}
          now={now}
          onCancel={() => setStart(undefined)}
          onSubmit={async (entry) => {
            const written = await registers.write(entry);
            if (written !== 'written' && written !== 'known') return written;
            setStart(undefined);
            setChanges((before) => before + 1);
            return undefined;
          }}
        />
      )}
      {!start && ofBuyer.length > 0 && (
        <ul className="sb-register-list" aria-label={t.ofBuyer(ofBuyer.length)}>
          {ofBuyer.slice(0, listOpen ? undefined : shownAtOnce).map((entry) => (
            <EntryLine key={entry.id} entry={entry} language={language} now={now} actions={actions} />
          ))}
        </ul>
      )}
      {!start && listOpen && look && (
        <ul className="sb-register-list sb-scroll" data-due-list="">
          {look.due
            .filter(({ id }) => !ofBuyer.some((entry) => entry.id === id))
            .map((entry) => (
              <EntryLine key={entry.id} entry={entry} language={language} now={now} actions={actions} />
            ))}
        </ul>
      )}
    </section>
  );
}
