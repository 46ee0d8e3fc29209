import { rateUnits } from '../../rules/figures/rate-units.ts';
import { pausedMs, workedMs } from '../../rules/shift/shift.ts';
import { shanghaiDay } from '../../rules/time/shanghai.ts';
import { type FiguresTexts, figuresTexts } from '../i18n/figures-texts.ts';
import { platformName } from '../i18n/platform-names.ts';
import { shiftTexts } from '../i18n/shift-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { lengthText, timeOfDay } from '../shift/shift-time.ts';
import { Button } from '../ui/Button.tsx';
import { AllFigures } from './AllFigures.tsx';
import { asOfText, figureOf, shiftTimes } from './figure-words.ts';
import type { FiguresActions, FiguresModel, ShiftFigures } from './model.ts';
import { Tiles } from './Tiles.tsx';

/** The figures of one shift: which one it is, the tiles, and the table of all. */
export function ShiftPart({
  model,
  of,
  actions,
}: {
  model: FiguresModel;
  of: ShiftFigures;
  actions: FiguresActions;
}) {
  const { language, goals, today } = model;
  const t = useTexts(figuresTexts, language);
  const { shift, platform, agent, figures, asOf } = of;
  const units = rateUnits(platform, figures);
  const days = {
    from: shanghaiDay(shift.start),
    to: shift.end === undefined ? today : shanghaiDay(shift.end),
  };
  const hasTurns = (figureOf(figures, 'turns')?.numerator ?? 0) > 0;
  const shops = model.places.find((place) => place.platform === platform)?.shops ?? [];
  const only = shops.length === 1 ? shops[0]?.name : undefined;
  const whose = [
    platformName(platform, language),
    only ?? t.allShops,
    ...(agent === undefined ? [] : [agent]),
  ];
  return (
    <>
      <div data-part="shift">
        <p className="sb-figures-title">
          <strong>{[...whose, shiftTimes(shift, t)].join(' · ')}</strong>
          <span className="sb-hint">{t.asOf(asOfText({ asOf }))}</span>
        </p>
        <ShiftLine of={of} model={model} t={t} />
      </div>
      {!hasTurns && (
        <div className="sb-figures-card sb-figures-nothing">
          <p>
            <b>{t.shiftNothing}</b>
          </p>
        </div>
      )}
      <Tiles
        report={{ question: { platform, ...days }, total: figures, ...(units && { units }) }}
        {...{ goals, language, actions }}
      />
      <p className="sb-hint sb-figures-screen">
        {t.shiftWholeDays}{' '}
        <Button kind="quiet" onPress={() => actions.chooseDays(days.from, days.to)}>
          {t.shiftShowDays}
        </Button>
      </p>
      {figures.length > 0 && <AllFigures figures={figures} language={language} />}
    </>
  );
}

/** How long was worked, and the breaks, during which buyers waited all the same. */
function ShiftLine({
  of: { shift, asOf },
  model,
  t,
}: {
  of: ShiftFigures;
  model: FiguresModel;
  t: FiguresTexts;
}) {
  const words = useTexts(shiftTexts, model.language);
  const length = (ms: number): string => lengthText(ms, words);
  const spans = shift.breaks.map(({ from, to }) => {
    const start = timeOfDay(from, shift.start);
    return to === undefined ? t.shiftOpenBreak(start) : `${start}–${timeOfDay(to, from)}`;
  });
  return (
    <p className="sb-hint">
      {t.shiftWorked(length(workedMs(shift, asOf)))} ·{' '}
      {spans.length === 0
        ? t.noBreaks
        : `${t.shiftBreaks(spans.join(model.language === 'en' ? ', ' : '、'), length(pausedMs(shift, asOf)))} · ${words.breakNote}`}
    </p>
  );
}
