import { useTheme } from '@mui/material/styles';
import type { Density, Palette } from './tokens.ts';

/** The colours of the scheme in use, for drawing that takes plain values (canvas, SVG). */
export function useLook(): Palette {
  return useTheme().look;
}

/** How dense the interface is. */
export function useDensity(): Density {
  return useTheme().density;
}
