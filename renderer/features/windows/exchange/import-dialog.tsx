import FileOpenOutlined from '@mui/icons-material/FileOpenOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useRef, useState } from 'react';
import type { CalendarRow } from '../../../../shared/contract/exchange.ts';
import { ScheduleRuleKind, type Scope } from '../../../../shared/model/schedule-rule.ts';
import { type Answer, answerOf } from '../../../lib/answer.ts';
import { orpc } from '../../../lib/client.ts';
import { formatCount } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useDebounced } from '../../../lib/use-debounced.ts';
import { AnswerView } from '../../../ui/answer-view.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { BlockSkeleton } from '../../../ui/skeletons.tsx';
import { StatusText } from '../../../ui/status-chip.tsx';
import type { StatusLook } from '../../../ui/status-looks.ts';
import { kindLooks } from '../kinds.ts';
import { EVERYTHING } from '../names.ts';
import { ScopeEditor } from '../scope-editor.tsx';
import type { Made } from '../use-names.ts';
import { acceptedUids, type CalendarPreview, canTake, previewWords, rowWords } from './preview.ts';
import { readCalendarBytes, sizeProblem, stemOf } from './read-file.ts';

const looks = {
  new: { label: 'New', tone: 'success', icon: 'check' },
  changed: { label: 'Changed', tone: 'info', icon: 'half' },
  same: { label: 'No change', tone: 'neutral', icon: 'circle' },
  problem: { label: 'Cannot be taken', tone: 'danger', icon: 'alert' },
} as const satisfies Record<CalendarRow['state'], StatusLook>;

const kinds = ScheduleRuleKind.options.map((value) => ({ value, label: kindLooks[value].plural }));

/** Enough for three lines: what a time was, and what it becomes. */
const CHANGED_HEIGHT = 62;

/** Words over as many lines as a row has room for. */
function Says({ words }: { words: string }) {
  return (
    <Box
      component="span"
      title={words}
      sx={{
        display: '-webkit-box',
        WebkitLineClamp: '3',
        WebkitBoxOrient: 'vertical',
        overflow: 'hidden',
        whiteSpace: 'normal',
        lineHeight: '18px',
      }}
    >
      {words}
    </Box>
  );
}

function columnsFor(unticked: ReadonlySet<string>): readonly Column<CalendarRow>[] {
  return [
    {
      key: 'Take it',
      header: '',
      width: '32px',
      render: (row) => (
        <Checkbox
          checked={canTake(row) && !unticked.has(row.uid)}
          disabled={!canTake(row)}
          tabIndex={-1}
          sx={{ p: 0 }}
          slotProps={{ input: { 'aria-label': `Take ${row.name}`, readOnly: true, tabIndex: -1 } }}
        />
      ),
    },
    {
      key: 'name',
      header: 'Event',
      width: 'minmax(120px, 1fr)',
      render: ({ name }) => <span title={name}>{name === '' ? 'Without a name' : name}</span>,
    },
    {
      key: 'state',
      header: 'What becomes of it',
      width: '132px',
      render: ({ state }) => <StatusText look={looks[state]} />,
    },
    {
      key: 'says',
      header: 'What changes, or why not',
      width: 'minmax(180px, 2fr)',
      render: (row) => <Says words={rowWords(row)} />,
    },
  ];
}

interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

function FileChooser({ file, onFile }: { file: ChosenFile | null; onFile: (file: ChosenFile | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [picked] = event.target.files ?? [];
    if (picked === undefined) return;
    const { name, size } = picked;
    const tooLarge = sizeProblem(name, size);
    const read =
      tooLarge === null
        ? readCalendarBytes(name, new Uint8Array(await picked.arrayBuffer()))
        : { text: null, problem: tooLarge };
    setProblem(read.problem);
    onFile(read.text === null ? null : { name, text: read.text });
    // The same file can be chosen again once it was mended.
    if (input.current !== null) input.current.value = '';
  }

  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <input
          ref={input}
          type="file"
          accept=".ics,.ical,text/calendar"
          aria-label="Calendar file"
          hidden
          onChange={(event) => void choose(event)}
        />
        <Button variant="outlined" startIcon={<FileOpenOutlined />} autoFocus onClick={() => input.current?.click()}>
          {file === null ? 'Choose a file' : 'Choose another file'}
        </Button>
        <Typography noWrap sx={{ color: 'text.secondary', minWidth: 0 }}>
          {file?.name ?? 'An iCalendar file (.ics), as calendars export it.'}
        </Typography>
      </Box>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
    </>
  );
}

/** All that the preview says of an event, which its line may cut off. */
function wholeRow(row: CalendarRow | undefined): string | undefined {
  if (row === undefined) return undefined;
  return `${row.name || 'Without a name'}: ${rowWords(row) || (row.state === 'new' ? 'would be made.' : 'stays as it is here.')}`;
}

function PreviewRows(props: {
  readonly answer: Answer<CalendarPreview>;
  readonly unticked: ReadonlySet<string>;
  readonly onToggle: (uid: string) => void;
}) {
  const { answer, unticked, onToggle } = props;
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <AnswerView answer={answer} loading={<BlockSkeleton height={220} />}>
      {(preview) => (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
          <Typography aria-live="polite">{previewWords(preview)}</Typography>
          {preview.gone.length > 0 && (
            <Notice tone="warning">
              {formatCount(preview.gone.length, 'rule')} imported before {preview.gone.length === 1 ? 'is' : 'are'} not
              in the file any more and {preview.gone.length === 1 ? 'stays' : 'stay'}:{' '}
              {preview.gone
                .slice(0, 5)
                .map(({ name }) => name)
                .join(', ')}
              {preview.gone.length > 5 && ' and others'}. Remove {preview.gone.length === 1 ? 'it' : 'them'} by hand
              where that is meant.
            </Notice>
          )}
          <Box
            sx={{
              height: 240,
              display: 'flex',
              border: 1,
              borderColor: 'divider',
              borderRadius: 1.5,
              overflow: 'hidden',
            }}
          >
            <DataTable
              label="Events of the file"
              rows={preview.rows}
              rowKey={({ uid, name, state }) => `${state} ${uid} ${name}`}
              columns={columnsFor(unticked)}
              rowHeight={preview.rows.some(({ state }) => state === 'changed') ? CHANGED_HEIGHT : undefined}
              onOpen={(row) => {
                setOpened(row.uid);
                if (canTake(row)) onToggle(row.uid);
              }}
              empty={<Typography sx={{ p: 4, color: 'text.secondary' }}>The file holds no event.</Typography>}
            />
          </Box>
          <Typography role="status" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {wholeRow(preview.rows.find(({ uid }) => uid === opened)) ??
              'Enter or a click on an event leaves it out or takes it in again, and shows all of it here.'}
          </Typography>
        </Box>
      )}
    </AnswerView>
  );
}

/** Makes rules of the events of a calendar file: each is shown first, and nothing is written until it is accepted. */
export function ImportDialog({ made, onClose }: { made: Made; onClose: () => void }) {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [kind, setKind] = useState<ScheduleRuleKind>('freeze');
  const [typed, setTyped] = useState<string | null>(null);
  const [scope, setScope] = useState<Scope>(EVERYTHING);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [overHand, setOverHand] = useState(false);
  const take = useCommand(orpc.exchange.importCalendar, { showsFailure: true });
  const text = file?.text ?? '';
  const stem = stemOf(file?.name ?? '') || 'Calendar';
  const first = useQuery({
    ...orpc.exchange.previewCalendar.queryOptions({ input: { text, kind, calendar: stem } }),
    enabled: file !== null,
    gcTime: 0,
  });
  const own = first.data?.name.trim() || stem;
  const calendar = typed ?? own;
  const named = useDebounced(calendar.trim());
  const answer = answerOf(
    useQuery({
      ...orpc.exchange.previewCalendar.queryOptions({ input: { text, kind, calendar: named || stem, overHand } }),
      enabled: file !== null && named !== '',
      gcTime: 0,
    }),
  );
  const accepted = 'data' in answer ? acceptedUids(answer.data.rows, unticked) : [];
  const isReady = file !== null && calendar.trim() !== '' && accepted.length > 0 && named === calendar.trim();

  async function submit(): Promise<void> {
    if (!isReady) return;
    if ((await take.run({ text, kind, calendar: calendar.trim(), overHand, scope, accepted: [...accepted] })) !== null)
      onClose();
  }

  return (
    <FormDialog
      open
      width="md"
      title="Import a calendar"
      submit={accepted.length === 0 ? 'Import' : `Import ${formatCount(accepted.length, 'event')}`}
      busy={take.busy}
      ready={isReady}
      dirty={file !== null}
      failure={take.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FileChooser
        file={file}
        onFile={(chosen) => {
          setFile(chosen);
          setUnticked(new Set());
        }}
      />
      {file !== null && (
        <>
          <Box sx={{ display: 'grid', gridTemplateColumns: '180px 1fr', gap: 4, alignItems: 'start' }}>
            <SelectInput label="Its events become" value={kind} choices={kinds} onChange={setKind} />
            <TextInput
              label="Name of the calendar"
              value={calendar}
              onChange={setTyped}
              error={calendar.trim() === '' ? 'Give it a name: events are known again by it.' : null}
              hint="Imported again under this name, events are changed and not doubled."
            />
          </Box>
          <ScopeEditor
            value={scope}
            made={made}
            everything="Its rules hold for whatever is deployed. Those imported before keep what they are, and what they are about."
            onChange={setScope}
          />
          {(overHand || ('data' in answer && answer.data.rows.some(({ kept }) => kept.length > 0))) && (
            <FormControlLabel
              control={<Switch checked={overHand} onChange={(_event, on) => setOverHand(on)} />}
              label="Also change what was changed by hand"
            />
          )}
          <PreviewRows
            answer={answer}
            unticked={unticked}
            onToggle={(uid) => {
              const next = new Set(unticked);
              if (!next.delete(uid)) next.add(uid);
              setUnticked(next);
            }}
          />
        </>
      )}
    </FormDialog>
  );
}
