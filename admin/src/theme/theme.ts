import { deepmerge } from '@mui/utils';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';
import { dark, fontFamily, light, radius, type Tokens } from './tokens';
import { componentStyles } from './components';

declare module '@mui/material/styles' {
  interface Theme {
    tokens: Tokens;
  }
  interface ThemeOptions {
    tokens?: Tokens;
  }
}

function themeOf(mode: 'light' | 'dark', tokens: Tokens): RaThemeOptions {
  const ours = {
    tokens,
    palette: {
      mode,
      primary: { main: tokens.accent, dark: tokens.accentStrong, contrastText: tokens.onAccent },
      secondary: { main: tokens.accent, contrastText: tokens.onAccent },
      success: { main: tokens.good },
      warning: { main: tokens.attention },
      error: { main: tokens.behind },
      background: { default: tokens.ground, paper: tokens.paper },
      text: { primary: tokens.ink, secondary: tokens.quiet },
      divider: tokens.hairline,
    },
    shape: { borderRadius: radius },
    typography: {
      fontFamily,
      fontSize: 14,
      htmlFontSize: 16,
      h1: { fontSize: 24, lineHeight: 1.3, fontWeight: 600, letterSpacing: '-0.01em' },
      h2: { fontSize: 18, lineHeight: 1.4, fontWeight: 600 },
      h3: { fontSize: 15, lineHeight: 1.5, fontWeight: 600 },
      h6: { fontSize: 18, fontWeight: 600 },
      body1: { fontSize: 15, lineHeight: 1.5 },
      body2: { fontSize: 14, lineHeight: 1.5 },
      caption: { fontSize: 13, lineHeight: 1.45 },
      overline: { fontSize: 13, lineHeight: 1.5, textTransform: 'none', letterSpacing: 0 },
      button: { fontSize: 15, fontWeight: 500, textTransform: 'none' },
    },
    components: componentStyles(tokens),
  };
  return deepmerge(mode === 'light' ? defaultLightTheme : defaultDarkTheme, ours);
}

export const lightTheme = themeOf('light', light);
export const darkTheme = themeOf('dark', dark);
