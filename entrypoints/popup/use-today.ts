import { useEffect, useState } from 'react';
import { platformName } from '../../components/i18n/platform-names.ts';
import type { FigureId, PopupModel, TodayFigure } from '../../components/popup/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { DAY_MS, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import { type FigureRecord, readFigures } from '../../storage/contracts/ledger.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';

/** Popup tile → figure of rules/metrics. */
const figureOf: Record<FigureId, string> = {
  answered: 'answered',
  mean: 'mean',
  'within-target': 'within',
  misses: 'misses',
  'talk-ratio': 'answer-ratio',
};

function tile(id: FigureId, figures: readonly FigureRecord[]): TodayFigure {
  const figure = figures.find((one) => one.id === figureOf[id]);
  return {
    id,
    ...(typeof figure?.value === 'number' && { value: figure.value }),
    ...(figure && { numerator: figure.numerator, denominator: figure.denominator }),
    unsettled: figure?.unsettled ?? false,
  };
}

/** Today's figures per platform, counted again whenever the queue says that something happened. */
export function useToday(state: KeptState | undefined): PopupModel['today'] {
  const [today, setToday] = useState<PopupModel['today']>([]);
  const changed = state?.queue.updatedAt;
  useEffect(() => {
    if (changed === undefined) return;
    const from = startOfShanghaiDay(Date.now());
    sendRequest(readFigures, { from, to: from + DAY_MS }).then(
      (sets) =>
        setToday(
          sets.map(({ platform, figures }) => ({
            id: platform,
            name: say(platformName(platform, 'zh-CN'), platformName(platform, 'en')),
            figures: (Object.keys(figureOf) as FigureId[]).map((id) => tile(id, figures)),
          })),
        ),
      () => setToday([]),
    );
  }, [changed]);
  return today;
}
