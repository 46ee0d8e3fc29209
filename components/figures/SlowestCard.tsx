import { useState } from 'react';
import type { SlowTurn } from '../../rules/figures/figure-report.ts';
import type { Platform } from '../../rules/platform.ts';
import { figuresTexts } from '../i18n/figures-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { Chip, EmptyLine } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import { clockText } from '../ui/wait.ts';
import { Card } from './ChartCard.tsx';
import { exactTime, NOTHING } from './figure-words.ts';
import type { FiguresActions, FiguresModel } from './model.ts';
import { buyerName, hourOf, type MarkedHour } from './slow-turns.ts';

/** The ten longest waits: when, how long, who, and the way to see the hour around it. */
export function SlowestCard({
  turns,
  platform,
  model,
  actions,
  shopNames,
  marked,
  onMark,
}: {
  turns: readonly SlowTurn[];
  /** Of the turns, also while another one is being asked for. */
  platform: Platform;
  model: FiguresModel;
  actions: FiguresActions;
  /** Shop id → name; one shop alone is not named. */
  shopNames: ReadonlyMap<string, string>;
  marked: MarkedHour | undefined;
  onMark(hour: MarkedHour | undefined): void;
}) {
  const t = useTexts(figuresTexts, model.language);
  const guard = useGuard();
  const [said, setSaid] = useState('');
  const hasShops = shopNames.size > 1;
  return (
    <Card id="slowest" title={t.slowest} hint={t.slowestHint}>
      {turns.length === 0 && <EmptyLine>{t.noTurns}</EmptyLine>}
      {turns.length > 0 && (
        <table className="sb-figures-table sb-figures-slowest">
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.waited}</th>
              <th scope="col">{t.buyer}</th>
              <th scope="col">{t.account}</th>
              {hasShops && <th scope="col">{t.shop}</th>}
            </tr>
          </thead>
          <tbody>
            {turns.map((turn) => {
              const time = exactTime(turn.t);
              const name = buyerName(turn, platform, model.nicks);
              const isMarked = marked?.t === turn.t;
              return (
                <tr key={`${turn.t}|${turn.shop}|${turn.buyer}`} data-marked={isMarked || undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      className="sb-figures-link"
                      aria-pressed={isMarked}
                      title={isMarked ? t.unmark : t.showWhen(time)}
                      onClick={guard(() => {
                        onMark(isMarked ? undefined : hourOf(turn));
                        setSaid(isMarked ? '' : t.marked(time));
                      })}
                    >
                      {time}
                    </button>
                  </th>
                  <td>
                    <b>
                      {turn.rough && '≈ '}
                      {clockText(Math.round(turn.ms / 1_000))}
                    </b>{' '}
                    {!turn.answered && <Chip tone="stop">{t.notAnswered}</Chip>}
                    {turn.rough && <span className="sb-unseen">{t.rough}</span>}
                  </td>
                  <td>
                    <span className="sb-figures-buyer">
                      <span className="sb-clip" title={name}>
                        {name}
                      </span>
                      <IconButton
                        icon="copy"
                        label={t.copyBuyer(name)}
                        onPress={() => {
                          actions.copy(name);
                          setSaid(t.copied(name));
                        }}
                      />
                    </span>
                  </td>
                  <td>{turn.agent || NOTHING}</td>
                  {hasShops && <td>{shopNames.get(turn.shop) ?? turn.shop}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p className="sb-hint sb-figures-said" aria-live="polite">
        {said}
      </p>
    </Card>
  );
}
