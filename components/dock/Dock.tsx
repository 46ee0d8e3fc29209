import { useState } from 'react';
import { dockTexts } from '../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useNow } from '../ui/clock.tsx';
import { EmptyLine, Line } from '../ui/Marks.tsx';
import { Surface } from '../ui/Surface.tsx';
import { type Tab, Tabs } from '../ui/Tabs.tsx';
import { worstStep } from '../ui/wait.ts';
import { CardsSection } from './CardsSection.tsx';
import { Handle, Header } from './Header.tsx';
import { HealthLines } from './HealthLines.tsx';
import type { DockActions, DockModel } from './model.ts';
import { OrdersSection } from './orders/OrdersSection.tsx';
import { firstLook } from './orders/orders-look.ts';
import { PhraseSection } from './PhraseSection.tsx';
import { PriceSection } from './PriceSection.tsx';
import { ReviewsSection } from './ReviewsSection.tsx';
import { RegisterStrip } from './registers/RegisterStrip.tsx';
import { ToolsSection } from './tools/ToolsSection.tsx';
import { WaitingSection } from './WaitingSection.tsx';
import { WordingSection } from './WordingSection.tsx';
import { NightGuard, TransferGuard } from './waiting/Guards.tsx';

type SectionId = 'waiting' | 'phrases' | 'orders' | 'price' | 'reviews' | 'cards' | 'tools';

/** The sections that apply, in the order of their tabs. */
function sectionsOf(model: DockModel): SectionId[] {
  const sections: SectionId[] = [];
  if (model.price) sections.push('price');
  if (model.orders) sections.push('orders');
  if (model.reviews) sections.push('reviews');
  if (model.hasEditor) sections.push('phrases');
  // Where there is something to write in, cards stand below the phrases.
  else if (model.cards) sections.push('cards');
  const quiet = (model.lastWords?.length ?? 0) + (model.closable?.length ?? 0);
  if (model.hasEditor || model.waiting.length + quiet > 0) sections.push('waiting');
  if (sections.length > 0) sections.push('tools');
  return sections;
}

/**
 * The panel at the page's edge: a handle when collapsed, else header, lines and the sections that apply to this
 * page. Draws only what the model says. Elements with `data-drag-handle` are where the host may start a drag.
 */
export function Dock({ model, actions }: { model: DockModel; actions: DockActions }) {
  return (
    <Surface language={model.language} theme={model.theme}>
      {model.place.collapsed ? (
        <Handle model={model} actions={actions} />
      ) : (
        <OpenDock model={model} actions={actions} />
      )}
    </Surface>
  );
}

function OpenDock({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  return (
    <section className="sb-dock" aria-label={t.name}>
      <Header model={model} actions={actions} />
      {model.orphaned ? (
        <Line tone="warn" icon="alert" actions={<Button onPress={actions.reloadPage}>{t.reload}</Button>}>
          {t.orphaned}
        </Line>
      ) : (
        <>
          <Lines model={model} actions={actions} />
          <RegisterStrip model={model} actions={actions} />
          <Sections model={model} actions={actions} />
          <WordingSection wording={model.wording} language={model.language} actions={actions} />
        </>
      )}
    </section>
  );
}

/** Broken maps and the one notice, above everything else. */
function Lines({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  const { notice } = model;
  return (
    <>
      <HealthLines model={model} actions={actions} />
      {notice && (
        <Line
          key={notice.id}
          tone={notice.level}
          {...(notice.level !== 'info' && { icon: 'alert' as const })}
          actions={
            <>
              {notice.images?.map(({ hash, name }, index, all) => (
                <Button key={hash} icon="copy" title={name} onPress={() => actions.copyImage(hash)}>
                  {t.copyImage(index + 1, all.length)}
                </Button>
              ))}
              {notice.copy !== undefined && (
                <Button icon="copy" keepFocus onPress={() => actions.copy(notice.copy ?? '')}>
                  {t.copy}
                </Button>
              )}
              <IconButton icon="close" label={t.dismiss} keepFocus onPress={actions.dismissNotice} />
            </>
          }
        >
          {inLanguage(notice.text, model.language)}
        </Line>
      )}
    </>
  );
}

function Sections({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  const now = useNow(model.waiting.length > 0);
  const sections = sectionsOf(model);
  const [ordersLook, setOrdersLook] = useState(firstLook);
  const priceOpen = model.price !== undefined;
  const turn = model.tool?.turn ?? 0;
  const [choice, setChoice] = useState<{ id?: SectionId; priceOpen: boolean; turn: number }>({
    priceOpen,
    turn,
  });
  // A price dialog that opens asks for attention: a choice made before it is dropped, and again when it closes. So
  // does a tool that was opened from elsewhere.
  if (choice.priceOpen !== priceOpen || choice.turn !== turn) {
    setChoice({ priceOpen, turn, ...(choice.turn !== turn && { id: 'tools' as const }) });
  }
  const wanted = choice.id;
  const chosen = wanted && sections.includes(wanted) ? wanted : sections[0];
  if (!chosen) {
    // What is wrong with the page has been said above, with what can be done about it.
    if (model.health.length > 0) return null;
    return (
      <>
        <EmptyLine>{t.nothingHere}</EmptyLine>
        <p className="sb-teach">
          <Button icon="map" keepFocus onPress={() => actions.pointAt({})}>
            {t.teachPage}
          </Button>
        </p>
      </>
    );
  }

  const counts: Record<SectionId, number | undefined> = {
    price: undefined,
    orders: model.orders?.counts.reduce(
      (sum, count) => sum + (count.level === 'info' ? 0 : count.orders.length),
      0,
    ),
    reviews: model.reviews?.unanswered.length,
    phrases: undefined,
    cards: undefined,
    waiting: model.waiting.length,
    tools: undefined,
  };
  const tabs = sections.map((id): Tab<SectionId> => {
    const count = counts[id];
    return {
      id,
      label: t.tabs[id],
      ...(count !== undefined && { count }),
      ...(id === 'waiting' && { step: worstStep(model.waiting, now) }),
    };
  });
  const part = model.giving?.offers.find(({ why }) => why === 'next-part');
  const partOf = part && chosen !== 'phrases' ? model.phrases.find(({ id }) => id === part.id) : undefined;
  return (
    <>
      {partOf && (
        <Line
          tone="accent"
          actions={
            <>
              <Button keepFocus onPress={() => actions.insertPhrase(partOf.id)}>
                {t.insertPart}
              </Button>
              <IconButton
                icon="close"
                label={t.dropPart}
                keepFocus
                onPress={() => actions.dropOffer(partOf.id)}
              />
            </>
          }
        >
          {t.nextPart(partOf.title)}
        </Line>
      )}
      <NightGuard model={model} now={now} />
      <TransferGuard model={model} />
      <Tabs
        tabs={tabs}
        chosen={chosen}
        label={t.sections}
        onChoose={(id) => setChoice({ id, priceOpen, turn })}
      >
        {chosen === 'waiting' && <WaitingSection model={model} actions={actions} now={now} />}
        {chosen === 'phrases' && <PhraseSection model={model} actions={actions} />}
        {(chosen === 'phrases' || chosen === 'cards') && (
          <CardsSection
            cards={model.cards}
            language={model.language}
            hasEditor={model.hasEditor}
            actions={actions}
          />
        )}
        {chosen === 'orders' && model.orders && (
          <OrdersSection
            orders={model.orders}
            language={model.language}
            hasEditor={model.hasEditor}
            look={ordersLook}
            onLook={setOrdersLook}
            actions={actions}
          />
        )}
        {chosen === 'price' && model.price && (
          <PriceSection price={model.price} model={model} language={model.language} actions={actions} />
        )}
        {chosen === 'tools' && <ToolsSection model={model} actions={actions} />}
        {chosen === 'reviews' && model.reviews && (
          <ReviewsSection reviews={model.reviews} language={model.language} actions={actions} />
        )}
      </Tabs>
    </>
  );
}
