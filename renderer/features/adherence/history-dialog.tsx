import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ChangeEvent, useRef, useState } from 'react';
import { type HistoryRead, historyFields } from '../../../shared/domain/adherence/history-rows.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { FailureError, toFailure, type UiFailure } from '../../lib/failures.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import { openFile } from '../../lib/open-file/open-file.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FieldGroup, SelectInput } from '../../ui/form-field.tsx';
import { columnOf, draftOf, draftTrouble, type HistoryDraft, readDraft, withColumn } from './history-draft.ts';

/** How many rows and how many problems are shown; all are counted. */
const SHOWN = 5;

async function openHistory(file: File): Promise<HistoryDraft> {
  const opened = await openFile(file);
  if (opened.kind === 'table') return draftOf(opened.name, opened.sheets[0].table);
  throw new FailureError({
    code: 'BAD_INPUT',
    message: 'This is the schedule of a train as it stands, not a history of one.',
    where: null,
    remedy: 'Open Import for it. A history is a table: a row for each thing that was said, and when.',
  });
}

function Columns({ draft, onChange }: { draft: HistoryDraft; onChange: (draft: HistoryDraft) => void }) {
  const columns = draft.table.headers.map((header, index) => ({
    value: String(index),
    label: header === '' ? `Column ${index + 1}` : header,
  }));
  return (
    <FieldGroup label="Which column is what">
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        {historyFields.map(({ key, label, required }) => (
          <SelectInput
            key={key}
            label={required ? label : `${label} (optional)`}
            value={String(columnOf(draft, key))}
            choices={[{ value: '-1', label: 'none' }, ...columns]}
            onChange={(column) => onChange(withColumn(draft, key, Number(column)))}
          />
        ))}
      </Box>
    </FieldGroup>
  );
}

function Preview({ read: { rows, problems } }: { read: HistoryRead }) {
  const releases = new Set(rows.map(({ releaseName }) => releaseName)).size;
  const lines = new Set(problems.map(({ line }) => line)).size;
  return (
    <Box role="status">
      <Typography variant="subtitle2">
        {formatCount(rows.length, 'statement')} about {formatCount(releases, 'release')}
        {lines > 0 && `; ${formatCount(lines, 'row')} with a problem left out`}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 5, color: 'text.secondary' }}>
        {rows.slice(0, SHOWN).map((row, index) => (
          <li key={`${index}-${row.releaseName}`}>
            {row.releaseName}: {row.actual ? 'departed on' : 'planned for'} {formatDay(row.day)}, seen on{' '}
            {formatDay(row.observedOn)}
          </li>
        ))}
      </Box>
      {problems.length > 0 && (
        <Box component="ul" aria-label="Problems" sx={{ m: 0, mt: 2, pl: 5, color: 'error.main' }}>
          {problems.slice(0, SHOWN).map(({ line, column, value, message, remedy }) => (
            <li key={`${line}-${column}`}>
              Line {line}, {column}: “{value.slice(0, 60)}”. {message} {remedy}
            </li>
          ))}
          {problems.length > SHOWN && <li>{formatCount(problems.length - SHOWN, 'more problem')}</li>}
        </Box>
      )}
    </Box>
  );
}

export interface HistoryDialogProps {
  readonly trains: readonly Train[];
  /** The train that the screen is about; empty for every train. */
  readonly trainId: string;
  readonly onDone: (trainId: string) => void;
  readonly onClose: () => void;
}

/** Brings in what dated snapshots of a plan from elsewhere said; nothing is written until it is accepted. */
export function HistoryDialog({ trains, trainId, onDone, onClose }: HistoryDialogProps) {
  const file = useRef<HTMLInputElement>(null);
  const [of, setOf] = useState(trainId || String(trains[0]?.id ?? ''));
  const [draft, setDraft] = useState<HistoryDraft | null>(null);
  const [unread, setUnread] = useState<UiFailure | null>(null);
  const bring = useCommand(orpc.adherence.importHistory, { showsFailure: true });
  const { workspace } = useZones();
  const zone = trains.find(({ id }) => id === of)?.zone ?? workspace;
  const read = draft === null ? null : readDraft(draft, zone);
  const trouble = draft === null || read === null ? null : draftTrouble(draft, read);

  async function choose({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [chosen] = target.files ?? [];
    // The same file may be chosen again after it was corrected.
    target.value = '';
    if (chosen === undefined) return;
    setUnread(null);
    bring.forget();
    try {
      setDraft(await openHistory(chosen));
    } catch (error) {
      setDraft(null);
      setUnread({ ...toFailure(error), where: chosen.name });
    }
  }

  async function submit(): Promise<void> {
    if (draft === null || read === null) return;
    // One of the trains that were listed.
    const input = { trainId: of as TrainId, source: draft.fileName.slice(0, 400), rows: [...read.rows] };
    if ((await bring.run(input)) !== null) onDone(of);
  }

  return (
    <FormDialog
      open
      width="md"
      title="Import a plan’s history"
      submit="Import"
      busy={bring.busy}
      dirty={draft !== null}
      ready={draft !== null && trouble === null && of !== ''}
      failure={unread ?? bring.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Typography sx={{ color: 'text.secondary' }}>
        A CSV file or a workbook of dated snapshots: each row says for which day a release was planned, and on which day
        that was seen.
      </Typography>
      <SelectInput
        label="Of train"
        value={of}
        choices={trains.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={setOf}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          hidden
          aria-label="File with the history"
          onChange={(event) => void choose(event)}
        />
        <Button variant="outlined" onClick={() => file.current?.click()}>
          {draft === null ? 'Choose a file' : 'Choose another file'}
        </Button>
        <span>{draft?.fileName ?? ''}</span>
      </Box>
      {draft !== null && read !== null && (
        <>
          <Columns draft={draft} onChange={setDraft} />
          <Preview read={read} />
          {trouble !== null && <Typography role="alert">{trouble}</Typography>}
        </>
      )}
    </FormDialog>
  );
}
