import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type KeyboardEvent, useState } from 'react';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import { orpc } from '../../lib/client.ts';
import { baseOf } from '../../lib/edit-base.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx';
import { LocalTimeInput } from './local-time-input.tsx';
import { type Point, pressedAt } from './pointer-rest.ts';
import { checkLocal, checkSpan, placeHint } from './view-model.ts';

export interface MilestoneEditorProps {
  readonly milestone: Milestone;
  readonly release: Release;
  /** Told where the pointer pressed for it; null where a key did. */
  readonly onClose: (pressed: Point | null) => void;
}

/** One milestone of a release, its dates being typed: Enter keeps them, Escape leaves them as they were. */
export function MilestoneEditor({ milestone, release, onClose }: MilestoneEditorProps) {
  const [begun] = useState(milestone);
  const [start, setStart] = useState<string>(milestone.startLocal);
  const [end, setEnd] = useState<string | null>(milestone.endLocal);
  const move = useCommand(orpc.releases.moveMilestone, { showsFailure: true });
  const startCheck = checkLocal(start, milestone.zone);
  const endCheck = end === null ? null : checkLocal(end, milestone.zone);
  const { ready, error } = checkSpan(startCheck, endCheck);
  const changed = start !== begun.startLocal || end !== begun.endLocal;

  async function save(pressed: Point | null): Promise<void> {
    if (!ready || startCheck.value === null) return;
    if (!changed) return onClose(pressed);
    const endLocal = endCheck === null ? null : endCheck.value;
    const { startAt, endAt } = baseOf({ begun, now: milestone, failure: move.failure });
    const base = { startAt, endAt };
    const moved = await move.run({ id: milestone.id, startLocal: startCheck.value, endLocal, base });
    if (moved !== null) onClose(pressed);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose(null);
    }
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      void save(null);
    }
  }

  return (
    <>
      <UnsavedGuard ofTab dirty={changed && !move.busy} />
      <tr onKeyDown={onKeyDown}>
        <td>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
            <MilestoneGlyph kind={milestone.kind} size={14} />
            <Box component="span" sx={{ fontWeight: 540 }}>
              {milestone.name}
            </Box>
          </Box>
        </td>
        <td>
          <LocalTimeInput
            hideLabel
            label={`${milestone.name} starts`}
            value={start}
            onChange={setStart}
            check={startCheck}
            hint={placeHint(milestone.kind, startCheck, release)}
            autoFocus
          />
        </td>
        <td>
          {end !== null && endCheck !== null && (
            <LocalTimeInput
              hideLabel
              label={`${milestone.name} ends`}
              value={end}
              onChange={setEnd}
              check={endCheck}
              error={error}
            />
          )}
        </td>
        <td>{move.failure !== null && <FailureView failure={move.failure} />}</td>
        <td aria-label="Save or cancel">
          <Box sx={{ display: 'inline-flex', gap: 2 }}>
            <Button variant="outlined" onClick={(event) => onClose(pressedAt(event))}>
              Cancel
            </Button>
            <Button
              variant="contained"
              loading={move.busy}
              disabled={!ready}
              onClick={(event) => void save(pressedAt(event))}
            >
              Save
            </Button>
          </Box>
        </td>
      </tr>
    </>
  );
}
