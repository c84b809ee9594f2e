import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import LinearProgress from '@mui/material/LinearProgress';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MoveEffect } from '../../shared/contract/conflicts.ts';
import { explainFirstLegal } from '../../shared/domain/freezes/explain.ts';
import { type Instant, instant } from '../../shared/model/time.ts';
import type { FirstLegal } from '../../shared/model/verdict.ts';
import { type Answer, answerOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { useZones } from '../lib/display-zone.tsx';
import { formatDuration, formatPlanned } from '../lib/format.ts';
import { useCommand } from '../lib/use-command.ts';
import { useNow } from '../lib/use-now.ts';
import { AnswerView } from './answer-view.tsx';
import { bookingsText } from './conflict-words.ts';
import { type Deployed, type LegalMove, legalMoves, minutesOf, preferredMove, spanOf } from './first-legal.ts';
import { FormDialog } from './form-dialog.tsx';
import { SelectInput } from './form-field.tsx';
import { LegalReasons } from './legal-reasons.tsx';
import { MoveEffectNotice } from './move-effect-notice.tsx';
import { Notice } from './notice.tsx';

/** The days that are looked through. */
const DAYS = 90;

function Effect({ preview }: { preview: Answer<MoveEffect> }) {
  const bookings = 'data' in preview ? bookingsText(preview.data.bookings) : null;
  return (
    <>
      {bookings !== null && <Typography sx={{ color: 'text.secondary', mb: 1 }}>{bookings}</Typography>}
      <MoveEffectNotice preview={preview} />
    </>
  );
}

function moveLabel({ what }: LegalMove, deployed: Deployed): string {
  if (what === 'milestone') return 'Only the deployment';
  return deployed.what === 'release' ? 'The release' : 'The release with its milestones';
}

interface MovesProps {
  readonly deployed: Deployed;
  readonly moves: readonly LegalMove[];
  readonly previews: readonly Answer<MoveEffect>[];
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
}

function Moves({ deployed, moves, previews, chosen, onChoose }: MovesProps) {
  const { display } = useZones();
  return (
    <RadioGroup
      aria-label="What to move"
      value={String(chosen)}
      onChange={(event, value) => {
        // Nothing is typed here that closing would lose.
        event.stopPropagation();
        onChoose(Number(value));
      }}
      sx={{ gap: 3 }}
    >
      {moves.map((each, at) => (
        <Box key={each.what}>
          <FormControlLabel
            value={String(at)}
            control={<Radio size="small" />}
            label={
              <>
                <Typography component="span" sx={{ fontWeight: 600 }}>
                  {moveLabel(each, deployed)}
                </Typography>
                {`: ${formatPlanned(each.at, deployed.zone, display)}, ${formatDuration(each.later)} later`}
              </>
            }
          />
          {previews[at] !== undefined && <Effect preview={previews[at]} />}
        </Box>
      ))}
    </RadioGroup>
  );
}

function Found({ deployed, answer, children }: { deployed: Deployed; answer: FirstLegal; children: ReactNode }) {
  const { display } = useZones();
  const { start, zone } = deployed;
  return (
    <>
      {answer.found === 'yes' && answer.at === start && (
        <Notice tone="success">It is allowed where it stands: {formatPlanned(start, zone, display)}.</Notice>
      )}
      {answer.found === 'no' && (
        <Notice tone="warning">
          {explainFirstLegal(answer, zone)} Shorten it, or ask for an override of a freeze under Windows and freezes.
        </Notice>
      )}
      {children}
      {answer.waiting.length > 0 && (
        <Box>
          <Typography variant="h3" component="h3" sx={{ mb: 1.5 }}>
            Why not sooner
          </Typography>
          <LegalReasons targets={answer.waiting} zone={zone} />
        </Box>
      )}
    </>
  );
}

export interface FirstLegalDialogProps {
  /** The deployments of one release, at least one. */
  readonly deployments: readonly Deployed[];
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** The two questions about a deployment: when it is allowed by itself, and when its release could depart with it. */
function useLegal(deployed: Deployed | undefined, after: Instant) {
  const found = answerOf(
    useQuery(
      orpc.scheduleRules.firstLegal.queryOptions({
        input:
          deployed === undefined
            ? skipToken
            : { to: { by: 'release', id: deployed.releaseId }, after, minutes: minutesOf(deployed), days: DAYS },
      }),
    ),
  );
  const isMilestone = deployed?.what === 'milestone';
  const { data, isPending } = useQuery(
    orpc.scheduleRules.firstLegalDay.queryOptions({
      input: isMilestone ? { releaseId: deployed.releaseId, days: DAYS } : skipToken,
    }),
  );
  const at = 'data' in found && found.data.found === 'yes' ? found.data.at : null;
  const waits = isMilestone && isPending;
  const moves = deployed === undefined || waits ? [] : legalMoves(deployed, { at, day: data?.day ?? null });
  return { found, moves, waits };
}

/**
 * The first time from the planned one on at which a deployment is allowed, and why not sooner; its release is moved there with all
 * its milestones, or the deployment alone, each with the conflicts that it would make.
 */
export function FirstLegalDialog({ deployments, readOnly, onClose }: FirstLegalDialogProps) {
  const [chosenId, setChosenId] = useState(deployments[0]?.id ?? '');
  const [choice, setChoice] = useState<number | null>(null);
  const [now] = useState(useNow());
  const moveRelease = useCommand(orpc.releases.move, { showsFailure: true });
  const moveMilestone = useCommand(orpc.releases.moveMilestone, { showsFailure: true });
  const deployed = deployments.find(({ id }) => id === chosenId) ?? deployments[0];
  const after = deployed === undefined ? now : instant(Math.max(deployed.start, now));
  const { found, moves, waits } = useLegal(deployed, after);
  const previews = useQueries({
    queries: moves.map(({ move }) => orpc.conflicts.preview.queryOptions({ input: { move } })),
  }).map(answerOf);
  if (deployed === undefined) return null;
  const made = previews.map((each) => ('data' in each ? each.data.added.length : null));
  const chosen = choice ?? preferredMove(made);
  const move = moves[chosen]?.move;

  async function submit(): Promise<void> {
    if (move === undefined || deployed === undefined) return;
    if (move.kind === 'release') {
      const { kind: _kind, ...input } = move;
      if ((await moveRelease.run({ ...input, base: { departsAt: deployed.departsAt } })) !== null) onClose();
    } else if (move.kind === 'milestone') {
      const { kind: _kind, ...input } = move;
      const base = { startAt: deployed.start, endAt: deployed.end };
      if ((await moveMilestone.run({ ...input, base })) !== null) onClose();
    }
  }

  const length = formatDuration(spanOf(deployed).end - deployed.start);
  return (
    <FormDialog
      open
      width="sm"
      title={`First legal slot: ${deployed.name}`}
      submit={moves.length === 0 ? null : 'Move it there'}
      busy={moveRelease.busy || moveMilestone.busy}
      ready={!readOnly && move !== undefined}
      failure={moveRelease.failure ?? moveMilestone.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {deployments.length > 1 && (
        <SelectInput
          label="Deployment"
          value={deployed.id}
          choices={deployments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            setChosenId(id);
            setChoice(null);
          }}
        />
      )}
      <Typography sx={{ color: 'text.secondary' }}>
        Looked for from its planned time on, for {length}, among the windows, freezes and maintenance that are about
        what it deploys to.{readOnly && ' This workspace is read-only: it cannot be moved.'}
      </Typography>
      <Box aria-live="polite" sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <AnswerView answer={found} loading={<LinearProgress aria-label="Looking for the first legal slot" />}>
          {(data) => (
            <Found deployed={deployed} answer={data}>
              {waits && <LinearProgress aria-label="Looking for the first day of the release" />}
              {moves.length > 0 && (
                <Moves deployed={deployed} moves={moves} previews={previews} chosen={chosen} onChoose={setChoice} />
              )}
            </Found>
          )}
        </AnswerView>
      </Box>
    </FormDialog>
  );
}
