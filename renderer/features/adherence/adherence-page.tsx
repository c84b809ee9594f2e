import TrackChangesRounded from '@mui/icons-material/TrackChangesRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AdherenceReport } from '../../../shared/contract/adherence.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { client, orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { useTableActions } from '../../lib/use-table-actions.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { ChipShape } from '../../ui/status-chip.tsx';
import { ViewToggle } from '../../ui/view-toggle.tsx';
import { BaselinesDialog } from './baselines-dialog.tsx';
import { AdherenceFilters } from './filters.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { openedOf } from './opened.ts';
import { Pictures } from './pictures.tsx';
import { ReleasePanel } from './release-panel.tsx';
import { ReleaseTable } from './release-table.tsx';
import { ReleasesPanel } from './releases-panel.tsx';
import type { AdherenceSearch } from './search.ts';
import { apartWords, baselineWords, headline, reportInput, termsWords } from './terms.ts';
import { adherenceViews } from './views.ts';

function Headline({ report, against }: { report: AdherenceReport; against: string }) {
  const zone = useOwnZone();
  const { adherence, unreadable } = report;
  const names = new Map(adherence.releases.map(({ key, name }) => [key, name]));
  const apart = apartWords(adherence, (key) => names.get(key) ?? key);
  return (
    <Box sx={{ mb: 4 }}>
      <Typography sx={{ fontSize: 16, lineHeight: '24px', fontWeight: 560, textWrap: 'pretty' }}>
        {headline(report, zone) ?? `Nothing can be measured yet against ${against}.`}
      </Typography>
      {apart.length > 0 && (
        <Typography sx={{ color: 'text.secondary', mt: 1 }}>Not measured: {apart.join('; ')}.</Typography>
      )}
      {unreadable > 0 && (
        <Box sx={{ mt: 2 }}>
          <ChipShape tone="warning">
            <span>{unreadable} entries of the journal could not be read and are in none of the figures</span>
          </ChipShape>
        </Box>
      )}
    </Box>
  );
}

function NothingDeparted({ report, against }: { report: AdherenceReport; against: string }) {
  const names = new Map(report.adherence.releases.map(({ key, name }) => [key, name]));
  const apart = apartWords(report.adherence, (key) => names.get(key) ?? key);
  return (
    <EmptyState icon={<TrackChangesRounded />} title={`Nothing can be measured yet against ${against}`}>
      {report.adherence.releases.length === 0
        ? 'A release is measured once it has departed: how far from the day that was promised. The journal keeps every day that was ever planned.'
        : `${apart.join('; ')}. Set a release to departed on its page, choose another baseline, or bring in a history of the plan from elsewhere.`}
    </EmptyState>
  );
}

interface BesideProps {
  readonly report: AdherenceReport;
  readonly named: string | undefined;
  readonly onOpen: (name: string) => void;
  readonly onClose: () => void;
}

/** The panel of what was opened. */
function Beside({ report, named, onOpen, onClose }: BesideProps) {
  const zone = useOwnZone();
  const opened = openedOf(report, named);
  const { terms } = report.adherence;
  if (opened === null) return null;
  if (opened.what === 'releases') {
    return (
      <ReleasesPanel
        title={opened.title}
        releases={opened.releases}
        unit={terms.unit}
        onOpen={(key) => onOpen(`release:${key}`)}
        onClose={onClose}
      />
    );
  }
  return (
    <ReleasePanel
      key={opened.release.key}
      release={opened.release}
      churn={report.churn.find(({ releaseId }) => releaseId === opened.release.releaseId)}
      terms={terms}
      against={baselineWords(terms.baseline, zone)}
      onClose={onClose}
    />
  );
}

/** How releases kept to what was planned: slips, on-time rates, their spread and scope after the cut-off. */
export function AdherencePage({ search }: { search: AdherenceSearch }) {
  const navigate = useNavigate({ from: '/adherence' });
  const zone = useOwnZone();
  const readOnly = useReadOnly();
  const [dialog, setDialog] = useState<'baselines' | 'history' | null>(null);
  const closeDialog = () => setDialog(null);
  const summaries = listOf(answerOf(useQuery(orpc.trains.list.queryOptions({ input: {} }))));
  const trains = summaries.map(({ train }) => train);
  const baselines = listOf(answerOf(useQuery(orpc.adherence.baselines.queryOptions({ input: {} }))));
  const input = reportInput(search);
  const answer = answerOf(useQuery(orpc.adherence.report.queryOptions({ input, placeholderData: (kept) => kept })));

  const change = (changes: Partial<AdherenceSearch>) =>
    void navigate({ search: (kept: AdherenceSearch) => ({ ...kept, ...changes }), replace: true });
  const trainName = trains.find(({ id }) => id === search.train)?.name;
  useSheetFacts({
    about: 'data' in answer ? termsWords(answer.data.adherence.terms, zone) : [],
    filters: trainName === undefined ? [] : [`Only the train “${trainName}”`],
    legend: null,
  });
  const open = (name: string) => change({ open: name });
  const close = () => change({ open: undefined });

  useActions([
    {
      name: 'adherence.baseline',
      label: 'Name a baseline',
      group: 'Edit',
      words: 'approve plan snapshot',
      enabled: !readOnly,
      decides: true,
      run: () => setDialog('baselines'),
    },
    {
      name: 'adherence.history',
      label: 'Import a plan’s history',
      group: 'Edit',
      words: 'csv snapshots spreadsheet',
      enabled: !readOnly && trains.length > 0,
      decides: true,
      run: () => setDialog('history'),
    },
  ]);

  const { trainId, baseline } = input;
  useTableActions([
    {
      of: 'adherence',
      name: 'adherence',
      ask: () => client.exchange.report({ of: 'adherence', trainId, baseline }),
    },
  ]);

  return (
    <Page>
      <PageHeader
        title="Adherence"
        description="How releases kept to what had been planned, measured against a baseline that is always named."
        actions={
          <>
            <ViewToggle
              of="adherence"
              group="View"
              views={adherenceViews}
              view={search.view ?? 'pictures'}
              onChange={(view) => change({ view })}
            />
            <Button
              variant="outlined"
              disabled={readOnly || trains.length === 0}
              title={trains.length === 0 ? 'A history belongs to a train: make one first.' : undefined}
              onClick={() => setDialog('history')}
            >
              Import history
            </Button>
            <Button variant="outlined" disabled={readOnly} onClick={() => setDialog('baselines')}>
              Baselines
            </Button>
          </>
        }
      />
      <PageBody fill>
        <AdherenceFilters search={search} trains={trains} baselines={baselines} onChange={change} />
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <AnswerView
            answer={answer}
            padding={4}
            loading={
              <Box sx={{ flex: 1, p: 6 }}>
                <BlockSkeleton height={420} />
              </Box>
            }
          >
            {(report) => {
              const against = baselineWords(report.adherence.terms.baseline, zone);
              if (search.view === 'table') {
                return (
                  <>
                    <ReleaseTable
                      adherence={report.adherence}
                      churn={report.churn}
                      openKey={search.open?.replace(/^release:/, '') ?? null}
                      onOpen={(key) => open(`release:${key}`)}
                    />
                    <Beside report={report} named={search.open} onOpen={open} onClose={close} />
                  </>
                );
              }
              return (
                <>
                  <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', px: 6, py: 4 }}>
                    {report.slips.points.length === 0 ? (
                      <NothingDeparted report={report} against={against} />
                    ) : (
                      <>
                        <Headline report={report} against={against} />
                        <Pictures report={report} against={against} open={search.open} onOpen={open} />
                      </>
                    )}
                  </Box>
                  <Beside report={report} named={search.open} onOpen={open} onClose={close} />
                </>
              );
            }}
          </AnswerView>
        </Box>
      </PageBody>
      {dialog === 'baselines' && (
        <BaselinesDialog
          baselines={baselines}
          trains={trains}
          trainId={search.train ?? ''}
          onNamed={(id) => {
            closeDialog();
            change({ baseline: id });
          }}
          onClose={closeDialog}
        />
      )}
      {dialog === 'history' && (
        <HistoryDialog
          trains={trains}
          trainId={search.train ?? ''}
          onDone={(train) => {
            closeDialog();
            change({ train });
          }}
          onClose={closeDialog}
        />
      )}
    </Page>
  );
}
