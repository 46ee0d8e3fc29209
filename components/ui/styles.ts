import cards from '../dock/cards.css?inline';
import deadlines from '../dock/deadlines.css?inline';
import dock from '../dock/dock.css?inline';
import merge from '../dock/merge.css?inline';
import orders from '../dock/orders/orders.css?inline';
import pricing from '../dock/pricing.css?inline';
import address from '../dock/tools/address/address.css?inline';
import guide from '../dock/tools/guide/guide.css?inline';
import figures from '../figures/figures.css?inline';
import missLines from '../figures/miss-lines.css?inline';
import attention from '../options/attention.css?inline';
import optionCards from '../options/cards/cards.css?inline';
import couriers from '../options/couriers/couriers.css?inline';
import decisions from '../options/decisions/decisions.css?inline';
import library from '../options/library.css?inline';
import maps from '../options/maps/maps.css?inline';
import options from '../options/options.css?inline';
import optionPricing from '../options/pricing/pricing.css?inline';
import optionRegisters from '../options/registers/options-registers.css?inline';
import optionRules from '../options/rules/rules.css?inline';
import optionWording from '../options/wording/wording.css?inline';
import pad from '../pad/pad.css?inline';
import palette from '../palette/palette.css?inline';
import phrases from '../phrases/phrases.css?inline';
import picker from '../picker/picker.css?inline';
import popup from '../popup/popup.css?inline';
import registers from '../registers/registers.css?inline';
import shift from '../shift/shift.css?inline';
import wording from '../wording/wording.css?inline';
import base from './base.css?inline';
import { designTokensCss } from './tokens.ts';

/** A surface takes its own styles only: the build leaves out what is not asked for. */
const joined = (...parts: string[]): string => parts.join('\n');

/** Everything a shadow root needs for `Dock`, `Palette` and `PickerPanel`: tokens, primitives, the views. */
export const dockCss: string = /* @__PURE__ */ joined(
  designTokensCss(),
  base,
  dock,
  orders,
  registers,
  merge,
  deadlines,
  pricing,
  guide,
  address,
  cards,
  shift,
  palette,
  phrases,
  wording,
  picker,
);

/** For the popup's document. */
export const popupCss: string = /* @__PURE__ */ joined(
  designTokensCss(),
  base,
  popup,
  phrases,
  missLines,
  shift,
);

/** For the options document. */
export const optionsCss: string = /* @__PURE__ */ joined(
  designTokensCss(),
  base,
  options,
  attention,
  shift,
  optionCards,
  registers,
  optionRegisters,
  couriers,
  decisions,
  library,
  maps,
  phrases,
  wording,
  optionWording,
  optionRules,
  optionPricing,
);

/** For the phrase pad's document. */
export const padCss: string = /* @__PURE__ */ joined(designTokensCss(), base, pad, phrases, wording);

/** For the figures document. */
export const figuresCss: string = /* @__PURE__ */ joined(designTokensCss(), base, figures, missLines);
