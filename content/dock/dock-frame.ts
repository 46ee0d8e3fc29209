/**
 * The host's own box and the layers inside its shadow root. Values that a page's style sheet could override on
 * the host element are set inline as important by mount-dock.
 */
export const dockFrameCss = `
.dock-layer {
  position: absolute;
  inset: 0;
  pointer-events: none;
}
.dock-layer > * { pointer-events: auto; }
.dock-layer > .sb-root { width: 100%; }
.dock-layer .sb-dock { width: 100%; max-height: var(--dock-room); }
.palette-layer {
  position: fixed;
  z-index: 1;
  pointer-events: auto;
  visibility: visible;
}
.palette-layer .sb-palette { width: 100%; max-height: var(--palette-room); }
`;

/** Styles of the host element. `all` first: the others must win over it. */
export const hostStyle: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['display', 'block'],
  ['margin', '0'],
  ['pointer-events', 'none'],
  ['z-index', '2147483647'],
];

/** Gives a shadow root its style sheet; constructed where possible, since a page's CSP may forbid style elements. */
export function addStyles(shadow: ShadowRoot, css: string): void {
  const { ownerDocument } = shadow;
  try {
    const sheet = new (ownerDocument.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    if (shadow.adoptedStyleSheets.length === 1) return;
  } catch {
    // Firefox does not let every content script adopt a sheet; the element below does the same there.
  }
  const style = ownerDocument.createElement('style');
  style.textContent = css;
  shadow.append(style);
}
