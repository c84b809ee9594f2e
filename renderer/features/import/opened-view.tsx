import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { RELEASE_FIELDS } from '../../../shared/domain/exchange/release-fields.ts';
import type { Table } from '../../../shared/domain/exchange/table-mapping.ts';
import { guessDayOrder, guessMapping } from '../../../shared/domain/exchange/table-mapping.ts';
import type { ImportedPlan } from '../../../shared/model/imported-plan.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useZones } from '../../lib/display-zone.tsx';
import type { OpenedFile } from '../../lib/open-file/read-file.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { SelectInput } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import { planOfTable, type TablePlan, type TableTerms } from './plan-of-table.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { previewQuery, trainsQuery } from './queries.ts';
import { CONTENTS, guessContent, type TableContent } from './thing-table.ts';
import { ThingsView } from './things-view.tsx';
import { useTakeAction } from './use-take-action.ts';
import { acceptedUids, importLabel, leftOutWords, previewRows, type RowState, toggled } from './view-model.ts';

function guess(table: Table): TableTerms {
  const mapping = guessMapping(table.headers, RELEASE_FIELDS);
  return { mapping, order: guessDayOrder(table, RELEASE_FIELDS, mapping), train: '' };
}

interface PlanViewProps {
  readonly plan: ImportedPlan | null;
  readonly problems: TablePlan['problems'];
  /** Something was changed above that the plan does not show yet. */
  readonly settling: boolean;
  readonly show: RowState | undefined;
  readonly onShow: (show: RowState | undefined) => void;
}

/** What importing a plan would do, and the button that does it. */
function PlanView({ plan, problems, settling, show, onShow }: PlanViewProps) {
  const readOnly = useReadOnly();
  const [overHand, setOverHand] = useState(false);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<readonly string[]>([]);
  const query = useQuery(previewQuery(plan, overHand));
  const answer = answerOf(query);
  const preview = plan !== null && 'data' in answer ? answer.data : null;
  const rows = useMemo(() => previewRows(problems, preview?.rows ?? []), [problems, preview]);
  const accepted = acceptedUids(rows, leftOut);
  const command = useCommand(orpc.exchange.importPlan);
  const waits = settling || (plan !== null && (query.isPlaceholderData || query.isFetching));
  const ready = plan !== null && accepted.length > 0 && !waits && !readOnly && !command.busy;

  async function take(): Promise<void> {
    if (!ready || plan === null) return;
    // All of a long plan named once more would be more than a call carries.
    const taken = leftOut.size === 0 ? null : [...accepted];
    const output = await command.run({ ...plan, overHand, accepted: taken, unread: problems.length });
    if (output !== null) setMade(output.trains);
  }

  useTakeAction(ready, take);

  return (
    <>
      {plan !== null && <AnswerTrouble answer={answer} />}
      {preview !== null && (
        <Notes newTrains={preview.newTrains} gone={preview.gone.map(({ name }) => name)} made={made} />
      )}
      <PreviewPanel
        rows={rows}
        named="Release"
        loading={plan !== null && answer.kind === 'loading'}
        show={show}
        leftOut={leftOut}
        onShow={onShow}
        onToggle={(uid) => setLeftOut(toggled(leftOut, uid))}
        actions={
          <>
            {(overHand || rows.some(({ keeps }) => keeps)) && (
              <FormControlLabel
                control={<Switch checked={overHand} onChange={(_event, on) => setOverHand(on)} />}
                label="Also change what was changed by hand"
              />
            )}
            <Button
              variant="contained"
              disabled={!ready}
              loading={command.busy}
              onClick={() => void take()}
              title={readOnly ? 'This workspace is open for reading only.' : undefined}
            >
              {importLabel(accepted.length)}
            </Button>
          </>
        }
      />
    </>
  );
}

interface NotesProps {
  readonly newTrains: readonly string[];
  readonly gone: readonly string[];
  /** The trains that were written to. */
  readonly made: readonly string[];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function Notes({ newTrains, gone, made }: NotesProps) {
  const trains = listOf(answerOf(useQuery(trainsQuery())));
  const written = trains.filter(({ train }) => made.includes(train.id));
  if (newTrains.length + gone.length + written.length === 0) return null;
  return (
    <Box sx={{ px: 6, pt: 2, display: 'flex', flexDirection: 'column', gap: 2, flexShrink: 0 }}>
      {written.length > 0 && (
        <Notice tone="success">
          Imported. Look at{' '}
          {written.slice(0, 5).map(({ train }, index) => (
            <span key={train.id}>
              {index > 0 && ', '}
              <RouterLink to="/trains/$id" params={{ id: train.id }}>
                {train.name}
              </RouterLink>
            </span>
          ))}
          .
        </Notice>
      )}
      {newTrains.length > 0 && <Notice tone="info">New trains would be made: {listed(newTrains)}.</Notice>}
      {gone.length > 0 && (
        <Notice tone="info">
          Imported before, and not in this file any more: {listed(gone)}. They stay as they are.
        </Notice>
      )}
    </Box>
  );
}

interface OpenedViewProps {
  readonly file: OpenedFile;
  readonly show: RowState | undefined;
  readonly onShow: (show: RowState | undefined) => void;
}

/** A schedule file as it was recognised. */
function ScheduleView({ file, ...rest }: OpenedViewProps & { file: Extract<OpenedFile, { kind: 'schedule' }> }) {
  const { plan, leftOut } = file.schedule;
  const words = leftOutWords(leftOut);
  return (
    <>
      {words !== null && (
        <Box sx={{ px: 6, pt: 3, flexShrink: 0 }}>
          <Notice tone="warning">{words}</Notice>
        </Box>
      )}
      <PlanView plan={plan} problems={NO_PROBLEMS} settling={false} {...rest} />
    </>
  );
}

const NO_PROBLEMS: TablePlan['problems'] = [];

/** A table of releases with what its columns are, and what importing it would do. */
function ReleasesView({ table, ...rest }: Omit<OpenedViewProps, 'file'> & { readonly table: Table }) {
  const [terms, setTerms] = useState(() => guess(table));
  const listed = listOf(answerOf(useQuery(trainsQuery())));
  const trains = listed.map(({ train }) => train.name);
  const { workspace } = useZones();
  const zoneOfTrain = useMemo(() => {
    const zones = new Map(listed.map(({ train }) => [train.name.toLowerCase(), train.zone] as const));
    return (name: string) => zones.get(name.toLowerCase()) ?? workspace;
  }, [listed, workspace]);
  const reading = useMemo(() => ({ table, terms }), [table, terms]);
  // A long table is not read anew for each key that is typed.
  const settled = useDebounced(reading);
  const { plan, problems, refusal } = useMemo(
    () => planOfTable(settled.table, settled.terms, zoneOfTrain),
    [settled, zoneOfTrain],
  );
  const mapped = ['name', 'day'].every((key) => settled.terms.mapping.includes(key));

  return (
    <>
      <MappingPanel table={table} fields={RELEASE_FIELDS} terms={terms} trains={trains} onChange={setTerms} />
      {refusal !== null && (
        <Box sx={{ px: 6, pt: 2, flexShrink: 0 }}>
          <Notice tone="danger">{refusal}</Notice>
        </Box>
      )}
      <PlanView
        plan={mapped ? plan : null}
        problems={mapped ? problems : NO_PROBLEMS}
        settling={settled !== reading}
        {...rest}
      />
    </>
  );
}

/** A table: which sheet of a workbook, and what it holds. */
function TableView({ file, ...rest }: OpenedViewProps & { file: Extract<OpenedFile, { kind: 'table' }> }) {
  const tableOf = (sheet: number) => (file.sheets[sheet] ?? file.sheets[0]).table;
  const [sheet, setSheet] = useState(0);
  const [content, setContent] = useState<TableContent>(() => guessContent(tableOf(0)));
  const table = tableOf(sheet);

  function changeSheet(next: number): void {
    setSheet(next);
    setContent(guessContent(tableOf(next)));
  }

  return (
    <>
      <Box sx={{ px: 6, pt: 3, display: 'flex', gap: 4, flexShrink: 0 }}>
        <Box sx={{ width: 300 }}>
          <SelectInput label="What the table holds" value={content} choices={CONTENTS} onChange={setContent} />
        </Box>
        {file.sheets.length > 1 && (
          <Box sx={{ width: 300 }}>
            <SelectInput
              label="Sheet"
              value={String(sheet)}
              choices={file.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
              onChange={(value) => changeSheet(Number(value))}
            />
          </Box>
        )}
      </Box>
      {content === 'releases' ? (
        <ReleasesView key={sheet} table={table} {...rest} />
      ) : (
        <ThingsView key={`${sheet} ${content}`} table={table} kind={content} {...rest} />
      )}
    </>
  );
}

/** A file that was read: what it is, and what importing it would do. */
export function OpenedView(props: OpenedViewProps) {
  const { file } = props;
  return file.kind === 'table' ? <TableView {...props} file={file} /> : <ScheduleView {...props} file={file} />;
}
