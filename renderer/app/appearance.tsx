import CssBaseline from '@mui/material/CssBaseline';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Settings } from '../../shared/contract/workspace.ts';
import { useSettings } from '../lib/use-settings.ts';
import { createSignalboxTheme } from '../ui/theme.ts';
import { fontFamily, type Scheme } from '../ui/tokens.ts';

/** The scheme to draw: the chosen one, or the system's. */
export function schemeOf(theme: Settings['theme'], systemIsDark: boolean): Scheme {
  if (theme === 'system') return systemIsDark ? 'dark' : 'light';
  return theme;
}

/** Draws everything in the chosen scheme and density. */
export function Appearance({ children }: { children: ReactNode }) {
  const settings = useSettings();
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const scheme = schemeOf(settings?.theme ?? 'system', systemIsDark);
  const density = settings?.density ?? 'comfortable';
  const built = useMemo(() => createSignalboxTheme(scheme, density), [scheme, density]);

  useEffect(() => {
    document.documentElement.dataset.scheme = scheme;
  }, [scheme]);

  return (
    <ThemeProvider theme={built}>
      <CssBaseline />
      <GlobalStyles
        styles={{
          html: { colorScheme: scheme, background: built.look.frame },
          body: { fontFamily, background: built.look.frame, fontFeatureSettings: '"cv05", "cv08", "calt"' },
          '::selection': { background: built.look.selected, color: built.look.text },
          a: { textUnderlineOffset: 2 },
          // Titles and names from elsewhere may turn the direction of writing: never beyond their own element.
          'a, button, code, em, label, span, strong': { unicodeBidi: 'isolate' },
          '*': { scrollbarColor: `${built.look.edge} transparent`, scrollbarWidth: 'thin' },
          ':focus-visible': { outline: `2px solid ${built.look.focus}`, outlineOffset: 1 },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              animationIterationCount: '1 !important',
              transitionDuration: '0.01ms !important',
              scrollBehavior: 'auto !important',
            },
          },
        }}
      />
      {children}
    </ThemeProvider>
  );
}
