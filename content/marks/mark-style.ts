import { designTokensCss } from '../../components/ui/tokens.ts';

/**
 * The style of one mark. Nothing of the page reaches in (`all: initial`), and all sizes are px, because `rem`
 * follows the page (platform.md, pitfall 13). Rules on the host come first: the tokens set their values on it.
 */
const rules = `
:host { all: initial; display: block; box-sizing: border-box; max-width: 100%; }
:host([data-inline]) { display: inline-flex; vertical-align: middle; flex: 0 1 auto; }
.mark { box-sizing: border-box; max-width: 100%; padding: 2px 0; font: 12px/18px var(--sb-font);
  color: var(--sb-ink); text-align: start; white-space: normal; overflow-wrap: anywhere; }
.chips, .actions { display: flex; flex-wrap: wrap; gap: 4px; }
.chip { box-sizing: border-box; display: inline-block; max-width: 100%; margin: 0; padding: 0 6px;
  border: 1px solid transparent; border-radius: var(--sb-radius-s); font: inherit; text-align: start;
  font-variant-numeric: tabular-nums; }
.chip.info { color: var(--sb-info); background: var(--sb-info-soft); }
.chip.warn { color: var(--sb-warn); background: var(--sb-warn-soft); }
.chip.done { color: var(--sb-muted); background: none; border-color: var(--sb-line); }
.faint .chip:not(.done) { opacity: .6; font-weight: 400; }
.chip.stop { color: var(--sb-stop); background: var(--sb-stop-soft); font-weight: 600; }
button { cursor: pointer; }
button.chip:hover { border-color: currentColor; }
button:focus-visible { outline: 2px solid var(--sb-accent); outline-offset: 1px; }
.body { box-sizing: border-box; max-width: 560px; margin: 4px 0 0; padding: 4px 8px; white-space: pre-wrap;
  color: var(--sb-ink); background: var(--sb-raised); border-left: 2px solid var(--sb-accent);
  border-radius: 0 var(--sb-radius-s) var(--sb-radius-s) 0; font-size: 13px; line-height: 20px;
  user-select: text; }
.actions { margin-top: 4px; }
.action { margin: 0; padding: 1px 8px; font: inherit; color: var(--sb-accent); background: var(--sb-surface);
  border: 1px solid var(--sb-line); border-radius: var(--sb-radius-s); }
.action:hover { border-color: var(--sb-accent); }
/* Beside a message: one line as long as there is room. */
:host([data-address]) { margin-top: 2px; clear: both; }
:host([data-address]) .mark { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; }
:host([data-address]) .actions { margin-top: 0; }
@media print { :host { display: none; } }
@media (forced-colors: active) { .chip, .action { border-color: CanvasText; } }
`;

let style: string | undefined;

/** The same text for every mark, so that the browser parses it once. */
export function markStyle(): string {
  style ??= `${rules}\n${designTokensCss()}`;
  return style;
}
