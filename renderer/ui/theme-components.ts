import type { ThemeOptions } from '@mui/material/styles';
import { listModifiers } from './list-room.ts';
import { type Density, type Palette, radius, size, type } from './tokens.ts';

/** A soft two-layer shadow for things that float. */
export function floatingShadow(look: Palette): string {
  const strength = look.scheme === 'dark' ? 0.5 : 0.14;
  return `0 0 0 1px ${look.line}, 0 1px 3px rgba(${look.shadow}, ${strength}), 0 8px 28px rgba(${look.shadow}, ${strength})`;
}

/** What floats over the page: lists, menus, dialogs. */
function floatingPaper(look: Palette) {
  return { boxShadow: floatingShadow(look), background: look.raised, backgroundImage: 'none' };
}

function inputs(look: Palette, density: Density): ThemeOptions['components'] {
  const height = size.control[density];
  return {
    MuiTextField: { defaultProps: { size: 'small', variant: 'outlined', fullWidth: true } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiFormControl: { defaultProps: { size: 'small' } },
    MuiOutlinedInput: {
      defaultProps: { size: 'small', notched: false },
      styleOverrides: {
        root: {
          borderRadius: radius.control,
          background: look.surface,
          fontSize: type.body.size,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: look.edge, top: 0 },
          '& .MuiOutlinedInput-notchedOutline legend': { display: 'none' },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: look.textFaint },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: look.focus, borderWidth: 2 },
          '&.Mui-disabled': { background: look.muted },
        },
        input: {
          height: 20,
          padding: `${(height - 20) / 2}px 10px`,
          boxSizing: 'content-box',
          '&.MuiInputBase-inputMultiline': { height: 'auto' },
          '&::placeholder': { color: look.textFaint, opacity: 1 },
        },
        multiline: { padding: 0 },
      },
    },
    MuiInputBase: { styleOverrides: { input: { lineHeight: '20px' } } },
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: {
          position: 'static',
          transform: 'none',
          marginBottom: 4,
          fontSize: type.small.size,
          lineHeight: '16px',
          fontWeight: 560,
          color: look.text,
          maxWidth: 'none',
          pointerEvents: 'auto',
          '&.Mui-focused': { color: look.text },
          '&.Mui-error': { color: look.tones.danger.text },
        },
      },
    },
    MuiFormHelperText: {
      styleOverrides: {
        root: { margin: '4px 0 0', fontSize: type.small.size, lineHeight: '16px', color: look.textSoft },
      },
    },
    MuiFormControlLabel: {
      styleOverrides: { root: { marginLeft: -6, gap: 4 }, label: { fontSize: type.body.size } },
    },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, color: look.edge } } },
    MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, color: look.edge } } },
    MuiSwitch: { defaultProps: { size: 'small' } },
    MuiAutocomplete: {
      defaultProps: { size: 'small', slotProps: { popper: { modifiers: listModifiers } } },
      styleOverrides: {
        root: {
          '& .MuiOutlinedInput-root.MuiInputBase-sizeSmall': { padding: `${(height - 26) / 2}px 6px` },
          '& .MuiOutlinedInput-root.MuiInputBase-sizeSmall .MuiAutocomplete-input': { padding: '2px 4px', height: 20 },
        },
        inputRoot: { minHeight: height },
        paper: { ...floatingPaper(look), borderRadius: radius.card, margin: '4px 0' },
        // Without the paper's own margins, within the room that the list has.
        listbox: { maxHeight: 'min(40vh, calc(var(--list-room, 40vh) - 12px))' },
        option: { fontSize: type.body.size, minHeight: 32 },
      },
    },
  };
}

function buttons(look: Palette, density: Density): ThemeOptions['components'] {
  const height = size.control[density];
  return {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small' },
      styleOverrides: {
        root: {
          minWidth: 0,
          height,
          padding: '0 12px',
          borderRadius: radius.control,
          whiteSpace: 'nowrap',
          '& .MuiButton-startIcon': { marginLeft: -2, marginRight: 6 },
          '& .MuiSvgIcon-root': { fontSize: size.icon },
          variants: [
            {
              props: { variant: 'outlined', color: 'primary' },
              style: {
                color: look.text,
                borderColor: look.edge,
                background: look.surface,
                '&:hover': { background: look.hover, borderColor: look.textFaint },
              },
            },
            {
              props: { variant: 'text', color: 'primary' },
              style: { color: look.primaryText, '&:hover': { background: look.hover } },
            },
            {
              props: { variant: 'contained', color: 'error' },
              style:
                look.scheme === 'dark'
                  ? { background: look.tones.danger.text, color: '#2b0e02', '&:hover': { background: '#ffc3aa' } }
                  : { background: look.tones.danger.text, color: '#ffffff', '&:hover': { background: '#7d2700' } },
            },
          ],
        },
      },
    },
    MuiIconButton: {
      defaultProps: { size: 'small' },
      styleOverrides: {
        root: {
          width: height,
          height,
          padding: 0,
          borderRadius: radius.control,
          color: look.textSoft,
          '&:hover': { background: look.hover, color: look.text },
          '& .MuiSvgIcon-root': { fontSize: 18 },
        },
      },
    },
    MuiToggleButtonGroup: { styleOverrides: { root: { background: look.surface, alignSelf: 'flex-start' } } },
    MuiToggleButton: {
      defaultProps: { size: 'small' },
      styleOverrides: {
        root: {
          height,
          padding: '0 10px',
          textTransform: 'none',
          color: look.textSoft,
          borderColor: look.edge,
          '&:hover': { background: look.hover },
          '&.Mui-selected': { background: look.selected, color: look.primaryText },
          '&.Mui-selected:hover': { background: look.selected },
        },
      },
    },
    MuiTabs: {
      styleOverrides: { root: { minHeight: 36 }, indicator: { height: 2, backgroundColor: look.primary } },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: 36,
          minWidth: 0,
          padding: '0 12px',
          textTransform: 'none',
          fontSize: type.body.size,
          color: look.textSoft,
          '&.Mui-selected': { color: look.text, fontWeight: 600 },
        },
      },
    },
  };
}

function surfaces(look: Palette): ThemeOptions['components'] {
  const floating = floatingPaper(look);
  return {
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiBackdrop: { styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { background: look.backdrop } } } },
    MuiDialog: {
      styleOverrides: {
        root: ({ theme }) => ({ zIndex: theme.zIndex.drawer }),
        paper: { ...floating, borderRadius: radius.dialog },
      },
    },
    MuiDialogTitle: {
      styleOverrides: {
        root: { padding: '16px 20px 4px', fontSize: type.heading.size, lineHeight: '24px', fontWeight: 620 },
      },
    },
    MuiDialogContent: { styleOverrides: { root: { padding: '12px 20px 16px' } } },
    MuiDialogActions: {
      styleOverrides: {
        root: {
          padding: '12px 20px',
          borderTop: `1px solid ${look.line}`,
          gap: 8,
          '& > :not(style) ~ :not(style)': { marginLeft: 0 },
        },
      },
    },
    MuiMenu: {
      styleOverrides: { paper: { ...floating, borderRadius: radius.card, marginTop: 4 }, list: { padding: 4 } },
    },
    MuiPopover: { styleOverrides: { paper: { ...floating, borderRadius: radius.card } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 30,
          padding: '4px 10px',
          borderRadius: radius.small,
          fontSize: type.body.size,
          gap: 8,
          '&:hover': { background: look.hover },
          '&.Mui-selected, &.Mui-selected:hover': { background: look.selected, color: look.text },
        },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 450, enterNextDelay: 100, disableInteractive: true, describeChild: true },
      styleOverrides: {
        tooltip: {
          background: look.scheme === 'dark' ? '#e7eaf0' : '#22262f',
          color: look.scheme === 'dark' ? '#14171c' : '#ffffff',
          fontSize: type.small.size,
          lineHeight: '16px',
          fontWeight: 480,
          padding: '5px 8px',
          borderRadius: radius.control,
          maxWidth: 320,
        },
      },
    },
    // A sentence in a heavier weight is no heading: headings say so by their component.
    MuiTypography: { defaultProps: { variantMapping: { subtitle1: 'p', subtitle2: 'p' } } },
    MuiDivider: { styleOverrides: { root: { borderColor: look.line } } },
    MuiSkeleton: {
      defaultProps: { animation: 'wave' },
      styleOverrides: { root: { background: look.hover, transform: 'none' } },
    },
    MuiLinearProgress: { styleOverrides: { root: { height: 3, borderRadius: 2, background: look.hover } } },
    MuiChip: {
      styleOverrides: {
        root: { height: 22, borderRadius: radius.small, fontSize: type.small.size },
        label: { padding: '0 8px' },
      },
    },
    MuiLink: {
      defaultProps: { underline: 'hover' },
      styleOverrides: { root: { color: look.primaryText, textDecorationColor: 'currentColor' } },
    },
  };
}

/** How MUI's components look here: quiet, dense, no ripple, one height for all controls. */
export function themeComponents(look: Palette, density: Density): NonNullable<ThemeOptions['components']> {
  return { ...inputs(look, density), ...buttons(look, density), ...surfaces(look) };
}
