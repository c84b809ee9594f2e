import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { AdherenceTerms, PlanSource, ReleaseAdherence, ScopeChurn } from '../../../shared/model/adherence.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone, useZones } from '../../lib/display-zone.tsx';
import { formatDay, formatPlanned } from '../../lib/format.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { Facts } from '../../ui/facts.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { TrackChart } from './track-chart.tsx';
import { rowOf, statementsOf } from './view-model.ts';

function SourceLink({ source }: { source: PlanSource }) {
  if (source.by === 'observation') return <span>{source.source === '' ? 'an imported history' : source.source}</span>;
  return (
    <RouterLink to="/journal" search={{ entry: source.seq }}>
      Entry {source.seq}
    </RouterLink>
  );
}

function History({ release }: { release: ReleaseAdherence }) {
  const answer = answerOf(useQuery(orpc.adherence.tracks.queryOptions({ input: { trainId: release.trainId } })));
  if (answer.kind === 'loading') return <BlockSkeleton height={240} />;
  const track = 'data' in answer ? answer.data.find(({ key }) => key === release.key) : undefined;
  return (
    <>
      <AnswerTrouble answer={answer} padding={0} />
      {track !== undefined && (
        <>
          <TrackChart track={track} />
          <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
            {statementsOf(track).map((statement) => (
              <Box component="li" key={statement.key} sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
                <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
                  <span>{statement.text}</span>
                  <Typography variant="body2" component="span" sx={{ flexShrink: 0 }}>
                    <SourceLink source={statement.source} />
                  </Typography>
                </Box>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  said on {formatDay(statement.on)}
                </Typography>
              </Box>
            ))}
          </Box>
        </>
      )}
    </>
  );
}

const kinds = { added: 'Added', dropped: 'Dropped', bumped: 'Bumped' } as const;

function Churn({ churn }: { churn: ScopeChurn }) {
  const { display } = useZones();
  const zone = useOwnZone();
  if (churn.events.length === 0)
    return <Typography sx={{ color: 'text.secondary' }}>Nothing came or went after it.</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {churn.events.map((event) => (
        <Box component="li" key={event.seq} sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
            <span>
              {kinds[event.kind]}: {event.title}
              {!event.counts && ' (taken back, not counted)'}
            </span>
            <Typography variant="body2" component="span" sx={{ flexShrink: 0 }}>
              <RouterLink to="/journal" search={{ entry: event.seq }}>
                Entry {event.seq}
              </RouterLink>
            </Typography>
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {formatPlanned(event.at, zone, display)}
            {event.reason !== '' && ` · ${event.reason}`}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

export interface ReleasePanelProps {
  readonly release: ReleaseAdherence;
  readonly churn: ScopeChurn | undefined;
  readonly terms: AdherenceTerms;
  /** The baseline in words. */
  readonly against: string;
  readonly onClose: () => void;
}

/** One release: its slip against the baseline, everything that was said of its day, and its scope after the cut-off. */
export function ReleasePanel({ release, churn, terms, against, onClose }: ReleasePanelProps) {
  const row = rowOf(release, terms.unit);
  const heading = { variant: 'h3', sx: { mt: 5, mb: 2 } } as const;
  return (
    <SidePanel
      title={release.name}
      kicker="Release against its baseline"
      onClose={onClose}
      actions={
        release.releaseId !== null && (
          <RouterLink to="/releases/$id" params={{ id: release.releaseId }}>
            Open the release
          </RouterLink>
        )
      }
    >
      <Facts
        facts={[
          ['Outcome', row.outcome],
          ['Baseline day', row.planned === null ? 'none' : formatDay(row.planned)],
          ['Departed', row.actual === null ? '' : formatDay(row.actual)],
          ['Also said', 'actual' in release ? release.actual.alsoSaid.map((day) => formatDay(day)).join(', ') : ''],
          ['Baseline', against],
        ]}
      />
      <Typography {...heading}>What was said of its day</Typography>
      <History release={release} />
      {churn !== undefined && (
        <>
          <Typography {...heading}>Scope after the cut-off</Typography>
          <Churn churn={churn} />
        </>
      )}
    </SidePanel>
  );
}
