import { fieldNames, pickerTexts } from '../i18n/picker-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { PickerModel } from './model.ts';

/** What is to be pointed at now, in one sentence. */
export function Instruction({ model }: { model: PickerModel }) {
  const t = useTexts(pickerTexts, model.language);
  const names = useTexts(fieldNames, model.language);
  const { ask, kind } = model;
  if (!ask) return null;
  const name = names[ask] ?? ask;
  const text =
    ask === 'row' && kind
      ? (t.askRow[kind] ?? t.asks.row)
      : model.mode === 'repair' && !['buyerMessage', 'agentMessage', 'conversation'].includes(ask)
        ? t.repairIntro(name)
        : (t.asks[ask] ?? (kind === 'chat' && !ask.includes('.') ? t.askThing(name) : t.askField(name)));
  return (
    <p className="sb-picker-ask" role="status">
      {text}
    </p>
  );
}
