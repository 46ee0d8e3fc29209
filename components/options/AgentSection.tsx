import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { TextSetting } from '../ui/TextSetting.tsx';
import type { SectionProps } from './model.ts';
import { ShiftsCard } from './shifts/ShiftsCard.tsx';

const asTyped = (text: string) => ({ value: text.trim() });
const same = (text: string): string => text;

/** Who answers, for which shop (A4): the values of {客服号} and {店铺}; and when they worked. */
export function AgentSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  return (
    <>
      <div className="sb-card sb-form">
        <TextSetting
          label={t.agentNumber}
          hint={t.agentNumberHint}
          value={model.settings.agentNumber}
          print={same}
          read={(text) => asTyped(text.slice(0, 20))}
          onSave={(agentNumber) => actions.saveSettings({ agentNumber })}
        />
        <TextSetting
          label={t.shopName}
          hint={t.shopNameHint}
          value={model.settings.shopName}
          print={same}
          read={(text) => asTyped(text.slice(0, 60))}
          onSave={(shopName) => actions.saveSettings({ shopName })}
        />
      </div>
      <ShiftsCard model={model} actions={actions} />
    </>
  );
}
