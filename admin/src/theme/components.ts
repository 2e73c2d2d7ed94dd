import type { ThemeOptions } from '@mui/material/styles';
import { radius, type Tokens } from './tokens';

/** Hairlines instead of shadows, a visible focus everywhere, and nothing written smaller than 13 px. */
export function componentStyles(tokens: Tokens): ThemeOptions['components'] {
  const focus = { outline: `2px solid ${tokens.accent}`, outlineOffset: 2 };
  return {
    MuiCssBaseline: {
      styleOverrides: {
        html: { WebkitTextSizeAdjust: '100%' },
        body: { fontVariantNumeric: 'tabular-nums', fontSize: 15, lineHeight: 1.5 },
        ':focus-visible': focus,
        a: { color: tokens.accent },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animation: 'none !important', transition: 'none !important' },
        },
        '@page': { size: 'A4 landscape', margin: '12mm' },
        '@media print': {
          body: { background: '#fff', fontSize: 11 },
          '.no-print': { display: 'none !important' },
        },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none', border: `1px solid ${tokens.hairline}` } },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&:focus-visible': focus } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'medium' },
      styleOverrides: {
        root: {
          minHeight: 40,
          borderRadius: 8,
          fontSize: 15,
          '@media (max-width: 600px)': { minHeight: 48 },
        },
        outlined: { borderColor: tokens.hairline },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: { borderRadius: 8, '@media (max-width: 600px)': { minWidth: 44, minHeight: 44 } },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: { fontSize: 14, borderRadius: 8, height: 34, '@media (max-width: 600px)': { height: 44 } },
        outlined: { borderColor: tokens.hairline },
      },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true } },
    MuiFormControl: {
      defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          borderRadius: 8,
          fontSize: 15,
          backgroundColor: tokens.paper,
          '@media (max-width: 600px)': { minHeight: 48 },
        },
        notchedOutline: { borderColor: tokens.none, '& legend': { fontSize: 13 } },
      },
    },
    // The floating label shrinks to 13 px, not to the library's 11, and its notch with it.
    MuiInputLabel: {
      styleOverrides: {
        root: { fontSize: 15, '&.MuiInputLabel-shrink': { transform: 'translate(14px, -10px) scale(0.87)' } },
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { fontSize: 13, marginLeft: 2 } } },
    MuiTableCell: {
      styleOverrides: {
        root: { fontSize: 15, borderColor: tokens.hairline, padding: '10px 12px' },
        head: { fontSize: 14, fontWeight: 500, color: tokens.quiet, backgroundColor: tokens.paper },
      },
    },
    MuiTooltip: {
      styleOverrides: {
        tooltip: { fontSize: 13, backgroundColor: tokens.ink, color: tokens.paper, borderRadius: 6 },
      },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: { fontSize: 15, minHeight: 40, '@media (max-width: 600px)': { minHeight: 48 } },
      },
    },
    MuiDrawer: { styleOverrides: { paper: { border: 0, borderLeft: `1px solid ${tokens.hairline}` } } },
    MuiAlert: { styleOverrides: { root: { fontSize: 15, borderRadius: radius } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 18, fontWeight: 600 } } },
    MuiSkeleton: { defaultProps: { animation: 'wave' } },
    MuiToggleButton: { styleOverrides: { root: { textTransform: 'none', fontSize: 14, minHeight: 36 } } },
    MuiTablePagination: {
      styleOverrides: { root: { border: 0 }, selectLabel: { fontSize: 14 }, displayedRows: { fontSize: 14 } },
    },
  };
}
