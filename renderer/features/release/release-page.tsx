import EditCalendarOutlined from '@mui/icons-material/EditCalendarOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ReleaseDetail } from '../../../shared/contract/releases.ts';
import { daysOffSpans, workingDaysOf } from '../../../shared/domain/calendar/days-off.ts';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import { instant } from '../../../shared/model/time.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf } from '../../lib/answer.ts';
import { conflictsQuery } from '../../lib/conflict-queries.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { dayIn } from '../../lib/format.ts';
import { notify } from '../../lib/toasts.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { partWaived } from '../../ui/conflict-words.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { deploymentsOf } from '../../ui/first-legal.ts';
import { FirstLegalDialog } from '../../ui/first-legal-dialog.tsx';
import { MilestoneStrip } from '../../ui/milestone-strip.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { releaseLooks } from '../../ui/status-looks.ts';
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx';
import { ConflictsTab } from './conflicts-tab.tsx';
import { CrewTab } from './crew-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { MilestonesTab } from './milestones-tab.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { NotesTab } from './notes-tab.tsx';
import { OverdueNotice } from './overdue-notice.tsx';
import { daysOffQuery, releaseQuery, useTrain } from './queries.ts';
import { ReleaseMenu } from './release-menu.tsx';
import { ScopeTab } from './scope-tab.tsx';
import type { ReleaseSearch, ReleaseTab } from './search.ts';
import { useNotes } from './use-notes.ts';
import { VersionsTab } from './versions-tab.tsx';
import { departsText, isOverdue, progressOf, releaseStrip, stripText } from './view-model.ts';

function Way({ detail }: { detail: ReleaseDetail }) {
  const now = useNow();
  const { release, milestones } = detail;
  const strip = useMemo(() => releaseStrip(release, milestones), [release, milestones]);
  const [from, to] = [dayIn(instant(strip.from), release.zone), dayIn(instant(strip.to), release.zone)];
  const { data: range } = useQuery(daysOffQuery(release.trainId, from, to));
  const { train } = useTrain(release.trainId);
  const shades = useMemo(() => {
    if (range === undefined || train === undefined || range.daysOff.length === 0) return [];
    return daysOffSpans(workingDaysOf(train, range.daysOff), release.zone, { from, to });
  }, [range, train, release.zone, from, to]);
  return (
    <Box sx={{ px: 6, py: 3, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
      <MilestoneStrip {...strip} shades={shades} now={now} label={stripText(release, strip)} />
    </Box>
  );
}

interface BodyProps {
  readonly detail: ReleaseDetail;
  readonly search: ReleaseSearch;
  readonly bookings: ReactNode;
  readonly readOnly: boolean;
  readonly onSearch: (changes: Partial<ReleaseSearch>) => void;
  readonly onMove: () => void;
  readonly onLegal: () => void;
}

function Body({ detail, search, bookings, readOnly, onSearch, onMove, onLegal }: BodyProps) {
  const now = useNow();
  const tab = search.tab ?? 'scope';
  const aboard = progressOf(detail.scope).aboard;
  const conflicts = answerOf(useQuery(conflictsQuery(detail.release.id)));
  const clashes = 'data' in conflicts ? partWaived(conflicts.data.conflicts).open.length : null;
  const notes = useNotes(detail.release);
  const elsewhere = tab !== 'notes' && notes.failure !== null;

  const tell = useEffectEvent(() => {
    if (notes.failure !== null) notify.failed(notes.failure, { label: 'Show', run: () => onSearch({ tab: 'notes' }) });
  });
  useEffect(() => {
    if (elsewhere) tell();
  }, [elsewhere]);

  return (
    <>
      <UnsavedGuard dirty={notes.unsaved} save={notes.save} />
      <Way detail={detail} />
      {isOverdue(detail.release, now) && <OverdueNotice release={detail.release} readOnly={readOnly} onMove={onMove} />}
      <Box sx={{ px: 4, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
        <Tabs
          value={tab}
          onChange={(_, next: ReleaseTab) => onSearch({ tab: next, item: undefined, conflict: undefined })}
          aria-label="About this release"
        >
          <Tab value="scope" label={`Scope ${aboard}`} />
          <Tab value="milestones" label={`Milestones ${detail.milestones.length}`} />
          <Tab value="crew" label="Crew" />
          <Tab value="versions" label={`Versions ${detail.release.versions.length}`} />
          <Tab value="bookings" label="Bookings" />
          <Tab value="conflicts" label={clashes === null ? 'Conflicts' : `Conflicts ${clashes}`} />
          <Tab value="history" label="History" />
          <Tab value="notes" label={elsewhere ? 'Notes, not saved' : 'Notes'} />
        </Tabs>
      </Box>
      {tab === 'scope' && (
        <ScopeTab
          detail={detail}
          openItem={search.item}
          readOnly={readOnly}
          onOpenItem={(item) => onSearch({ item })}
        />
      )}
      {tab === 'milestones' && <MilestonesTab detail={detail} readOnly={readOnly} />}
      {tab === 'crew' && <CrewTab release={detail.release} readOnly={readOnly} />}
      {tab === 'versions' && <VersionsTab release={detail.release} readOnly={readOnly} />}
      {tab === 'bookings' && bookings}
      {tab === 'conflicts' && (
        <ConflictsTab
          detail={detail}
          answer={conflicts}
          open={search.conflict}
          readOnly={readOnly}
          onOpen={(conflict) => onSearch({ conflict })}
          onLegal={onLegal}
        />
      )}
      {tab === 'history' && <HistoryTab id={detail.release.id} />}
      {tab === 'notes' && <NotesTab notes={notes} readOnly={readOnly} />}
    </>
  );
}

export interface ReleasePageProps {
  readonly id: ReleaseId;
  readonly search: ReleaseSearch;
  /** The environments that are booked for it. */
  readonly bookings: ReactNode;
}

/** One release: when it departs and by which way, what is aboard and how far it is, what was decided. */
export function ReleasePage({ id, search, bookings }: ReleasePageProps) {
  const navigate = useNavigate({ from: '/releases/$id' });
  const { data: detail, error, refetch } = useQuery(releaseQuery(id));
  const readOnly = useReadOnly();
  const now = useNow();
  const { display } = useZones();
  const [moving, setMoving] = useState(false);
  const [asking, setAsking] = useState(false);
  const release = detail?.release;
  const onSearch = (changes: Partial<ReleaseSearch>) =>
    void navigate({ search: (kept: ReleaseSearch) => ({ ...kept, ...changes }), replace: true });

  useActions([
    {
      name: 'release.move',
      label: 'Move the release to another day',
      group: 'Release',
      enabled: release !== undefined && !readOnly,
      run: () => setMoving(true),
    },
    {
      name: 'release.firstLegal',
      label: 'First legal slot of the release',
      group: 'Release',
      words: 'freeze window allowed',
      enabled: release !== undefined,
      run: () => setAsking(true),
    },
    {
      name: 'release.calendar',
      label: 'Show the release on the calendar',
      group: 'Release',
      enabled: release !== undefined,
      run: () => {
        if (release !== undefined) void navigate({ to: '/calendar', search: { at: release.day } });
      },
    },
  ]);

  return (
    <Page>
      <PageHeader
        title={release?.name ?? 'Release'}
        breadcrumbs={[
          <RouterLink key="trains" to="/trains">
            Trains
          </RouterLink>,
          ...(detail === undefined
            ? []
            : [
                <RouterLink key="train" to="/trains/$id" params={{ id: detail.release.trainId }}>
                  {detail.trainName}
                </RouterLink>,
              ]),
        ]}
        beside={release !== undefined && <StatusChip look={releaseLooks[release.state]} />}
        description={release === undefined ? ' ' : departsText(release, display, now)}
        actions={
          release !== undefined && (
            <>
              <Button
                variant="outlined"
                startIcon={<EditCalendarOutlined />}
                disabled={readOnly}
                onClick={() => setMoving(true)}
              >
                Move
              </Button>
              <ReleaseMenu release={release} readOnly={readOnly} onLegal={() => setAsking(true)} />
            </>
          )
        }
      />
      <PageBody fill>
        {error !== null && (
          <Box sx={{ p: 4 }}>
            <FailureView failure={toFailure(error)} onRetry={() => void refetch()} />
          </Box>
        )}
        {detail === undefined && error === null && (
          <Box sx={{ p: 6 }}>
            <BlockSkeleton height={150} />
          </Box>
        )}
        {detail !== undefined && (
          <Body
            key={detail.release.id}
            detail={detail}
            search={search}
            bookings={bookings}
            readOnly={readOnly}
            onSearch={onSearch}
            onMove={() => setMoving(true)}
            onLegal={() => setAsking(true)}
          />
        )}
      </PageBody>
      {detail !== undefined && asking && (
        <FirstLegalDialog
          deployments={deploymentsOf(detail.release, detail.milestones)}
          readOnly={readOnly}
          onClose={() => setAsking(false)}
        />
      )}
      {release !== undefined && moving && <MoveDialog release={release} onClose={() => setMoving(false)} />}
    </Page>
  );
}
