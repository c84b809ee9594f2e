import type { PopperProps } from '@mui/material/Popper';

/** Where a field's list is, and how high it may be. */
interface ListRoom {
  readonly placement: 'top' | 'bottom';
  readonly height: number;
}

/**
 * A list of so many pixels opens below its field, unless that room is too low for it and there is more above. The room
 * below ends where the form's button is: it must be within reach while the list is open.
 */
export function listRoom(
  field: { readonly top: number; readonly bottom: number },
  foot: number,
  list: number,
): ListRoom {
  const below = foot - field.bottom;
  const above = field.top;
  return list > below && above > below ? { placement: 'top', height: above } : { placement: 'bottom', height: below };
}

/** How far down a list of this field may reach: to the button that submits its form, or to the window's end. */
function footOf(field: Element): number {
  const button = field.closest('form')?.querySelector('[type="submit"]')?.getBoundingClientRect();
  const isBelow = button !== undefined && button.top >= field.getBoundingClientRect().bottom;
  return isBelow ? Math.min(button.top, window.innerHeight) : window.innerHeight;
}

/** Has the lists of all pickers keep to their room, instead of Popper's own flip, which knows the window alone. */
export const listModifiers: NonNullable<PopperProps['modifiers']> = [
  { name: 'flip', enabled: false },
  {
    name: 'listRoom',
    enabled: true,
    phase: 'main',
    fn({ state }) {
      const field = state.elements.reference;
      if (!(field instanceof Element)) return;
      const { placement, height } = listRoom(field.getBoundingClientRect(), footOf(field), state.rects.popper.height);
      state.elements.popper.style.setProperty('--list-room', `${Math.floor(height)}px`);
      if (state.placement === placement) return;
      state.placement = placement;
      state.reset = true;
    },
  },
];
