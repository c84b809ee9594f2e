import AltRouteRounded from '@mui/icons-material/AltRouteRounded';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn, formatCount } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble, StaleNotice } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { ChipShape } from '../../ui/status-chip.tsx';
import { ViewToggle } from '../../ui/view-toggle.tsx';
import { AgendaPane } from './agenda/agenda-pane.tsx';
import { ConflictsBeside, ConflictsToggle } from './conflicts/conflicts-beside.tsx';
import { usePlanConflicts } from './conflicts/use-plan-conflicts.ts';
import { useExtras } from './lanes/extras.ts';
import { MonthPane } from './month/month-pane.tsx';
import type { PaneProps } from './pane.ts';
import { filterLanes } from './plan-view.ts';
import { usePlan, useTrains } from './queries.ts';
import type { CalendarSearch, CalendarViewName } from './search.ts';
import { useCalendarSheet } from './sheet-legend.tsx';
import { TimelinePane } from './timeline-pane.tsx';
import { calendarViews } from './views.ts';
import { keepWindows, windowsOver } from './windows.ts';

function NoTrains() {
  return (
    <EmptyState
      icon={<AltRouteRounded />}
      title="No train runs yet"
      actions={
        <RouterButton to="/trains/new" variant="contained">
          New train
        </RouterButton>
      }
    >
      The calendar has a lane for each train. A train says how often you release and which milestones come before; its
      releases and milestones then stand here, and can be moved by dragging or by keys.
    </EmptyState>
  );
}

function Marks({
  leftOut,
  bookingsLeftOut,
  readOnly,
}: {
  leftOut: number;
  bookingsLeftOut: number;
  readOnly: boolean;
}) {
  return (
    <>
      {readOnly && (
        <ChipShape tone="neutral" title="This workspace was opened read-only.">
          <span>Read-only: dates cannot be moved</span>
        </ChipShape>
      )}
      {leftOut > 0 && (
        <ChipShape tone="warning" title="More releases than can be shown at once. Choose fewer trains.">
          <span>{formatCount(leftOut, 'release')} not shown: choose fewer trains</span>
        </ChipShape>
      )}
      {bookingsLeftOut > 0 && (
        <ChipShape tone="warning" title="More bookings than can be shown at once. Show a shorter time.">
          <span>{formatCount(bookingsLeftOut, 'booking')} not shown</span>
        </ChipShape>
      )}
    </>
  );
}

function View({ view, ...pane }: PaneProps & { view: CalendarViewName }) {
  const isBare = pane.trains.size === 0 && pane.extras.known.rules.length === 0 && pane.search.lanes === undefined;
  if (isBare) return <NoTrains />;
  if (view === 'month') return <MonthPane {...pane} />;
  return view === 'agenda' ? <AgendaPane {...pane} /> : <TimelinePane {...pane} />;
}

/** The plan in time: a lane for each train, a month, or a list of days. */
export function CalendarPage({ search }: { search: CalendarSearch }) {
  const navigate = useNavigate({ from: '/calendar' });
  const { history } = useRouter();
  const zone = useOwnZone();
  const now = useNow();
  const today = dayIn(now, zone);
  const view = search.view ?? 'timeline';
  const { trains, answer } = useTrains();
  useCalendarSheet(search, { trains: trains?.byId, today });
  const readOnly = useReadOnly();
  const at = search.at ?? today;
  const [windows, setWindows] = useState(() => windowsOver(addDays(at, -90), addDays(at, 90)));
  const trainIds = useMemo(() => (search.trains as readonly TrainId[] | undefined) ?? null, [search.trains]); // ids that the core checks
  const plan = usePlan(windows, trainIds);
  const extras = useExtras(windows, search.lanes);
  const hidden = useMemo(() => new Set(search.hidden ?? []), [search.hidden]);
  const lanes = useMemo(() => filterLanes(plan.range.lanes, hidden), [plan.range.lanes, hidden]);

  const conflicts = usePlanConflicts(search);
  const change = useCallback(
    (changes: Partial<CalendarSearch>) => {
      // A scroll that was under way when the page was left would lead back to it.
      if (history.location.pathname !== '/calendar') return;
      void navigate({ search: (kept: CalendarSearch) => ({ ...kept, ...changes }), replace: true });
    },
    [navigate, history],
  );
  const show = useCallback((from: Day, to: Day) => setWindows((kept) => keepWindows(kept, windowsOver(from, to))), []);

  const pane = {
    view,
    plan,
    lanes,
    windows,
    extras,
    conflicts,
    search,
    at,
    today,
    readOnly,
    onChange: change,
    onShow: show,
  };
  return (
    <Page>
      <PageHeader
        title="Calendar"
        beside={<Marks leftOut={plan.range.leftOut} bookingsLeftOut={extras.leftOut} readOnly={readOnly} />}
        actions={
          <>
            <ConflictsToggle
              conflicts={conflicts}
              open={search.conflicts === true}
              onToggle={() => change({ conflicts: search.conflicts === true ? undefined : true, conflict: undefined })}
            />
            <ViewToggle
              of="calendar"
              group="Calendar"
              views={calendarViews}
              view={view}
              onChange={(next) => change({ view: next })}
            />
          </>
        }
      />
      <PageBody fill sx={{ position: 'relative' }}>
        {plan.failure !== null && (
          <Box sx={{ p: 4 }}>
            <FailureView failure={plan.failure} onRetry={plan.retry} />
          </Box>
        )}
        {plan.failure === null && plan.stale !== null && (
          <Box sx={{ p: 4 }}>
            <StaleNotice stale={{ failure: plan.stale, retry: plan.retry }} />
          </Box>
        )}
        <AnswerTrouble answer={answer} />
        {extras.trouble !== null && <AnswerTrouble answer={extras.trouble} />}
        {(plan.partial || extras.partial) && plan.failure === null && (
          <LinearProgress
            aria-label="Reading the plan"
            sx={{ position: 'absolute', top: 0, left: 0, right: 0, zIndex: 5 }}
          />
        )}
        <ConflictsBeside
          conflicts={conflicts}
          search={search}
          groups={extras.known.groups}
          readOnly={readOnly}
          onChange={change}
        >
          {trains !== null && extras.ready && <View {...pane} trains={trains.byId} summaries={trains.summaries} />}
        </ConflictsBeside>
      </PageBody>
    </Page>
  );
}
