import SpeedRounded from '@mui/icons-material/SpeedRounded';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person, Team } from '../../../shared/model/catalogue.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Train } from '../../../shared/model/train.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { dayIn } from '../../lib/format.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { BufferTab } from './buffer-tab.tsx';
import { CadenceTab } from './cadence-tab.tsx';
import { chosenTeam, namedOrFirst, namedOrNext, rowsOf } from './choose.ts';
import { CutOffsTab } from './cut-offs-tab.tsx';
import { ForecastTab } from './forecast-tab.tsx';
import { NumberField } from './number-field.tsx';
import { catalogueQuery, releasesQuery, trainsQuery } from './queries.ts';
import { RowsPanel } from './rows-panel.tsx';
import { type CapacitySearch, type CapacityTab, DEFAULTS, type OnSearch } from './search.ts';
import { SizeTab } from './size-tab.tsx';
import { Pick, TypesField, WeeksField } from './sources.tsx';
import { ThroughputTab } from './throughput-tab.tsx';
import { TypedDialog } from './typed-dialog.tsx';

const tabs = [
  { value: 'throughput', label: 'Throughput', of: 'team' },
  { value: 'forecast', label: 'Forecast', of: 'team' },
  { value: 'cadence', label: 'Cadence', of: 'team' },
  { value: 'size', label: 'Train size', of: 'train' },
  { value: 'cut-offs', label: 'Cut-offs', of: 'train' },
  { value: 'buffer', label: 'Buffer', of: 'train' },
] as const satisfies readonly { value: CapacityTab; label: string; of: 'team' | 'train' }[];

interface Chosen {
  readonly team: Team | null;
  readonly train: Train | null;
  readonly release: Release | null;
}

interface ViewProps extends Chosen {
  readonly tab: CapacityTab;
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly trains: readonly Train[];
  readonly releases: readonly Release[];
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
  readonly onType: (() => void) | undefined;
}

/** The train whose releases are to fit, where one was named. */
function namedTrain({ trains, search }: ViewProps): Train | null {
  return trains.find(({ id }) => id === search.train) ?? null;
}

/** Which release of which train. */
function TrainPicks({ train, release, trains, releases, onSearch }: ViewProps) {
  const other = { cut: undefined, split: undefined, rows: undefined };
  return (
    <>
      <Pick
        label="Train"
        all={trains}
        value={train?.id ?? ''}
        onPick={(id) => onSearch({ train: id, release: undefined, ...other })}
      />
      <Pick
        label="Release"
        all={releases}
        value={release?.id ?? ''}
        onPick={(id) => onSearch({ release: id, ...other })}
      />
    </>
  );
}

/** What the figures are of. */
function Sources(props: ViewProps) {
  const { tab, team, teams, trains, search, onSearch } = props;
  const ofTeam = tab === 'throughput' || tab === 'forecast' || tab === 'cadence';
  const ofTrain = tab === 'size' || tab === 'cut-offs' || tab === 'buffer';
  return (
    <Toolbar role="search" aria-label="What the figures are of" sx={{ alignItems: 'flex-start', gap: 3, py: 3 }}>
      {ofTeam && (
        <Pick
          label="Team"
          all={teams}
          value={team?.id ?? ''}
          onPick={(id) => onSearch({ team: id, types: undefined, rows: undefined })}
        />
      )}
      {tab === 'cadence' && (
        <Pick
          label="Releases that are to fit"
          all={trains}
          value={trains.some(({ id }) => id === search.train) ? (search.train ?? '') : ''}
          none="None"
          onPick={(id) => onSearch({ train: id === '' ? undefined : id, release: undefined })}
        />
      )}
      {ofTrain && <TrainPicks {...props} />}
      {(ofTeam || tab === 'cut-offs') && <WeeksField search={search} onSearch={onSearch} />}
      {(tab === 'forecast' || tab === 'cadence') && (
        <NumberField
          label="Seed"
          value={search.seed ?? DEFAULTS.seed}
          least={0}
          most={4_294_967_295}
          width={96}
          onChange={(seed) => onSearch({ seed })}
        />
      )}
      {ofTeam && team !== null && <TypesField team={team} search={search} onSearch={onSearch} />}
      <Box sx={{ flex: 1 }} />
      <FormControlLabel
        sx={{ pt: '20px', mr: 0 }}
        control={
          <Switch
            checked={search.table ?? false}
            onChange={(_event, on) => onSearch({ table: on ? true : undefined })}
          />
        }
        label="As tables"
      />
    </Toolbar>
  );
}

function NoTeams() {
  return (
    <EmptyState
      icon={<SpeedRounded />}
      title="No teams yet"
      actions={
        <RouterButton to="/catalogue" variant="contained">
          Add a team
        </RouterButton>
      }
    >
      Capacity is worked out from what a team finished: when so many items will be done, how many by a day, which
      cadence it can keep. Add a team and link the projects whose finished work items are its own.
    </EmptyState>
  );
}

function NoTrains() {
  return (
    <EmptyState
      icon={<SpeedRounded />}
      title="No release to look at"
      actions={
        <RouterButton to="/trains" variant="contained">
          Open the trains
        </RouterButton>
      }
    >
      Cut-offs, buffers and the size of trains are worked out for a release. Make a train and its releases first.
    </EmptyState>
  );
}

function View(props: ViewProps) {
  const { tab, team, train, release, people, search, onSearch, onType } = props;
  switch (tab) {
    case 'throughput':
      return team === null ? (
        <NoTeams />
      ) : (
        <ThroughputTab team={team} search={search} onSearch={onSearch} onType={onType} />
      );
    case 'forecast':
      return team === null ? (
        <NoTeams />
      ) : (
        <ForecastTab
          key={team.id}
          team={team}
          release={release}
          picks={<TrainPicks {...props} />}
          search={search}
          onSearch={onSearch}
          onType={onType}
        />
      );
    case 'cadence':
      return team === null ? (
        <NoTeams />
      ) : (
        <CadenceTab
          key={team.id}
          team={team}
          train={namedTrain(props)}
          search={search}
          onSearch={onSearch}
          onType={onType}
        />
      );
    case 'size':
      return release === null ? (
        <NoTrains />
      ) : (
        <SizeTab key={release.id} release={release} search={search} onSearch={onSearch} />
      );
    case 'cut-offs':
      return train === null || release === null ? (
        <NoTrains />
      ) : (
        <CutOffsTab
          key={release.id}
          train={train}
          people={people.filter(({ teamId }) => teamId !== null && train.teams.includes(teamId))}
          release={release}
          search={search}
          onSearch={onSearch}
        />
      );
    case 'buffer':
      return train === null ? <NoTrains /> : <BufferTab train={train} release={release} search={search} />;
  }
}

/** The items behind a figure, of the team or of the train that the tab is about. */
function Rows({ tab, team, train, search, onSearch }: ViewProps) {
  const asked = rowsOf(search.rows);
  const close = () => onSearch({ rows: undefined });
  if (asked === null) return null;
  if (tab === 'cut-offs') {
    if (train === null) return null;
    const { id, name, zone } = train;
    return (
      <RowsPanel of={{ kind: 'train', id }} owner={name} zone={zone} asked={asked} types={undefined} onClose={close} />
    );
  }
  if (team === null) return null;
  const { id, name, zone } = team;
  return (
    <RowsPanel of={{ kind: 'team', id }} owner={name} zone={zone} asked={asked} types={search.types} onClose={close} />
  );
}

/** What teams and trains can carry, and how sure that is. */
export function CapacityPage({ search }: { search: CapacitySearch }) {
  const navigate = useNavigate({ from: '/capacity' });
  const now = useNow();
  const readOnly = useReadOnly();
  const [typing, setTyping] = useState(false);
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const summaries = answerOf(useQuery(trainsQuery()));
  const teams = 'data' in catalogue ? catalogue.data.teams : [];
  const trains = listOf(summaries)
    .filter(({ train }) => !train.archived)
    .map(({ train }) => train);
  const train = namedOrFirst(trains, search.train);
  const ofTrain = answerOf(useQuery({ ...releasesQuery(train?.id ?? ('' as Train['id'])), enabled: train !== null }));
  const releases = listOf(ofTrain);
  const release = train === null ? null : namedOrNext(releases, search.release, dayIn(now, train.zone));
  const tab = search.tab ?? 'throughput';
  const waits =
    catalogue.kind === 'loading' || summaries.kind === 'loading' || (train !== null && ofTrain.kind === 'loading');
  const onSearch: OnSearch = (changes) =>
    void navigate({ search: (kept: CapacitySearch) => ({ ...kept, ...changes }), replace: true });
  const show = (value: CapacityTab) => onSearch({ tab: value === 'throughput' ? undefined : value, rows: undefined });

  const team = chosenTeam(teams, search.team);
  const onType = readOnly || team === null ? undefined : () => setTyping(true);

  useActions([
    ...tabs.map(({ value, label }, at) => ({
      name: `capacity.${value}`,
      label: `Capacity: ${label}`,
      group: 'View' as const,
      keys: String(at + 1),
      run: () => show(value),
    })),
    {
      name: 'capacity.tables',
      label: search.table ? 'Capacity as pictures' : 'Capacity as tables',
      group: 'View',
      keys: 't',
      run: () => onSearch({ table: search.table ? undefined : true }),
    },
    ...(onType === undefined
      ? []
      : [{ name: 'capacity.type', label: 'Type what the team finishes', group: 'View' as const, run: onType }]),
  ]);

  const { label, of } = tabs.find(({ value }) => value === tab) ?? tabs[0];
  const owner = of === 'team' ? [team?.name] : [train?.name, release?.name];
  useSheetFacts({
    about: [label, ...owner.filter((name) => name !== undefined), `${search.weeks ?? DEFAULTS.weeks} weeks of history`],
    filters: search.types === undefined ? [] : [`Only ${search.types.join(', ')}`],
    legend: null,
  });

  const view: ViewProps = {
    tab,
    team,
    train,
    release,
    teams,
    people: 'data' in catalogue ? catalogue.data.people : [],
    trains,
    releases,
    search,
    onSearch,
    onType,
  };
  return (
    <Page>
      <PageHeader
        title="Capacity"
        description="What teams and trains can carry, forecast from what they finished. Every figure says what it was drawn from."
      />
      <PageBody fill>
        <Box sx={{ px: 4, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
          <Tabs value={tab} onChange={(_, next: CapacityTab) => show(next)} aria-label="Questions of capacity">
            {tabs.map(({ value, label }) => (
              <Tab key={value} value={value} label={label} />
            ))}
          </Tabs>
        </Box>
        <Sources {...view} />
        <AnswerTrouble answer={catalogue} />
        <AnswerTrouble answer={summaries} />
        <AnswerTrouble answer={train === null ? summaries : ofTrain} />
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 4, scrollbarGutter: 'stable' }}>
            {waits ? <BlockSkeleton height={360} /> : <View {...view} />}
          </Box>
          <Rows {...view} />
        </Box>
      </PageBody>
      {typing && team !== null && <TypedDialog team={team} onClose={() => setTyping(false)} />}
    </Page>
  );
}
