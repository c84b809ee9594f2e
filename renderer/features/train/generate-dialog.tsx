import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlannedRelease } from '../../../shared/contract/trains.ts';
import { Day } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { dayIn, formatCount, formatDay } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { type DayRange, firstRange, quarterChoices } from './generate-range.ts';
import { previewQuery } from './queries.ts';
import { previewText } from './view-model.ts';

const looks = {
  exists: { label: 'Exists', tone: 'neutral', icon: 'check' },
  new: { label: 'New', tone: 'success', icon: 'circle' },
} as const;

const columns: readonly Column<PlannedRelease>[] = [
  { key: 'name', header: 'Release', width: 'minmax(120px, 1fr)', render: (row) => row.name },
  { key: 'day', header: 'Day', width: '132px', render: (row) => formatDay(row.day) },
  {
    key: 'why',
    header: '',
    width: '128px',
    render: (row) =>
      row.day === row.occurrence ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {formatDay(row.occurrence, 'medium')} is off
        </Typography>
      ),
  },
  {
    key: 'exists',
    header: '',
    width: '80px',
    render: (row) => <StatusText look={row.exists ? looks.exists : looks.new} />,
  },
];

function problemOf(from: string, to: string): string | null {
  if (!Day.safeParse(from).success || !Day.safeParse(to).success) return 'Choose a first and a last day.';
  return to < from ? 'The last day lies before the first.' : null;
}

/** The days of the generation before, for the next train of the same quarter. */
let lastChosen: DayRange | null = null;

export interface GenerateDialogProps {
  readonly train: Train;
  /** The day of the last release that exists. */
  readonly last: Day | null;
  readonly onClose: () => void;
}

/** Makes releases of the days that the cadence names, after showing them. */
export function GenerateDialog({ train, last, onClose }: GenerateDialogProps) {
  const today = dayIn(useNow(), train.zone);
  const [range, setRange] = useState(() => firstRange(today, last, lastChosen));
  const { from, to } = range;
  const problem = problemOf(from, to);
  const ready = problem === null;
  // Days that passed the check above; the query does not run before.
  const preview = answerOf(
    useQuery({
      ...previewQuery(train.id, from as Day, to as Day, ready),
      placeholderData: keepPreviousData,
    }),
  );
  const generate = useCommand(orpc.trains.generate, { showsFailure: true });
  const planned = ready ? listOf(preview) : [];
  const fresh = planned.filter(({ exists }) => !exists).length;

  async function submit(): Promise<void> {
    const done = await generate.run({ id: train.id, from: from as Day, to: to as Day });
    if (done === null) return;
    lastChosen = range;
    onClose();
  }

  return (
    <FormDialog
      open
      title={`Generate releases of ${train.name}`}
      submit={fresh === 0 ? 'Generate' : `Generate ${formatCount(fresh, 'release')}`}
      width="sm"
      busy={generate.busy}
      ready={ready && fresh > 0}
      failure={generate.failure ?? (preview.kind === 'failed' ? preview.failure : null)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <TextInput
          label="First day"
          type="date"
          value={from}
          onChange={(day) => setRange({ from: day, to })}
          autoFocus
        />
        <TextInput
          label="Last day"
          type="date"
          value={to}
          onChange={(day) => setRange({ from, to: day })}
          error={problem}
        />
      </Box>
      <Box sx={{ display: 'flex', gap: 2, mt: -2 }}>
        {quarterChoices(today).map(({ label, ...quarter }) => (
          <Button
            key={label}
            variant="outlined"
            aria-pressed={quarter.from === from && quarter.to === to}
            onClick={() => setRange(quarter)}
          >
            {label}
          </Button>
        ))}
      </Box>
      <Typography sx={{ minHeight: 20 }} aria-live="polite">
        {ready &&
          preview.kind !== 'failed' &&
          (preview.kind === 'loading' ? 'Reading the cadence…' : previewText(planned))}
      </Typography>
      <Box
        sx={{ height: 280, display: 'flex', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}
      >
        <DataTable
          label="Releases that the cadence gives"
          rows={planned}
          rowKey={(row) => row.occurrence}
          columns={columns}
          rowHeight={28}
          loading={ready && preview.kind === 'loading'}
          empty={<Box sx={{ p: 3, color: 'text.secondary' }}>No day to show. Choose a longer time.</Box>}
        />
      </Box>
    </FormDialog>
  );
}
