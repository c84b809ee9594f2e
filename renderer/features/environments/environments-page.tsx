import AddRounded from '@mui/icons-material/AddRounded';
import DnsOutlined from '@mui/icons-material/DnsOutlined';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Booking } from '../../../shared/model/environment.ts';
import type { EnvironmentId } from '../../../shared/model/ids.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { dayIn } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { BookingDialog } from './booking-dialog.tsx';
import type { BookingSeed } from './booking-draft.ts';
import { BookingsView } from './bookings-view.tsx';
import { EnvironmentDialog } from './environment-dialog.tsx';
import { environmentsQuery } from './queries.ts';
import { rangeShowing } from './range.ts';
import { RolloutsView } from './rollouts-view.tsx';
import type { EnvironmentSearch } from './search.ts';

type View = NonNullable<EnvironmentSearch['view']>;

type Dialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly id: EnvironmentId }
  | { readonly kind: 'book'; readonly seed: BookingSeed }
  | { readonly kind: 'change'; readonly booking: Booking };

function Nothing({ readOnly, onAdd }: { readOnly: boolean; onAdd: () => void }) {
  return (
    <EmptyState
      icon={<DnsOutlined />}
      title="See who needs which environment when"
      actions={
        <Button variant="contained" startIcon={<AddRounded />} disabled={readOnly} onClick={onAdd}>
          Add the first environment
        </Button>
      }
    >
      An environment is a place where software runs and that releases share: a test system, UAT, pre-production. Add
      each of them once, then book them for releases. Clashes show before they cost a day, with who comes first and what
      would mend them.
    </EmptyState>
  );
}

/** The environments: who has which of them when, who waits, and what would help. */
export function EnvironmentsPage({ search }: { search: EnvironmentSearch }) {
  const navigate = useNavigate({ from: '/environments' });
  const list = answerOf(useQuery(environmentsQuery()));
  const environments = listOf(list);
  const readOnly = useReadOnly();
  const now = useNow();
  const { workspace } = useZones();
  const [dialog, setDialog] = useState<Dialog>({ kind: 'none' });
  const view = search.view ?? 'bookings';
  const close = () => setDialog({ kind: 'none' });
  // A form that is open keeps what was typed into it.
  const open = (next: Dialog) => setDialog((known) => (known.kind === 'none' ? next : known));
  const onSearch = (changes: Partial<EnvironmentSearch>) =>
    void navigate({ search: (kept: EnvironmentSearch) => ({ ...kept, ...changes }) });
  const add = () => open({ kind: 'add' });
  const book = (seed: BookingSeed) => open({ kind: 'book', seed });
  const canBook = !readOnly && environments.some(({ archived }) => !archived);
  const edited = dialog.kind === 'edit' ? environments.find(({ id }) => id === dialog.id) : undefined;
  // An open panel's environment is what is most likely meant.
  const meant = environments.find(({ id, archived }) => id === search.id && !archived)?.id;
  const bookMeant = () => book(meant === undefined ? {} : { environmentId: meant });

  useActions([
    {
      name: 'environment.add',
      label: 'Add an environment',
      group: 'Environments',
      keys: 'n e',
      words: 'staging uat test system',
      enabled: !readOnly,
      run: add,
    },
    {
      name: 'environment.book',
      label: 'Book an environment',
      group: 'Environments',
      keys: 'n r',
      words: 'booking reserve',
      enabled: canBook,
      run: bookMeant,
    },
    {
      name: 'environments.bookings',
      label: 'Show the bookings',
      group: 'Environments',
      keys: 'v b',
      run: () => onSearch({ view: 'bookings' }),
    },
    {
      name: 'environments.rollouts',
      label: 'Plan rollouts',
      group: 'Environments',
      keys: 'v r',
      words: 'blue-green canary surge capacity',
      run: () => onSearch({ view: 'rollouts' }),
    },
  ]);

  return (
    <Page>
      <PageHeader
        title="Environments"
        description="Who has which environment when, who waits for it, and what would help."
        actions={
          <>
            <Button variant="outlined" startIcon={<AddRounded />} disabled={readOnly} onClick={add}>
              Add environment
            </Button>
            <Button variant="contained" startIcon={<EventAvailableOutlined />} disabled={!canBook} onClick={bookMeant}>
              Book
            </Button>
          </>
        }
      />
      <PageBody fill>
        <AnswerTrouble answer={list} />
        {list.kind === 'loading' && (
          <Box sx={{ p: 6 }}>
            <BlockSkeleton height={240} />
          </Box>
        )}
        {list.kind === 'empty' && <Nothing readOnly={readOnly} onAdd={add} />}
        {list.kind === 'here' && (
          <Box sx={{ px: 6, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
            <Tabs
              value={view}
              onChange={(_, next: View) => onSearch({ view: next })}
              aria-label="What is shown of the environments"
            >
              <Tab value="bookings" label="Bookings" />
              <Tab value="rollouts" label="Rollouts" />
            </Tabs>
          </Box>
        )}
        {list.kind === 'here' && view === 'rollouts' && (
          <RolloutsView
            environments={environments}
            kept={search.plan}
            meant={environments.find(({ id }) => id === search.id)}
            readOnly={readOnly}
            onKeep={(plan) =>
              void navigate({ search: (kept: EnvironmentSearch) => ({ ...kept, plan }), replace: true })
            }
            onReserve={book}
          />
        )}
        {list.kind === 'here' && view === 'bookings' && (
          <BookingsView
            environments={environments}
            search={search}
            readOnly={readOnly}
            onSearch={onSearch}
            onBook={book}
            onEdit={(id) => open({ kind: 'edit', id })}
            onChange={(booking) => open({ kind: 'change', booking })}
          />
        )}
      </PageBody>
      {(dialog.kind === 'add' || edited !== undefined) && (
        <EnvironmentDialog
          environment={edited ?? null}
          environments={environments}
          onDone={(id) => {
            close();
            onSearch({ id, booking: undefined });
          }}
          onClose={close}
        />
      )}
      {(dialog.kind === 'book' || dialog.kind === 'change') && (
        <BookingDialog
          booking={dialog.kind === 'change' ? dialog.booking : null}
          seed={dialog.kind === 'book' ? dialog.seed : undefined}
          environments={environments}
          onDone={(booking, day) => {
            close();
            // A reservation shows in the picture of the rollouts themselves.
            if (view === 'bookings') onSearch({ booking, ...rangeShowing(search, day, dayIn(now, workspace)) });
          }}
          onClose={close}
        />
      )}
    </Page>
  );
}
