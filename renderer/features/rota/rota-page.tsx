import AutorenewRounded from '@mui/icons-material/AutorenewRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Day } from '../../../shared/model/time.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { client } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn, formatCount, formatDay } from '../../lib/format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { notify } from '../../lib/toasts.ts';
import { useAttempt } from '../../lib/use-attempt.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { TrainFilter } from '../../ui/train-filter.tsx';
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx';
import { catalogueQuery, rosterQuery, trainsQuery } from './queries.ts';
import { RosterPanel } from './roster-panel.tsx';
import { type RuleField, RulesDialog } from './rules-dialog.tsx';
import type { RotaSearch } from './search.ts';
import { termsOf } from './terms.ts';
import { useEdits } from './use-edits.ts';

function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: Day) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      type="date"
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value);
        const read = Day.safeParse(event.target.value);
        if (read.success) onChange(read.data);
      }}
      onBlur={() => setTyped(null)}
      slotProps={{ htmlInput: { 'aria-label': label } }}
      sx={{ width: 150 }}
    />
  );
}

function NobodyYet({ readOnly }: { readOnly: boolean }) {
  return (
    <EmptyState
      icon={<AutorenewRounded />}
      title="Nobody takes turns yet"
      actions={
        <RouterButton to="/catalogue" search={{ tab: 'people' }} variant="contained" disabled={readOnly}>
          Add people
        </RouterButton>
      }
    >
      The rota shares out who leads each release and who learns beside them: fairly, around absences, working hours and
      skills, with a rest in between. Add the people who take turns, and say which of them lead.
    </EmptyState>
  );
}

function NoReleases() {
  return (
    <EmptyState
      icon={<AutorenewRounded />}
      title="No release to staff in these days"
      actions={
        <RouterButton to="/trains" variant="contained">
          Open the trains
        </RouterButton>
      }
    >
      Choose other days or trains, or generate releases on a train’s page.
    </EmptyState>
  );
}

/** Who leads which release: a fair proposal that people change and settle. */
export function RotaPage({ search }: { search: RotaSearch }) {
  const navigate = useNavigate({ from: '/rota' });
  const readOnly = useReadOnly();
  const zone = useOwnZone();
  const today = dayIn(useNow(), zone);
  const [ruling, setRuling] = useState<{ readonly at?: RuleField } | null>(null);
  const trains = answerOf(useQuery(trainsQuery()));
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const running = listOf(trains)
    .map(({ train }) => train)
    .filter(({ archived }) => !archived);
  const chosenTrains = running.filter(({ id }) => search.trains === undefined || search.trains.includes(id));
  const from = search.from ?? today;
  const edits = useEdits();
  const query = useQuery(
    rosterQuery({ search, trainIds: chosenTrains.map(({ id }) => id), from, to: search.to, chosen: edits.fixed }),
  );
  const roster = answerOf(query);
  const onSearch = (changes: Partial<RotaSearch>) =>
    void navigate({ search: (kept: RotaSearch) => ({ ...kept, ...changes }), replace: true });
  const terms = termsOf(search);
  const people = 'data' in catalogue ? catalogue.data.people : null;
  const nobody = people !== null && people.every(({ leads }) => leads === 'no');
  const to = search.to ?? ('data' in roster ? roster.data.to : null);
  const nothing = (search.to !== undefined && from > search.to) || ('data' in trains && chosenTrains.length === 0);
  const another = () => onSearch({ seed: terms.seed + 1 });
  const around = () => edits.fix();
  const canFill = !readOnly && 'data' in roster;

  const canSave = 'data' in roster && roster.data.releases.length > 0 && to !== null;
  const attempt = useAttempt();
  const saveDuties = () =>
    attempt(async () => {
      const days = { from, to: to ?? from };
      const duties = { departures: false, milestones: false, rules: false, duties: true };
      const { text, entries } = await client.exchange.calendar({ ...days, ...duties, trainIds: search.trains ?? null });
      if (entries === 0) {
        notify.done('Nobody has a part in these releases yet: settle the rota first');
        return;
      }
      saveFile({ name: `Rota ${days.from} to ${days.to}.ics`, type: 'text/calendar;charset=utf-8', content: text });
      notify.done(`Wrote ${formatCount(entries, 'duty', 'duties')} into a calendar file`);
    });

  useSheetFacts({
    about: [to === null ? `From ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(to)}`],
    filters: search.trains === undefined ? [] : [`Only trains: ${chosenTrains.map(({ name }) => name).join(', ')}`],
    legend: null,
  });

  useActions([
    { name: 'rota.rules', label: 'Change the rules of the rota', group: 'Edit', run: () => setRuling({}) },
    { name: 'rota.another', label: 'Propose another rota', group: 'Edit', enabled: canFill, run: another },
    {
      name: 'rota.calendar',
      label: 'Save the settled duties as a calendar file',
      group: 'Edit',
      enabled: canSave,
      run: saveDuties,
    },
    {
      name: 'rota.around',
      label: 'Fill the rest of the rota around what was chosen',
      group: 'Edit',
      enabled: canFill && edits.map.size > 0,
      run: around,
    },
  ]);

  return (
    <Page>
      <PageHeader
        title="Rota"
        description="Who leads each release and who learns beside them: a proposal that you change and settle."
      />
      <PageBody fill>
        <Toolbar>
          <TrainFilter
            label="Trains to staff"
            trains={running}
            chosen={search.trains}
            onChange={(ids) => onSearch({ trains: ids && [...ids] })}
          />
          <DayField label="First day" value={from} onChange={(day) => onSearch({ from: day })} />
          <span aria-hidden>–</span>
          <DayField label="Last day" value={to ?? ''} onChange={(day) => onSearch({ to: day })} />
          <Button variant="outlined" onClick={() => setRuling({})}>
            Rules
          </Button>
          <Button disabled={!canFill} onClick={another} title="Another roster that is as good">
            Propose another
          </Button>
          <Button disabled={!canSave} onClick={saveDuties} title="What is settled, as a calendar file (.ics)">
            Save as calendar
          </Button>
          {edits.map.size > 0 && (
            <>
              <Button disabled={!canFill} onClick={around}>
                Fill the rest around it
              </Button>
              <Button onClick={edits.clear}>Forget my choices</Button>
            </>
          )}
        </Toolbar>
        <Box sx={{ height: 4 }} aria-live="polite">
          {query.isFetching && <LinearProgress aria-label="A rota is being made" />}
        </Box>
        <AnswerTrouble answer={trains} />
        <AnswerTrouble answer={catalogue} />
        {!nobody && !nothing && <AnswerTrouble answer={roster} />}
        {nobody && <NobodyYet readOnly={readOnly} />}
        {!nobody && nothing && <NoReleases />}
        {!nobody && !nothing && roster.kind === 'loading' && <RowSkeletons rows={10} />}
        {!nobody && !nothing && 'data' in roster && 'data' in catalogue && (
          <>
            {roster.data.releases.length === 0 ? (
              <NoReleases />
            ) : (
              <RosterPanel
                roster={roster.data}
                catalogue={catalogue.data}
                edits={edits}
                skills={search.skills ?? []}
                isOld={query.isPlaceholderData}
                readOnly={readOnly}
                onRule={(at) => setRuling({ at })}
              />
            )}
          </>
        )}
      </PageBody>
      {/* A place that was left open is nothing that could be settled. */}
      <UnsavedGuard dirty={[...edits.map.values()].some((person) => person !== null)} />
      {ruling !== null && (
        <RulesDialog
          at={ruling.at}
          terms={terms}
          skills={search.skills ?? []}
          known={[...new Set((people ?? []).flatMap(({ skills }) => skills))].toSorted()}
          onClose={() => setRuling(null)}
          onDone={(changes) => {
            setRuling(null);
            onSearch(changes);
          }}
        />
      )}
    </Page>
  );
}
