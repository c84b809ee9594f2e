import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explainFirstLegal } from '../../shared/domain/freezes/explain.ts';
import { type Instant, instant } from '../../shared/model/time.ts';
import type { FirstLegal } from '../../shared/model/verdict.ts';
import { answerOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { useZones } from '../lib/display-zone.tsx';
import { formatDuration, formatPlanned } from '../lib/format.ts';
import { useCommand } from '../lib/use-command.ts';
import { useNow } from '../lib/use-now.ts';
import { AnswerView } from './answer-view.tsx';
import { effectText } from './conflict-words.ts';
import { type Deployed, minutesOf, moveTo, spanOf } from './first-legal.ts';
import { FormDialog } from './form-dialog.tsx';
import { SelectInput } from './form-field.tsx';
import { LegalReasons } from './legal-reasons.tsx';
import { Notice } from './notice.tsx';

/** The days that are looked through. */
const DAYS = 90;

function Effect({ deployed, at }: { deployed: Deployed; at: Instant }) {
  const { data } = useQuery(orpc.conflicts.preview.queryOptions({ input: { move: moveTo(deployed, at) } }));
  const text = data === undefined ? null : effectText(data);
  if (text === null || data === undefined) return null;
  return <Notice tone={data.added.length > 0 ? 'warning' : 'success'}>{text}</Notice>;
}

function Found({ deployed, answer, at }: { deployed: Deployed; answer: FirstLegal; at: Instant | null }) {
  const { display } = useZones();
  const { start, zone } = deployed;
  return (
    <>
      {answer.found === 'yes' && at === null && (
        <Notice tone="success">It is allowed where it stands: {formatPlanned(start, zone, display)}.</Notice>
      )}
      {answer.found === 'yes' && at !== null && (
        <Box>
          <Typography variant="subtitle1" component="p">
            {formatPlanned(at, zone, display)}
          </Typography>
          <Typography sx={{ color: 'text.secondary' }}>
            {formatDuration(at - start)} later than it is planned now.
          </Typography>
        </Box>
      )}
      {answer.found === 'no' && (
        <Notice tone="warning">
          {explainFirstLegal(answer, zone)} Shorten it, or ask for an override of a freeze under Windows and freezes.
        </Notice>
      )}
      {answer.found === 'yes' && at !== null && <Effect deployed={deployed} at={at} />}
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

/** The first time from the planned one on at which a deployment is allowed, why not sooner, and moving it there. */
export function FirstLegalDialog({ deployments, readOnly, onClose }: FirstLegalDialogProps) {
  const [chosenId, setChosenId] = useState(deployments[0]?.id ?? '');
  const [now] = useState(useNow());
  const moveRelease = useCommand(orpc.releases.move, { showsFailure: true });
  const moveMilestone = useCommand(orpc.releases.moveMilestone, { showsFailure: true });
  const deployed = deployments.find(({ id }) => id === chosenId) ?? deployments[0];
  const after = deployed === undefined ? now : instant(Math.max(deployed.start, now));
  const answer = answerOf(
    useQuery(
      orpc.scheduleRules.firstLegal.queryOptions({
        input:
          deployed === undefined
            ? skipToken
            : {
                to: { by: 'release', id: deployed.releaseId },
                after,
                minutes: minutesOf(deployed),
                days: DAYS,
              },
      }),
    ),
  );
  if (deployed === undefined) return null;
  const found = 'data' in answer && answer.data.found === 'yes' ? answer.data.at : null;
  const at = found === null || found === deployed.start ? null : found;

  async function submit(): Promise<void> {
    if (at === null || deployed === undefined) return;
    const move = moveTo(deployed, at);
    if (move.kind === 'release') {
      const { kind: _kind, ...input } = move;
      if ((await moveRelease.run({ ...input, base: { departsAt: deployed.start } })) !== null) onClose();
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
      submit="Move it there"
      busy={moveRelease.busy || moveMilestone.busy}
      ready={!readOnly && at !== null}
      failure={moveRelease.failure ?? moveMilestone.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {deployments.length > 1 && (
        <SelectInput
          label="Deployment"
          value={deployed.id}
          choices={deployments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosenId}
        />
      )}
      <Typography sx={{ color: 'text.secondary' }}>
        Looked for from its planned time on, for {length}, among the windows, freezes and maintenance that are about
        what it deploys to.{readOnly && ' This workspace is read-only: it cannot be moved.'}
      </Typography>
      <Box aria-live="polite" sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <AnswerView answer={answer} loading={<LinearProgress aria-label="Looking for the first legal slot" />}>
          {(data) => <Found deployed={deployed} answer={data} at={at} />}
        </AnswerView>
      </Box>
    </FormDialog>
  );
}
