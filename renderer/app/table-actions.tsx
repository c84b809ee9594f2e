import { useRouterState } from '@tanstack/react-router';
import type { TableContent } from '../../shared/model/imported-things.ts';
import { client } from '../lib/client.ts';
import { useTableActions } from '../lib/use-table-actions.ts';

const NAMES: Readonly<Record<TableContent, string>> = {
  release: 'releases',
  team: 'teams',
  person: 'people',
  service: 'services',
  environment: 'environments',
  booking: 'bookings',
  'schedule-rule': 'windows and freezes',
};

/** The tables of what a page shows, by the first part of its address. */
const TABLES: Readonly<Record<string, readonly TableContent[]>> = {
  calendar: ['release'],
  trains: ['release'],
  catalogue: ['service', 'team', 'person'],
  environments: ['environment', 'booking'],
  windows: ['schedule-rule'],
};

/** Saves what a page shows as a table that spreadsheets open, and that **Import** reads again. */
export function TableActions() {
  const page = useRouterState({ select: ({ location }) => location.pathname.split('/')[1] ?? '' });
  useTableActions(
    (TABLES[page] ?? []).map((of) => ({ of, name: NAMES[of], ask: () => client.exchange.table({ of }) })),
  );
  return null;
}
