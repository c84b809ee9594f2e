import { useRouterState } from '@tanstack/react-router';
import type { TableContent } from '../../shared/model/imported-things.ts';
import { useActions } from '../lib/actions.ts';
import { client } from '../lib/client.ts';
import { toFailure } from '../lib/failures.ts';
import { formatCount } from '../lib/format.ts';
import { saveFile } from '../lib/save-file.ts';
import { notify } from '../lib/toasts.ts';

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

async function save(of: TableContent): Promise<void> {
  try {
    const { text, rows, leftOut } = await client.exchange.table({ of });
    saveFile({ name: `${NAMES[of]}.csv`, type: 'text/csv;charset=utf-8', content: text });
    const why = 'a table holds single times in one zone, and no tiers or tenants';
    const left = leftOut === 0 ? '' : `. ${formatCount(leftOut, 'rule')} left out: ${why}`;
    notify.done(`Wrote ${formatCount(rows, 'row')} into a table${left}`);
  } catch (error) {
    notify.failed(toFailure(error));
  }
}

/** Saves what a page shows as a table that spreadsheets open, and that **Import** reads again. */
export function TableActions() {
  const page = useRouterState({ select: ({ location }) => location.pathname.split('/')[1] ?? '' });
  useActions(
    (TABLES[page] ?? []).map((of) => ({
      name: `view.csv.${of}`,
      label: `Save ${NAMES[of]} as CSV`,
      group: 'View' as const,
      words: 'export spreadsheet excel table file',
      run: () => void save(of),
    })),
  );
  return null;
}
