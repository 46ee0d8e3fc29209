import { useDeferredValue, useMemo, useState } from 'react';
import type { CourierRule } from '../../../rules/zones/table.ts';
import { type ZoneAnswer, zoneAnswer } from '../../../rules/zones/zone-answer.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Chip } from '../../ui/Marks.tsx';
import type { SectionProps } from '../model.ts';
import { readAmount, readWeight, readWhole } from '../read-fields.ts';
import { reachTones, ruleLine } from './rule-words.ts';

/** The longest text worth reading; a whole chat pasted by mistake is not an address. */
const longest = 10_000;

type Fact = 'pieces' | 'total' | 'weight';

/** What an address and an order are tried with. */
interface TrialDraft extends Record<Fact, string> {
  address: string;
  flashSale: boolean;
}
export const emptyTrial: TrialDraft = { address: '', pieces: '', total: '', weight: '', flashSale: false };

const readers: Record<Fact, (text: string) => number | undefined> = {
  pieces: (text) => readWhole(text, 1, 100_000),
  total: readAmount,
  weight: readWeight,
};

/** What was answered, with the address it was for. */
interface TrialAnswer extends ZoneAnswer {
  province?: string;
}

/**
 * The answer to a trial; undefined while there is nothing to answer. A fact that cannot be read is left out, as if
 * nobody knew it, and its field says so.
 */
export function useTrialAnswer({ model, actions }: SectionProps, trial: TrialDraft): TrialAnswer | undefined {
  const { regions } = actions;
  const text = useDeferredValue(trial.address.slice(0, longest));
  const { couriers, flashSale } = model.shop;
  const { pieces, total, weight, flashSale: isFlash } = trial;
  return useMemo(() => {
    if (text.trim() === '' || !regions) return undefined;
    const region = regions.read(text);
    const facts = {
      pieces: readers.pieces(pieces),
      total: readers.total(total),
      grams: readers.weight(weight),
    };
    const answer = zoneAnswer({ ...region, text }, couriers, {
      ...(facts.pieces !== undefined && { pieces: facts.pieces }),
      ...(facts.total !== undefined && { total: facts.total }),
      ...(facts.grams !== undefined && { grams: facts.grams }),
      flashSale: isFlash,
      askManagerFrom: flashSale.askManagerFrom,
    });
    return { ...answer, ...(region.province !== undefined && { province: region.province }) };
  }, [text, regions, couriers, flashSale.askManagerFrom, pieces, total, weight, isFlash]);
}

/** Try an address against the table as it is: the answer, every courier's rule, and what the buyer would be told. */
export function TrialBox({
  model,
  actions,
  trial,
  answer,
  onChange,
  onShowRule,
}: SectionProps & {
  trial: TrialDraft;
  answer: TrialAnswer | undefined;
  onChange: (trial: TrialDraft) => void;
  onShowRule: (rule: CourierRule) => void;
}) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(courierTileTexts, model.language);
  const isLoading = actions.regions === undefined && trial.address.trim() !== '';
  const bad: Record<Fact, string> = { pieces: t.badNumber, total: t.badMoney, weight: t.badWeight };
  const fact = (name: Fact) => {
    const text = trial[name];
    const errors = text.trim() !== '' && readers[name](text) === undefined ? [bad[name]] : [];
    return (
      <Field label={words[name]} errors={errors}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            value={text}
            onChange={(event) => onChange({ ...trial, [name]: event.target.value })}
          />
        )}
      </Field>
    );
  };
  return (
    <div className="sb-card sb-trial" data-courier-trial="">
      <p className="sb-hint">{words.trialHint}</p>
      <Field label={words.trialAddress} hint={words.trialAddressHint} wide>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={longest}
            value={trial.address}
            onChange={(event) => onChange({ ...trial, address: event.target.value })}
          />
        )}
      </Field>
      <div className="sb-editor-row">
        {fact('pieces')}
        {fact('total')}
        {fact('weight')}
        <label className="sb-check">
          <input
            type="checkbox"
            checked={trial.flashSale}
            onChange={(event) => onChange({ ...trial, flashSale: event.target.checked })}
          />
          {words.flash}
        </label>
      </div>
      {isLoading && (
        <p className="sb-hint" role="status">
          {words.loadingRegions}
        </p>
      )}
      {answer && <Answer answer={answer} model={model} actions={actions} onShowRule={onShowRule} />}
      {trial.address !== '' && (
        <div className="sb-editor-foot">
          <span className="sb-spring" />
          <Button kind="quiet" onPress={() => onChange(emptyTrial)}>
            {words.clearTrial}
          </Button>
        </div>
      )}
    </div>
  );
}

const tones = { info: 'accent', warn: 'warn', stop: 'stop' } as const;

function Answer({
  answer,
  model,
  actions,
  onShowRule,
}: SectionProps & { answer: TrialAnswer; onShowRule: (rule: CourierRule) => void }) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(courierTileTexts, model.language);
  const [copied, setCopied] = useState<string>();
  const { phrase, verdict, used } = answer;
  const isOpen = answer.level === 'info' && !used;
  return (
    <div className="sb-trial-answer" role="status">
      <p className="sb-trial-verdict">
        <Chip tone={isOpen ? 'plain' : tones[answer.level]}>{inLanguage(answer.label, model.language)}</Chip>
      </p>
      <ul className="sb-trial-reasons">
        {answer.reasons.map((reason) => (
          <li key={reason.en}>{inLanguage(reason, model.language)}</li>
        ))}
      </ul>
      {phrase !== undefined && (
        <p className="sb-trial-phrase">
          <span className="sb-hint">{words.phrase}</span>
          <q>{phrase}</q>
          {actions.copyText && (
            <Button
              kind="quiet"
              icon={copied === phrase ? 'check' : 'copy'}
              onPress={() =>
                void actions.copyText?.(phrase).then((done) => setCopied(done ? phrase : undefined))
              }
            >
              {copied === phrase ? words.phraseCopied : words.copyPhrase}
            </Button>
          )}
        </p>
      )}
      {verdict.couriers.length > 0 && (
        <ul className="sb-panel-couriers">
          {verdict.couriers.map((entry) => {
            const { courier, rule } = entry;
            const reach = rule ? entry.reach : 'unwritten';
            return (
              <li
                key={courier}
                data-trial-courier={courier}
                data-deciding={courier === used?.courier || undefined}
              >
                <div className="sb-panel-line">
                  <strong className="sb-panel-courier">{courier}</strong>
                  <Chip tone={reachTones[reach]}>{words.words[reach]}</Chip>
                  <span className="sb-panel-text sb-hint">
                    {rule ? ruleLine(rule, t, model.language) : words.noRuleHere}
                  </span>
                  {rule && (
                    <Button kind="quiet" title={words.showRule(courier)} onPress={() => onShowRule(rule)}>
                      {words.goToRule}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
