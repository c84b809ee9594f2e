import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntegrationInput, IntegrationProposal } from '../../../../shared/contract/integration.ts';
import { client, orpc } from '../../../lib/client.ts';
import { toFailure } from '../../../lib/failures.ts';
import { formatCount } from '../../../lib/format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { notify } from '../../../lib/toasts.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useReadOnly } from '../../../lib/use-read-only.ts';
import { planningOf } from './planned.ts';

function whatWords(count: number, found: number, windows: number): string {
  if (found === 0) return 'There is no window to add.';
  if (count === 0) return 'The releases have these windows already.';
  const some =
    found === windows ? '' : ` Of ${formatCount(windows, 'window')} ${found} ${found === 1 ? 'was' : 'were'} found.`;
  return `Each release gets a milestone for each of its windows: ${count} in all, taken back as one.${some}`;
}

/** Makes a plan of a proposal, or a calendar file. */
export function PlanPanel({ proposal, question }: { proposal: IntegrationProposal; question: IntegrationInput }) {
  const readOnly = useReadOnly();
  const [moves, setMoves] = useState(false);
  const plan = useCommand(orpc.integration.plan);
  const { added, moved } = planningOf(proposal);
  const movable = moved.filter(({ move }) => move !== null).length;
  const found = proposal.windows.filter(({ span }) => span !== null).length;
  const save = useMutation({
    mutationFn: async () => {
      const { text, entries } = await client.integration.calendar(question);
      const name = `Integration windows ${question.from} to ${question.until}.ics`;
      saveFile({ name, type: 'text/calendar;charset=utf-8', content: text });
      notify.done(`Wrote ${formatCount(entries, 'integration window')} into a calendar file`);
    },
    onError: (error) => notify.failed(toFailure(error)),
  });

  async function add(): Promise<void> {
    await plan.run({ milestones: [...(moves ? moved : added)] });
  }

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, p: 4, borderTop: 1, borderColor: 'divider' }}>
      <Typography sx={{ color: 'text.secondary' }}>
        {whatWords(added.length, found, proposal.windows.length)}
      </Typography>
      {movable > 0 && (
        <FormControlLabel
          label={`Move what they have (${formatCount(movable, 'integration milestone')}) instead of adding more`}
          control={<Checkbox checked={moves} onChange={(_event, checked) => setMoves(checked)} />}
          sx={{ ml: 0 }}
        />
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button
          variant="contained"
          disabled={readOnly || added.length === 0}
          loading={plan.busy}
          onClick={() => void add()}
        >
          Add to the releases
        </Button>
        <Button variant="outlined" disabled={found === 0} loading={save.isPending} onClick={() => save.mutate()}>
          Save as .ics
        </Button>
      </Box>
    </Box>
  );
}
