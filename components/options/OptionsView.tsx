import { optionsTexts } from '../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Brand } from '../ui/Brand.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Chip, EmptyLine, Line } from '../ui/Marks.tsx';
import { Surface } from '../ui/Surface.tsx';
import { useGuard } from '../ui/trust.tsx';
import { AgentSection } from './AgentSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { ProductsSection } from './cards/ProductsSection.tsx';
import { CouriersSection } from './couriers/CouriersSection.tsx';
import { DataSection } from './DataSection.tsx';
import { DecisionsSection } from './decisions/DecisionsSection.tsx';
import { LimitsSection } from './LimitsSection.tsx';
import { MapsSection } from './MapsSection.tsx';
import { type OptionsSectionId, type SectionProps, sectionIds } from './model.ts';
import { OrderRulesSection } from './orders/OrderRulesSection.tsx';
import { PhrasesSection } from './PhrasesSection.tsx';
import { PricingSection } from './pricing/PricingSection.tsx';
import { RegistersSection } from './registers/RegistersSection.tsx';
import { RulesSection } from './rules/RulesSection.tsx';
import { WordingSection } from './wording/WordingSection.tsx';

const icons: Record<OptionsSectionId, IconName> = {
  agent: 'person',
  limits: 'clock',
  rules: 'list',
  phrases: 'chat',
  wording: 'alert',
  cards: 'bag',
  couriers: 'truck',
  orders: 'list',
  pricing: 'price',
  decisions: 'jump',
  registers: 'list',
  appearance: 'eye',
  maps: 'map',
  data: 'box',
};

const views: Record<OptionsSectionId, (props: SectionProps) => React.ReactNode> = {
  agent: AgentSection,
  limits: LimitsSection,
  rules: RulesSection,
  phrases: PhrasesSection,
  wording: WordingSection,
  cards: ProductsSection,
  couriers: CouriersSection,
  orders: OrderRulesSection,
  pricing: PricingSection,
  decisions: DecisionsSection,
  registers: RegistersSection,
  appearance: AppearanceSection,
  maps: MapsSection,
  data: DataSection,
};

/** The options page: section navigation at the left, one section at a time, results as a toast below. */
export function OptionsView({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const guard = useGuard();
  const Section = views[model.section];
  const { notice, draft } = model;
  const table = model.decisions.draft;
  const isTableUnsaved = table !== undefined && table.table !== table.opened;
  const isUnsaved = draft !== undefined && draft.text !== draft.opened;
  return (
    <Surface language={model.language} theme={model.settings.theme} className="sb-options">
      <nav className="sb-nav" aria-label={t.nav}>
        <p className="sb-nav-name">
          <Brand size={24} />
          <strong>{t.name}</strong>
        </p>
        {sectionIds.map((id) => (
          <button
            key={id}
            type="button"
            data-section={id}
            aria-current={id === model.section ? 'page' : undefined}
            onClick={guard(() => actions.showSection(id))}
          >
            <Icon name={icons[id]} />
            <span>{t.sections[id]}</span>
            {id === 'data' && model.aside.length > 0 && (
              <span className="sb-count" data-step="warn">
                {model.aside.length}
              </span>
            )}
            {id === 'maps' && isUnsaved && <Chip tone="warn">{t.unsaved}</Chip>}
            {id === 'decisions' && isTableUnsaved && <Chip tone="warn">{t.unsaved}</Chip>}
          </button>
        ))}
        {actions.openFigures && (
          <>
            <span className="sb-spring" />
            <button type="button" data-figures onClick={guard(() => actions.openFigures?.())}>
              <Icon name="list" />
              <span>{t.figuresPage}</span>
            </button>
          </>
        )}
      </nav>
      <main className="sb-main">
        <header className="sb-main-header">
          <h1>{t.sections[model.section]}</h1>
          {!(model.section === 'maps' && draft) && !(model.section === 'decisions' && table) && (
            <p className="sb-hint">{t.savedAtOnce}</p>
          )}
        </header>
        {model.ready ? <Section model={model} actions={actions} /> : <EmptyLine>{t.loading}</EmptyLine>}
      </main>
      {notice && (
        <div className="sb-toast">
          <Line
            key={notice.id}
            tone={notice.level}
            actions={
              <>
                {notice.undo && <Button onPress={actions.undo}>{t.undo}</Button>}
                <IconButton icon="close" label={t.dismiss} onPress={actions.dismissNotice} />
              </>
            }
          >
            {inLanguage(notice.text, model.language)}
          </Line>
        </div>
      )}
    </Surface>
  );
}
