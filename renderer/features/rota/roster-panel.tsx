import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { Roster } from '../../../shared/contract/assignments.ts';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import { rosterPartOf } from '../../../shared/domain/rotation/roles.ts';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import type { Hindrance } from '../../../shared/model/roster.ts';
import { useActions } from '../../lib/actions.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { formatCount } from '../../lib/format.ts';
import { notify } from '../../lib/toasts.ts';
import { useCommand } from '../../lib/use-command.ts';
import { effectText } from '../../ui/conflict-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import { assignmentsQuery, settlingQuery } from './queries.ts';
import { PictureKeys, RosterPicture } from './roster-picture.tsx';
import { RosterTable } from './roster-table.tsx';
import {
  candidatesFor,
  fairnessWords,
  loadsOf,
  openWords,
  outsideWords,
  type PlaceView,
  placeKey,
  placesToSettle,
  rosterRows,
  rotationOf,
} from './roster-view.ts';
import type { RuleField } from './rules-dialog.tsx';
import { termsWords } from './terms.ts';
import type { EditsInHand } from './use-edits.ts';

/** The rules that leave places open, each with the words of the button that changes it. */
const rules: Readonly<Partial<Record<Hindrance['why'], { readonly at: RuleField; readonly label: string }>>> = {
  'other-team': { at: 'teams', label: 'Change who is asked' },
  'outside-working-hours': { at: 'hours', label: 'Change the working hours' },
  'skill-missing': { at: 'skills', label: 'Change the skills' },
  'no-rest': { at: 'rest', label: 'Change the rest' },
  'not-familiar': { at: 'pairing', label: 'Change the pairing' },
  'not-new': { at: 'pairing', label: 'Change the pairing' },
  'shadows-later': { at: 'pairing', label: 'Change the pairing' },
};

/** What leaves most places open, with the rule that can be changed. */
function OpenNotice({ cause, onRule }: { cause: ReturnType<typeof openWords>; onRule: (at: RuleField) => void }) {
  if (cause === null) return null;
  const rule = rules[cause.why];
  return (
    <Box sx={{ py: 2 }}>
      <Notice
        tone="warning"
        action={rule !== undefined && <Button onClick={() => onRule(rule.at)}>{rule.label}</Button>}
      >
        {cause.text}
      </Notice>
    </Box>
  );
}

export interface RosterPanelProps {
  readonly roster: Roster;
  readonly catalogue: Catalogue;
  readonly edits: EditsInHand;
  readonly skills: readonly string[];
  /** Another one is being made. */
  readonly isOld: boolean;
  readonly readOnly: boolean;
  readonly onRule: (at: RuleField) => void;
}

/** The roster: its picture, how fair it is, each release with its places, and what of it is settled. */
export function RosterPanel({ roster, catalogue, edits, skills, isOld, readOnly, onRule }: RosterPanelProps) {
  const zone = useOwnZone();
  const [left, setLeft] = useState<ReadonlySet<ReleaseId>>(new Set());
  const [choosing, setChoosing] = useState<string | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const accept = useCommand(orpc.assignments.accept);
  const remove = useCommand(orpc.assignments.remove);
  const rotation = useMemo(() => rotationOf(roster, catalogue), [roster, catalogue]);
  const rows = useMemo(() => rosterRows(roster, catalogue, edits.map), [roster, catalogue, edits.map]);
  const loads = loadsOf(rows, rotation);
  const settling = placesToSettle(rows, left);
  const all = rows.flatMap(({ places }) => [places.lead, places.shadow]);
  const place = all.find(({ key }) => key === choosing);
  const outside = outsideWords(roster, catalogue.people);
  const canSettle = !readOnly && !isOld && settling.length > 0;
  const label = settling.length === 0 ? 'Nothing to settle' : `Settle ${formatCount(settling.length, 'place')}`;

  const { data: effect } = useQuery({
    ...settlingQuery(settling),
    enabled: canSettle,
    placeholderData: keepPreviousData,
  });

  function close(): void {
    setChoosing(null);
    // Back to where it was opened from, once the dialog is gone.
    requestAnimationFrame(() => anchor.current?.focus());
  }

  async function settle(): Promise<void> {
    const releases = new Set(settling.map(({ releaseId }) => releaseId));
    const base = roster.settled.filter(({ releaseId }) => releases.has(releaseId));
    const made = await queryClient.fetchQuery(settlingQuery(settling)).catch(() => null);
    if ((await accept.run({ places: [...settling], base })) === null) return;
    edits.forget(settling.map(placeKey));
    if (made === null || made.added.length === 0) return;
    notify.info(`Settling it: ${effectText(made)}`, {
      label: 'Open conflicts',
      run: () => void navigate({ to: '/conflicts' }),
    });
  }

  async function takeAway({ releaseId, part, key }: PlaceView): Promise<void> {
    close();
    // As it is now: what was settled a moment ago may not have been read yet.
    const assignments = await queryClient
      .fetchQuery({ ...assignmentsQuery(), staleTime: 0 })
      .catch((error: unknown) => {
        notify.failed(toFailure(error));
        return [];
      });
    const own = assignments.find((one) => one.releaseId === releaseId && rosterPartOf(one.role) === part);
    if (own !== undefined && (await remove.run({ id: own.id })) !== null) edits.forget([key]);
  }

  function leave(ids: readonly ReleaseId[], isLeft: boolean): void {
    setLeft((kept) => new Set([...kept].filter((id) => !ids.includes(id)).concat(isLeft ? ids : [])));
  }

  useActions([
    {
      name: 'rota.settle',
      label: 'Settle the rota',
      group: 'Edit',
      keys: 'mod+enter',
      enabled: canSettle,
      decides: true,
      run: () => void settle(),
    },
  ]);

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', opacity: isOld ? 0.6 : 1 }}>
      <Box
        ref={scroller}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', position: 'relative', bgcolor: 'background.paper' }}
      >
        <Box sx={{ px: 6, pt: 1, pb: 1 }}>
          <Typography component="div" aria-live="polite">
            {fairnessWords(roster, rows, rotation).join(' ')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Rules: {termsWords(roster.terms, skills)}.
          </Typography>
          <OpenNotice cause={openWords(roster, rows)} onRule={onRule} />
          <PictureKeys />
        </Box>
        <RosterPicture rows={rows} loads={loads} rotation={rotation} zone={zone} />
        <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
          <RosterTable
            scroller={scroller}
            rows={rows}
            left={left}
            zone={zone}
            readOnly={readOnly}
            candidatesFor={(one) => candidatesFor(one, rows, rotation)}
            onLeave={leave}
            onChoose={(one, element) => {
              anchor.current = element;
              setChoosing(one.key);
            }}
          />
        </Box>
        {outside.length > 0 && (
          <Box component="section" aria-label="Who could take no place" sx={{ px: 6, py: 3 }}>
            <Typography variant="subtitle2" component="h2">
              Who could take no place
            </Typography>
            <ul style={{ margin: 0, paddingLeft: 16 }}>
              {outside.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Box>
        )}
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          px: 6,
          py: 2,
          borderTop: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
          flexShrink: 0,
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {readOnly
              ? 'This workspace can only be looked at.'
              : 'Nothing is decided until you settle it. What is ticked is settled in one step; Undo takes all of it back.'}
          </Typography>
          {canSettle && effect !== undefined && (
            <Typography
              variant="body2"
              role="status"
              sx={{
                color: ({ look }) => (effect.added.length > 0 ? look.tones.danger.text : look.textSoft),
                fontWeight: effect.added.length > 0 ? 600 : undefined,
              }}
            >
              {effectText(effect) ?? 'Settling it makes no conflict.'}
            </Typography>
          )}
        </Box>
        <Button variant="contained" disabled={!canSettle} loading={accept.busy} onClick={() => void settle()}>
          {label}
        </Button>
      </Box>
      {place !== undefined && (
        <PlaceDialog
          place={place}
          release={rows.find(({ release }) => release.releaseId === place.releaseId)?.release.name ?? ''}
          candidates={candidatesFor(place, rows, rotation)}
          isEdited={edits.map.has(place.key)}
          onChoose={(id) => {
            edits.choose(place, id);
            close();
          }}
          onForget={() => {
            edits.forget([place.key]);
            close();
          }}
          onTakeAway={() => void takeAway(place)}
          onClose={close}
        />
      )}
    </Box>
  );
}
