import { lightPalette } from '../../components/ui/tokens.ts';

/** Brings a row of the page into view and lets it glow once. Only an animation of the browser's: the page's own
 * attributes and styles stay as they are (site-map.md, What the page shows). */
export function revealElement(element: Element): void {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  element.animate?.(
    [
      { outline: `3px solid ${lightPalette.accent}`, outlineOffset: '-3px' },
      { outline: '3px solid transparent', outlineOffset: '-3px' },
    ],
    { duration: 1_800, easing: 'ease-out' },
  );
}
