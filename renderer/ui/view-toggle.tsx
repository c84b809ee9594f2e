import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ElementType } from 'react';
import type { Action } from '../lib/action-registry.ts';
import { useActions } from '../lib/actions.ts';

/** One way of showing a page. */
export interface View<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** What the action is called; `Show the …` where it is left out. */
  readonly action?: string | undefined;
  readonly keys: string;
  readonly icon?: ElementType | undefined;
}

export interface ViewToggleProps<Name extends string> {
  /** The feature whose views these are: the actions are named for it. */
  readonly of: string;
  readonly group: Action['group'];
  readonly views: readonly View<Name>[];
  readonly view: Name;
  readonly onChange: (view: Name) => void;
}

/** Chooses how a page is shown: by pressing, by keys, and from the palette. */
export function ViewToggle<Name extends string>({ of, group, views, view, onChange }: ViewToggleProps<Name>) {
  useActions(
    views.map(({ name, label, action = `Show the ${label.toLowerCase()}`, keys }) => ({
      name: `${of}.view.${name}`,
      label: action,
      group,
      keys,
      run: () => onChange(name),
    })),
  );
  return (
    <ToggleButtonGroup
      exclusive
      aria-label="View"
      value={view}
      onChange={(_event, next: Name | null) => {
        if (next !== null) onChange(next);
      }}
    >
      {views.map(({ name, label, icon: Icon }) => (
        <ToggleButton key={name} value={name} sx={{ gap: 1.5 }}>
          {Icon !== undefined && <Icon aria-hidden sx={{ fontSize: 16 }} />}
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
