import type { Language } from '../../../rules/language/local-text.ts';
import type { QuietChat } from '../../../storage/schemas/queue.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { waitingTexts } from '../../i18n/waiting-texts.ts';
import { Chip } from '../../ui/Marks.tsx';
import { useGuard } from '../../ui/trust.tsx';

/** A conversation in which no clock runs: who, and how long ago the last word was. */
export function QuietRow({
  chat,
  now,
  language,
  open,
  place,
  onOpen,
}: {
  chat: QuietChat;
  now: number;
  language: Language;
  open: boolean;
  place?: string | undefined;
  onOpen: () => void;
}) {
  const t = useTexts(dockTexts, language);
  const words = useTexts(waitingTexts, language);
  const guard = useGuard();
  const name = chat.nick ?? chat.buyer;
  const minutes = Math.max(0, Math.floor((now - chat.since) / 60_000));
  const ago = minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60));
  return (
    <button
      type="button"
      className="sb-waiting sb-quiet"
      data-open={open || undefined}
      aria-current={open || undefined}
      title={t.openBuyer(name)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={guard(onOpen)}
    >
      <span className="sb-waiting-name">{name}</span>
      <span className="sb-waiting-marks">
        {open && <Chip tone="accent">{t.openNow}</Chip>}
        {place !== undefined && <span className="sb-waiting-place">{place}</span>}
      </span>
      <span className="sb-quiet-ago">{words.saidLast(ago)}</span>
    </button>
  );
}
