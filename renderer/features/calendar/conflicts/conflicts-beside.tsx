import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useActions } from '../../../lib/actions.ts';
import { useOwnZone } from '../../../lib/display-zone.tsx';
import { dayIn } from '../../../lib/format.ts';
import { severityLooks } from '../../../ui/conflict-looks.ts';
import { worstOf } from '../../../ui/conflict-words.ts';
import { SeverityGlyph } from '../../../ui/severity-chip.tsx';
import type { LaneGroup } from '../lanes/groups.ts';
import type { CalendarSearch } from '../search.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { lanesFor } from './lanes-for.ts';
import type { PlanConflicts } from './use-plan-conflicts.ts';

interface ToggleProps {
  readonly conflicts: PlanConflicts;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** How many conflicts there are, and the way to them. */
export function ConflictsToggle({ conflicts, open, onToggle }: ToggleProps) {
  const { answer, counting, all } = conflicts;
  const worst = worstOf(all);
  const counted = counting === 0 ? 'No conflicts' : `Conflicts ${counting}`;
  // What could not be read is not nothing.
  const label = 'data' in answer ? counted : 'Conflicts';
  useActions([
    {
      name: 'calendar.conflicts',
      label: open ? 'Hide the conflicts' : 'Show the conflicts',
      group: 'Calendar',
      keys: 'x',
      words: 'clash',
      run: onToggle,
    },
  ]);
  return (
    <Button
      variant="outlined"
      aria-expanded={open}
      title={open ? 'Hide the conflicts (X)' : 'Show the conflicts (X)'}
      startIcon={worst !== null && <SeverityGlyph severity={worst} label={`Worst: ${severityLooks[worst].label}`} />}
      onClick={onToggle}
    >
      {label}
    </Button>
  );
}

export interface ConflictsBesideProps {
  readonly conflicts: PlanConflicts;
  readonly search: CalendarSearch;
  /** The groups of lanes that are shown. */
  readonly groups: readonly LaneGroup[];
  readonly readOnly: boolean;
  readonly onChange: (changes: Partial<CalendarSearch>) => void;
  readonly children: ReactNode;
}

/** The calendar, with the panel of conflicts beside it where it is open. */
export function ConflictsBeside({ conflicts, search, groups, readOnly, onChange, children }: ConflictsBesideProps) {
  const zone = useOwnZone();
  const isTimeline = search.view === undefined || search.view === 'timeline';
  const key = conflicts.chosen?.conflict.key ?? null;

  // The lanes of both sides are shown, and other views go to its day.
  const follow = useEffectEvent(() => {
    const conflict = conflicts.chosen?.conflict;
    if (conflict === undefined) return;
    const lanes = lanesFor(groups, conflict);
    const wanted = lanesFor([], conflict);
    const isShown = lanes.length === groups.length;
    const isFolded = search.folded?.some((group) => wanted.includes(group)) === true;
    onChange({
      ...(isShown ? {} : { lanes: [...lanes] }),
      ...(isFolded ? { folded: search.folded?.filter((group) => !wanted.includes(group)) } : {}),
      ...(isTimeline ? {} : { at: dayIn(conflict.at.start, zone) }),
    });
  });
  useEffect(() => {
    if (key !== null) follow();
  }, [key]);

  return (
    <Box sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' }}>{children}</Box>
      {search.conflicts === true && (
        <ConflictPanel
          conflicts={conflicts}
          search={search}
          readOnly={readOnly}
          canPoint={isTimeline}
          onChoose={(conflict) => onChange({ conflict })}
          onFilter={onChange}
          onClose={() => onChange({ conflicts: undefined, conflict: undefined })}
        />
      )}
    </Box>
  );
}
