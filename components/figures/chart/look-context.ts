import { createContext } from 'react';
import { lightPalette, type Palette } from '../../ui/tokens.ts';

/** How the page around the charts looks now; on paper always light. */
export interface PageLook {
  palette: Palette;
  isPrinting: boolean;
}

export const LookContext = createContext<PageLook>({ palette: lightPalette, isPrinting: false });
