import { designTokensCss } from '../../components/ui/tokens.ts';

/**
 * The style of one clock on a row. The host has no size and lets every click through to the row; its label is drawn
 * beside it. `!important` in a shadow root's own rules goes before whatever the page says of the children of its rows.
 */
const rules = `
:host { all: initial; display: block !important; position: relative !important; flex: 0 0 0px !important;
  align-self: flex-start !important; box-sizing: border-box !important; width: 0 !important; height: 0 !important;
  min-width: 0 !important; min-height: 0 !important; padding: 0 !important; border: 0 !important;
  float: none !important; overflow: visible !important; pointer-events: none !important; opacity: 1 !important; }
:host([data-over]) { position: absolute !important; inset: auto !important; }
.clock { position: absolute; box-sizing: border-box; width: max-content; height: 16px; padding: 0 4px;
  border-radius: var(--sb-radius-s); font: 600 11px/16px var(--sb-font); white-space: nowrap;
  font-variant-numeric: tabular-nums; color: var(--sb-muted); background: var(--sb-raised); user-select: none; }
.clock[data-step="soft"] { color: var(--sb-info); background: var(--sb-info-soft); }
.clock[data-step="warn"] { color: var(--sb-warn); background: var(--sb-warn-soft); }
.clock[data-step="breach"] { color: var(--sb-stop); background: var(--sb-stop-soft); }
.clock[data-step="quiet"] { font-weight: 400; }
.clock[data-bar] { width: 3px; padding: 0; overflow: hidden; color: transparent; border-radius: 0; }
.clock[data-bar][data-step="soft"] { background: var(--sb-info); }
.clock[data-bar][data-step="warn"] { background: var(--sb-warn); }
.clock[data-bar][data-step="breach"] { background: var(--sb-stop); }
.clock[hidden] { display: none; }
@media print { :host { display: none !important; } }
@media (forced-colors: active) { .clock { border: 1px solid CanvasText; line-height: 14px; } }
`;

let style: string | undefined;

/** The same text for every clock, so that the browser parses it once. */
export function rowClockStyle(): string {
  style ??= `${rules}\n${designTokensCss()}`;
  return style;
}
