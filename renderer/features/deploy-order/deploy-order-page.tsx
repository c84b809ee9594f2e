import LayersOutlined from '@mui/icons-material/LayersOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Skew } from '../../../shared/model/skew.ts';
import { type Answer, answerOf } from '../../lib/answer.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { dayIn, formatDay } from '../../lib/format.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { useNow } from '../../lib/use-now.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { Legend } from './legend.tsx';
import { Picture } from './picture.tsx';
import { skewQuery } from './queries.ts';
import { type DayRange, rangeOf } from './range.ts';
import { RangeBar } from './range-bar.tsx';
import type { DeployOrderSearch } from './search.ts';
import { type UnknownGroup, unknownGroups } from './unknowns.ts';
import { UnknownsPanel } from './unknowns-panel.tsx';
import { BestOrder, PlannedPairs, SideBySide, Verdicts } from './verdicts.tsx';
import { VersionsList } from './versions-list.tsx';

function NothingSaid({ groups, onOpen }: { groups: readonly UnknownGroup[]; onOpen: (group: UnknownGroup) => void }) {
  return (
    <EmptyState
      icon={<LayersOutlined />}
      title="No release says which versions it brings"
      actions={
        <>
          {groups
            .filter(({ kind }) => kind === 'releases')
            .map((group) => (
              <Button key={group.kind} variant="contained" onClick={() => onOpen(group)}>
                Choose a release
              </Button>
            ))}
          <RouterButton to="/catalogue" variant="outlined">
            Services and teams
          </RouterButton>
        </>
      }
    >
      Say on a release’s page, under Versions, which version of each service it brings and which versions of other
      services it works with; and in a service’s panel what runs now. Every order in which the releases can be deployed
      is then gone through: where two versions stand together that do not fit, and the order that avoids it.
    </EmptyState>
  );
}

interface BodyProps {
  readonly skew: Skew;
  readonly range: DayRange;
  readonly search: DeployOrderSearch;
  readonly onChange: (changes: Partial<DeployOrderSearch>) => void;
}

function Body({ skew, range, search, onChange }: BodyProps) {
  const { workspace: zone } = useZones();
  const now = useNow();
  const [pointed, setPointed] = useState<string | null>(null);
  const groups = unknownGroups(skew);
  const opened = groups.find(({ kind }) => kind === search.unknown);
  const looks = {
    skew,
    zone,
    lit: pointed ?? search.pair ?? null,
    open: search.pair,
    onLight: setPointed,
    onOpen: (key: string) => onChange({ pair: key === search.pair ? undefined : key }),
  };
  useSheetFacts({
    about: [`${formatDay(range.from)} to ${formatDay(range.until)}`],
    filters: [],
    legend: <Legend />,
  });
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 6, display: 'flex', flexDirection: 'column', gap: 4 }}>
        {skew.steps.length === 0 ? (
          <NothingSaid groups={groups} onOpen={({ kind }) => onChange({ unknown: kind })} />
        ) : (
          <>
            <Verdicts skew={skew} />
            <Panel title="What runs when" actions={<Legend />}>
              <Picture {...looks} range={range} now={now} />
            </Panel>
            {groups.length > 0 && (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, color: 'text.secondary' }}>
                Not known:
                {groups.map(({ kind, text }) => (
                  <Button
                    key={kind}
                    aria-pressed={kind === search.unknown}
                    onClick={() => onChange({ unknown: kind === search.unknown ? undefined : kind })}
                  >
                    {text}
                  </Button>
                ))}
              </Box>
            )}
            <SideBySide>
              <PlannedPairs {...looks} />
              <BestOrder skew={skew} zone={zone} />
            </SideBySide>
            <VersionsList skew={skew} zone={zone} />
          </>
        )}
      </Box>
      {opened !== undefined && <UnknownsPanel group={opened} onClose={() => onChange({ unknown: undefined })} />}
    </Box>
  );
}

function headlineOf(answer: Answer<Skew>): string {
  const about = 'Which versions run together as releases are deployed, and the order in which they all fit.';
  return answer.kind === 'failed' ? ' ' : about;
}

/** The order of deployments: which versions stand together as planned, where two do not fit, and a safe order. */
export function DeployOrderPage({ search }: { search: DeployOrderSearch }) {
  const navigate = useNavigate({ from: '/deploy-order' });
  const { workspace: zone } = useZones();
  const range = rangeOf(search, dayIn(useNow(), zone));
  const answer = answerOf(useQuery(skewQuery(range)));
  const change = (changes: Partial<DeployOrderSearch>) =>
    void navigate({ search: (kept: DeployOrderSearch) => ({ ...kept, ...changes }), replace: true });
  return (
    <Page>
      <PageHeader title="Deploy order" description={headlineOf(answer)} />
      <PageBody fill>
        <RangeBar range={range} onChange={change} />
        <AnswerTrouble answer={answer} />
        {answer.kind === 'loading' && (
          <Box sx={{ p: 6 }}>
            <BlockSkeleton height={240} />
          </Box>
        )}
        {'data' in answer && <Body skew={answer.data} range={range} search={search} onChange={change} />}
      </PageBody>
    </Page>
  );
}
