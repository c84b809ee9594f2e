import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import type { Conflict, WaivableConflict } from '../../shared/model/conflict.ts';
import type { Zone } from '../../shared/model/time.ts';
import type { Waiver } from '../../shared/model/waiver.ts';
import { orpc } from '../lib/client.ts';
import { useInstantText, useOwnZone } from '../lib/display-zone.tsx';
import { formatCount } from '../lib/format.ts';
import { useCommand } from '../lib/use-command.ts';
import { useNow } from '../lib/use-now.ts';
import { waivedLook } from './conflict-looks.ts';
import { ConflictSides } from './conflict-sides.tsx';
import { ConflictWaiveDialog } from './conflict-waive-dialog.tsx';
import { ConflictWaysOut } from './conflict-ways-out.tsx';
import { relationText, spanText } from './conflict-words.ts';
import { type Fact, Facts } from './facts.tsx';
import { Notice } from './notice.tsx';
import { SeverityChip } from './severity-chip.tsx';
import { StatusChip } from './status-chip.tsx';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box sx={{ mt: 5 }}>
      <Typography variant="h3" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function WaiverNote({ waiver, readOnly }: { waiver: Waiver; readOnly: boolean }) {
  const until = useInstantText(waiver.until);
  const since = useInstantText(waiver.waivedAt);
  const end = useCommand(orpc.conflicts.endWaiver);
  return (
    <Notice
      tone="info"
      action={
        <Button
          variant="outlined"
          disabled={readOnly}
          loading={end.busy}
          onClick={() => void end.run({ id: waiver.id })}
          sx={{ flexShrink: 0 }}
        >
          End waiver
        </Button>
      }
    >
      <Typography variant="subtitle2">Waived until {until}</Typography>
      <Typography>{waiver.reason}</Typography>
      <Typography variant="body2">
        By {waiver.waivedBy}, {since}
      </Typography>
    </Notice>
  );
}

function LapsedNote({ waiver }: { waiver: Waiver }) {
  const now = useNow();
  const until = useInstantText(waiver.until);
  const since = useInstantText(waiver.waivedAt);
  return (
    <Notice tone="warning">
      {waiver.until <= now
        ? `A waiver of this ended on ${until}.`
        : `This is waived until ${until} as it stood on ${since}, and has moved or grown since: it counts again.`}{' '}
      Its reason was: {waiver.reason}
    </Notice>
  );
}

function Path({ conflict }: { conflict: Conflict }) {
  const relation = relationText(conflict);
  if (relation === null && conflict.path.length === 0) return null;
  return (
    <Part title="How they meet">
      {relation !== null && <Typography>{relation}</Typography>}
      {conflict.path.length > 0 && (
        <Box component="ol" aria-label="Path" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap' }}>
          {conflict.path.map((thing, at) => (
            <Box component="li" key={`${thing.kind} ${thing.id}`} sx={{ fontWeight: 560 }}>
              {at > 0 && (
                <Box component="span" aria-hidden sx={{ color: 'text.secondary', px: 1.5, fontWeight: 400 }}>
                  →
                </Box>
              )}
              {thing.name}
            </Box>
          ))}
        </Box>
      )}
    </Part>
  );
}

/** What only some kinds know. */
function moreFacts(conflict: Conflict, zone: Zone): readonly Fact[] {
  if (conflict.kind === 'outside-window' && conflict.nearest !== null) {
    return [['Nearest window', spanText(conflict.nearest, zone)]];
  }
  if (conflict.kind === 'capacity-exceeded') return [['Booked', `${conflict.load} of ${conflict.capacity} units`]];
  if (conflict.kind === 'dependency-order' && conflict.others > 0) {
    return [['Also', `${formatCount(conflict.others, 'more dependency is', 'more dependencies are')} out of order`]];
  }
  return [];
}

export interface ConflictDetailProps {
  readonly entry: WaivableConflict;
  readonly readOnly: boolean;
  /** The side that the calendar points at. */
  readonly pointed?: number | null | undefined;
  /** Points at a side; left out where there is no calendar to point on. */
  readonly onPoint?: ((side: number) => void) | undefined;
  readonly onResolved?: (() => void) | undefined;
}

/** One conflict whole: both spans, the rule, what is shared, how severe and why, the ways out, and its waiver. */
export function ConflictDetail({ entry, readOnly, pointed, onPoint, onResolved }: ConflictDetailProps) {
  const { conflict, waiver, lapsed } = entry;
  const zone = useOwnZone();
  const [waiving, setWaiving] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mb: 3 }}>
        <SeverityChip severity={conflict.severity} />
        {waiver !== null && <StatusChip look={waivedLook} />}
      </Box>
      <Typography sx={{ mb: 3, textWrap: 'pretty' }}>{conflict.rule}</Typography>
      {waiver !== null && <WaiverNote waiver={waiver} readOnly={readOnly} />}
      {waiver === null && lapsed !== null && <LapsedNote waiver={lapsed} />}
      <Part title={conflict.sides.length === 1 ? 'What it is about' : 'Both sides'}>
        <ConflictSides conflict={conflict} pointed={pointed} onPoint={onPoint} />
      </Part>
      <Part title="Why it counts">
        <Facts
          facts={[
            ['Cannot hold', spanText(conflict.at, zone)],
            ['Shared', conflict.resource.name],
            ['Because', conflict.because],
            ...moreFacts(conflict, zone),
          ]}
        />
      </Part>
      <Path conflict={conflict} />
      <Part title="Ways out">
        <ConflictWaysOut
          conflict={conflict}
          readOnly={readOnly}
          asked={asked}
          onAsk={() => setAsked(true)}
          onResolved={onResolved}
          onWaive={waiver === null ? () => setWaiving(true) : undefined}
        />
      </Part>
      {waiver === null && (
        <Part title="Accept it for a while">
          <Typography sx={{ color: 'text.secondary', mb: 2 }}>
            {readOnly
              ? 'This workspace is read-only: nothing can be waived.'
              : 'A waived conflict stays in every list, marked, and counts again when the waiver ends.'}
          </Typography>
          <Button variant="outlined" disabled={readOnly} onClick={() => setWaiving(true)}>
            Waive…
          </Button>
        </Part>
      )}
      {waiving && <ConflictWaiveDialog conflict={conflict} onClose={() => setWaiving(false)} />}
    </>
  );
}
