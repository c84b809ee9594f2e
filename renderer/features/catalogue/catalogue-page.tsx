import AddRounded from '@mui/icons-material/AddRounded';
import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { TeamId } from '../../../shared/model/ids.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble, AnswerView } from '../../ui/answer-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { AwayTab } from './away-tab.tsx';
import { CatalogueDialogs, type OpenDialog } from './catalogue-dialogs.tsx';
import { PeopleTab } from './people-tab.tsx';
import { PersonPanel } from './person-panel.tsx';
import { catalogueQuery, trainsQuery } from './queries.ts';
import type { CatalogueSearch, CatalogueTab } from './search.ts';
import { ServicePanel } from './service-panel.tsx';
import { ServicesTab } from './services-tab.tsx';
import { TeamPanel } from './team-panel.tsx';
import { TeamsTab } from './teams-tab.tsx';
import { trainsNaming } from './view-model.ts';
import { shareOf } from './year-strip.ts';

const adding = {
  services: { kind: 'service', label: 'Add service' },
  teams: { kind: 'team', label: 'Add team' },
  people: { kind: 'person', label: 'Add person' },
  away: { kind: 'absence', label: 'Add absence' },
} as const;

function newOf(tab: CatalogueTab): OpenDialog {
  const { kind } = adding[tab];
  if (kind === 'absence') return { kind, absence: null, personId: null };
  return { kind, id: null };
}

interface ContentProps {
  readonly catalogue: Catalogue;
  readonly search: CatalogueSearch;
  readonly readOnly: boolean;
  readonly onDialog: (dialog: OpenDialog) => void;
  readonly onSearch: (changes: Partial<CatalogueSearch>) => void;
}

function Content({ catalogue, search, readOnly, onDialog, onSearch }: ContentProps) {
  const now = useNow();
  const zone = useOwnZone();
  const today = dayIn(now, zone);
  const trains = answerOf(useQuery(trainsQuery()));
  const { tab = 'services', id, text } = search;
  const onOpen = (next: string) => onSearch({ id: next });
  const onClose = () => onSearch({ id: undefined });
  const shared = { catalogue, text, today, readOnly, onOpen, onAdd: () => onDialog(newOf(tab)) };
  const service = tab === 'services' ? catalogue.services.find((one) => one.id === id) : undefined;
  const team = tab === 'teams' ? catalogue.teams.find((one) => one.id === id) : undefined;
  const person = tab === 'people' ? catalogue.people.find((one) => one.id === id) : undefined;
  return (
    <>
      <AnswerTrouble answer={trains} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', '& > :first-of-type': { minWidth: 0 } }}>
        <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          {tab === 'services' && (
            <ServicesTab {...shared} chosen={service?.id ?? null} onAddTeam={() => onDialog(newOf('teams'))} />
          )}
          {tab === 'teams' && <TeamsTab {...shared} chosen={team?.id ?? null} />}
          {tab === 'people' && <PeopleTab {...shared} chosen={person?.id ?? null} />}
          {tab === 'away' && (
            <AwayTab
              catalogue={catalogue}
              year={search.year ?? Number(today.slice(0, 4))}
              text={text}
              asList={search.list ?? false}
              today={today}
              readOnly={readOnly}
              onAdd={(personId) => onDialog({ kind: 'absence', absence: null, personId })}
              onAddPerson={() => onDialog({ kind: 'person', id: null })}
              onChange={(absence) => onDialog({ kind: 'absence', absence, personId: null })}
            />
          )}
        </Box>
        {service !== undefined && (
          <ServicePanel
            key={service.id}
            service={service}
            catalogue={catalogue}
            trains={trainsNaming(listOf(trains), service.id)}
            readOnly={readOnly}
            onOpen={onOpen}
            onEdit={() => onDialog({ kind: 'service', id: service.id })}
            onClose={onClose}
          />
        )}
        {team !== undefined && (
          <TeamPanel
            key={team.id}
            team={team}
            catalogue={catalogue}
            trains={trainsNaming(listOf(trains), team.id)}
            today={today}
            readOnly={readOnly}
            onOpenPerson={(one) => onSearch({ tab: 'people', id: one, text: undefined })}
            onOpenService={(one) => onSearch({ tab: 'services', id: one, text: undefined })}
            onEdit={() => onDialog({ kind: 'team', id: team.id })}
            onAddPerson={() => onDialog({ kind: 'person', id: null, teamId: team.id })}
            onClose={onClose}
          />
        )}
        {person !== undefined && (
          <PersonPanel
            key={person.id}
            person={person}
            catalogue={catalogue}
            today={today}
            readOnly={readOnly}
            onOpenTeam={(one) => onSearch({ tab: 'teams', id: one, text: undefined })}
            onAbsence={(absence) => onDialog({ kind: 'absence', absence, personId: person.id })}
            onEdit={() => onDialog({ kind: 'person', id: person.id })}
            onClose={onClose}
          />
        )}
      </Box>
    </>
  );
}

function YearChoice({ year, asList, onSearch }: { year: number; asList: boolean; onSearch: ContentProps['onSearch'] }) {
  return (
    <>
      <IconButton aria-label="The year before" onClick={() => onSearch({ year: year - 1 })}>
        <ChevronLeftRounded />
      </IconButton>
      <Box component="span" aria-live="polite" sx={{ fontWeight: 560, fontVariantNumeric: 'tabular-nums' }}>
        {year}
      </Box>
      <IconButton aria-label="The year after" onClick={() => onSearch({ year: year + 1 })}>
        <ChevronRightRounded />
      </IconButton>
      <ToggleButtonGroup
        exclusive
        aria-label="Shown as"
        value={asList ? 'list' : 'year'}
        onChange={(_event, next: string | null) => next !== null && onSearch({ list: next === 'list' || undefined })}
      >
        <ToggleButton value="year">Year</ToggleButton>
        <ToggleButton value="list">List</ToggleButton>
      </ToggleButtonGroup>
    </>
  );
}

/** What is released, and who has a part in it: services, teams, people, and who is away. */
export function CataloguePage({ search }: { search: CatalogueSearch }) {
  const navigate = useNavigate({ from: '/catalogue' });
  const readOnly = useReadOnly();
  const answer = answerOf(useQuery(catalogueQuery()));
  const searchRef = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [lastTeam, setLastTeam] = useState<TeamId | null>(null);
  const zone = useOwnZone();
  const thisYear = Number(dayIn(useNow(), zone).slice(0, 4));
  const { tab = 'services' } = search;
  const onSearch = (changes: Partial<CatalogueSearch>) =>
    void navigate({ search: (kept: CatalogueSearch) => ({ ...kept, ...changes }), replace: true });
  const show = (next: CatalogueTab) => onSearch({ tab: next, id: undefined, text: undefined });
  // A form that is open keeps what was typed into it.
  const open = (next: OpenDialog) => setDialog((kept) => kept ?? next);
  const enabled = !readOnly && 'data' in answer;
  const count = 'data' in answer ? answer.data : null;

  useActions([
    {
      name: 'list.search',
      label: 'Find in this list',
      group: 'View',
      keys: '/',
      run: () => searchRef.current?.focus(),
    },
    {
      name: 'catalogue.addService',
      label: 'Add a service',
      group: 'Edit',
      keys: 'n v',
      enabled,
      run: () => open(newOf('services')),
    },
    {
      name: 'catalogue.addTeam',
      label: 'Add a team',
      group: 'Edit',
      keys: 'n m',
      enabled,
      run: () => open(newOf('teams')),
    },
    {
      name: 'catalogue.addPerson',
      label: 'Add a person',
      group: 'Edit',
      keys: 'n p',
      enabled,
      run: () => open(newOf('people')),
    },
    {
      name: 'catalogue.addAbsence',
      label: 'Say who is away',
      group: 'Edit',
      keys: 'n a',
      words: 'absence holiday',
      enabled,
      run: () => open(newOf('away')),
    },
    { name: 'catalogue.services', label: 'Show the services', group: 'View', run: () => show('services') },
    { name: 'catalogue.teams', label: 'Show the teams', group: 'View', run: () => show('teams') },
    { name: 'catalogue.people', label: 'Show the people', group: 'View', run: () => show('people') },
    {
      name: 'catalogue.away',
      label: 'Show who is away',
      group: 'View',
      words: 'absences holidays',
      run: () => show('away'),
    },
  ]);

  return (
    <Page>
      <PageHeader
        title="Services and teams"
        description="What is released and what it stands on; who works on it, and when they are there."
        actions={
          <Button
            variant="contained"
            startIcon={<AddRounded />}
            disabled={!enabled}
            title={readOnly ? 'This workspace can only be looked at.' : undefined}
            onClick={() => open(newOf(tab))}
          >
            {adding[tab].label}
          </Button>
        }
      />
      <PageBody fill>
        <Toolbar sx={{ py: 0 }}>
          <Tabs value={tab} onChange={(_event, next: CatalogueTab) => show(next)} aria-label="What is shown">
            <Tab value="services" label={`Services ${count?.services.length ?? ''}`} />
            <Tab value="teams" label={`Teams ${count?.teams.length ?? ''}`} />
            <Tab value="people" label={`People ${count?.people.length ?? ''}`} />
            <Tab value="away" label="Away" />
          </Tabs>
          <Box sx={{ flex: 1 }} />
          {tab === 'away' && (
            <YearChoice year={search.year ?? thisYear} asList={search.list ?? false} onSearch={onSearch} />
          )}
          <SearchField
            inputRef={searchRef}
            label="Find in this list"
            value={search.text ?? ''}
            onChange={(text) => onSearch({ text: text === '' ? undefined : text })}
            width={200}
          />
        </Toolbar>
        <AnswerView answer={answer} loading={<RowSkeletons rows={10} />} padding={4}>
          {(catalogue) => (
            <Content catalogue={catalogue} search={search} readOnly={readOnly} onDialog={open} onSearch={onSearch} />
          )}
        </AnswerView>
      </PageBody>
      {dialog !== null && 'data' in answer && (
        <CatalogueDialogs
          dialog={dialog}
          catalogue={answer.data}
          teamId={lastTeam}
          onTeam={setLastTeam}
          onClose={() => setDialog(null)}
          onAway={(absence) => {
            setDialog(null);
            // What was just said is to be seen.
            const shown = search.year ?? thisYear;
            if (shareOf(absence, shown) === null) onSearch({ year: Number(absence.firstDay.slice(0, 4)) });
          }}
          onDone={(next, id) => {
            setDialog(null);
            onSearch({ tab: next, id, text: undefined });
          }}
        />
      )}
    </Page>
  );
}
