import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarRelease } from '../../../../shared/contract/calendar.ts';
import type { DeployedTo } from '../../../../shared/contract/schedule-rules.ts';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { startOfDay } from '../../../../shared/domain/calendar/zoned-time.ts';
import type { Day, Zone } from '../../../../shared/model/time.ts';
import type { Slot, SlotPart } from '../../../../shared/model/verdict.ts';
import { answerOf } from '../../../lib/answer.ts';
import { orpc } from '../../../lib/client.ts';
import { spanIn } from '../../../lib/clock-words.ts';
import { useOwnZone, useZones } from '../../../lib/display-zone.tsx';
import { toFailure } from '../../../lib/failures.ts';
import { formatCount, formatDuration, formatTime } from '../../../lib/format.ts';
import { useDebounced } from '../../../lib/use-debounced.ts';
import { useNow } from '../../../lib/use-now.ts';
import { AnswerTrouble } from '../../../ui/answer-view.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { BusyEditor } from './busy-editor.tsx';
import { bestText, type DaySlots, slotsByDay } from './day-slots.ts';
import { MoveThere } from './move-there.tsx';
import { PartMark, ScoreBar } from './score-bar.tsx';
import { newSlotsDraft, partLooks, readSlots, type SlotsDraft, type SlotsQuestion, usualSlots } from './slots-draft.ts';

const steps = [
  { value: '15', label: '15 minutes' },
  { value: '30', label: 'half-hour' },
  { value: '60', label: 'hour' },
  { value: '240', label: '4 hours' },
  { value: '1440', label: 'day' },
] as const;

interface Ranked {
  readonly line: DaySlots;
  readonly rank: number;
}

function columnsFor(step: string, zone: Zone): readonly Column<Ranked>[] {
  return [
    { key: 'rank', header: '#', width: '24px', align: 'end', render: ({ rank }) => String(rank) },
    {
      key: 'when',
      header: 'When',
      width: 'minmax(244px, 2fr)',
      render: ({ line }) => <span title={bestText(line, step, zone)}>{bestText(line, step, zone)}</span>,
    },
    {
      key: 'score',
      header: 'Score',
      width: '44px',
      align: 'end',
      render: ({ line }) => line.best[0].score.toFixed(1),
    },
    {
      key: 'parts',
      header: 'What makes it',
      width: 'minmax(36px, 1fr)',
      render: ({ line }) => <ScoreBar slot={line.best[0]} />,
    },
  ];
}

function Inputs(props: {
  readonly draft: SlotsDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<SlotsDraft>) => void;
}) {
  const { draft, problems, onChange } = props;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'start' }}>
        <Box sx={{ width: 140 }}>
          <TextInput
            label="From day"
            type="date"
            value={draft.from}
            onChange={(from) => onChange({ from })}
            error={problems.from}
          />
        </Box>
        <Box sx={{ width: 140 }}>
          <TextInput
            label="To day"
            type="date"
            value={draft.until}
            onChange={(until) => onChange({ until })}
            error={problems.until}
          />
        </Box>
        <Box sx={{ width: 124 }}>
          <SelectInput
            label="One each"
            value={draft.stepMinutes}
            choices={steps}
            onChange={(stepMinutes) => onChange({ stepMinutes })}
          />
        </Box>
        <Box sx={{ width: 112 }}>
          <TextInput
            label="Teams work from"
            type="time"
            value={draft.hoursFrom}
            onChange={(hoursFrom) => onChange({ hoursFrom })}
            error={problems.hoursFrom}
          />
        </Box>
        <Box sx={{ width: 112 }}>
          <TextInput
            label="to"
            type="time"
            value={draft.hoursTo}
            onChange={(hoursTo) => onChange({ hoursTo })}
            error={problems.hoursTo}
          />
        </Box>
      </Box>
      <BusyEditor draft={draft} problems={problems} onChange={(busy) => onChange({ busy })} />
    </Box>
  );
}

interface ExplainedProps {
  readonly slot: Slot;
  readonly ranked: Ranked;
  readonly release: CalendarRelease | null;
  readonly onChoose: (start: number) => void;
}

function Explained({ slot, ranked, release, onChoose }: ExplainedProps) {
  const zone = useOwnZone();
  const { line, rank } = ranked;
  const starts = line.slots.map(({ span, score }) => ({
    value: String(span.start),
    label: `${formatTime(span.start, zone)}, ${score.toFixed(1)} points`,
  }));
  return (
    <Box
      component="section"
      aria-label={`Slot ${rank} explained`}
      sx={{ width: 'min(300px, 42%)', flexShrink: 0, borderLeft: 1, borderColor: 'divider', p: 4, overflow: 'auto' }}
    >
      <Typography variant="h3">{spanIn(slot.span, zone)}</Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{slot.score.toFixed(1)} of 100 points</Typography>
      {starts.length > 1 && (
        <SelectInput
          label="Starts at"
          value={String(slot.span.start)}
          choices={starts}
          onChange={(start) => onChoose(Number(start))}
        />
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 3 }}>
        {slot.parts.map(({ by, points, outOf, words }) => (
          <Box component="li" key={by} sx={{ py: 1 }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
              <PartMark by={by} />
              <Box sx={{ flex: 1, fontWeight: 560 }}>{partLooks[by].label}</Box>
              <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {points} of {outOf}
              </Box>
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {words}
            </Typography>
          </Box>
        ))}
      </Box>
      {release !== null && <MoveThere release={release} slot={slot.span} />}
    </Box>
  );
}

function Legend() {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, fontSize: 12, color: 'text.secondary' }}>
      {(Object.keys(partLooks) as SlotPart['by'][]).map((by) => (
        // The looks are keyed by exactly the parts.
        <Box key={by} sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <PartMark by={by} />
          {partLooks[by].label}
        </Box>
      ))}
    </Box>
  );
}

/** How much of the days is legal, whatever its length. */
function LegalTime({ to, question }: { to: DeployedTo; question: SlotsQuestion }) {
  const { workspace } = useZones();
  const span = {
    start: startOfDay(question.from, workspace),
    end: startOfDay(addDays(question.until, 1), workspace),
  };
  const { data, error } = useQuery({
    ...orpc.scheduleRules.legalMinutes.queryOptions({ input: { to, span } }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <span>The legal minutes could not be counted. {toFailure(error).message}</span>;
  if (data === undefined) return null;
  const share = data.of === 0 ? 0 : Math.round((data.legal / data.of) * 100);
  return (
    <span>
      {formatCount(data.legal, 'legal minute')} in these days ({formatDuration(data.legal * 60_000)}, {share} %).
    </span>
  );
}

export interface SlotsPanelProps {
  readonly to: DeployedTo;
  readonly minutes: number;
  readonly from: Day;
  /** The release that is asked about; null where something else is. */
  readonly release: CalendarRelease | null;
}

const NO_SLOTS: readonly Slot[] = [];

/** All legal slots of the length asked about, a line a day, the best first, with what makes each as good as it is. */
export function SlotsPanel({ to, minutes, from, release }: SlotsPanelProps) {
  const zone = useOwnZone();
  const now = useNow();
  const [draft, setDraft] = useState(() => newSlotsDraft(from));
  const [chosen, setChosen] = useState<number | null>(null);
  const read = readSlots(draft, zone);
  const settled = useDebounced(draft, 300);
  const question = readSlots(settled, zone).question;
  const isReady = question !== null;
  const asked = { to, minutes, ...(question ?? usualSlots(from)) };
  const query = useQuery({
    ...orpc.scheduleRules.slots.queryOptions({ input: asked }),
    enabled: isReady,
    placeholderData: keepPreviousData,
  });
  const answer = answerOf(query);
  const slots = 'data' in answer ? answer.data.slots : NO_SLOTS;
  const leftOut = 'data' in answer ? answer.data.leftOut : 0;
  // Nothing is moved into the past.
  const ahead = slots.filter(({ span }) => span.start >= now);
  const rows = slotsByDay(ahead, asked.stepMinutes, zone).map((line, at): Ranked => ({ line, rank: at + 1 }));
  const step = steps.find(({ value }) => value === String(asked.stepMinutes))?.label ?? 'time';
  const open = rows.find(({ line }) => line.slots.some(({ span }) => span.start === chosen)) ?? rows[0];
  const slot = open?.line.slots.find(({ span }) => span.start === chosen) ?? open?.line.best[0];
  return (
    <Panel title={`Legal slots of ${formatDuration(minutes * 60_000)}, the best first`} flush>
      <Box sx={{ p: 4, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Inputs draft={draft} problems={read.problems} onChange={(changes) => setDraft({ ...draft, ...changes })} />
        <Typography component="div" sx={{ color: 'text.secondary', minHeight: 20 }} aria-live="polite">
          {question !== null && <LegalTime to={to} question={question} />}{' '}
          {leftOut > 0 && `${formatCount(leftOut, 'lower slot')} left out.`}
        </Typography>
        <Legend />
      </Box>
      <AnswerTrouble answer={answer} />
      <Box sx={{ display: 'flex', height: 380, borderTop: 1, borderColor: 'divider' }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          <DataTable
            label="Legal slots"
            rows={rows}
            rowKey={({ line }) => line.day}
            columns={columnsFor(step, zone)}
            loading={answer.kind === 'loading' && isReady}
            selectedKey={open?.line.day ?? null}
            onOpen={({ line }) => setChosen(line.best[0].span.start)}
            empty={
              answer.kind === 'here' && (
                <EmptyState small title="No slot is legal in these days">
                  Look over more days, ask about a shorter deployment, or ask for an override of the freeze.
                </EmptyState>
              )
            }
          />
        </Box>
        {open !== undefined && slot !== undefined && (
          <Explained slot={slot} ranked={open} release={release} onChoose={setChosen} />
        )}
      </Box>
    </Panel>
  );
}
