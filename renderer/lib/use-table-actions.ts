import { type Action, useActionList, useActions } from './actions.ts';
import { toFailure } from './failures.ts';
import { formatCount } from './format.ts';
import { saveFile } from './save-file.ts';
import { notify } from './toasts.ts';

/** A table that a page can save. */
export interface SavedTable {
  readonly of: string;
  /** What its rows are called; the file is named so too. */
  readonly name: string;
  readonly ask: () => Promise<{ readonly text: string; readonly rows: number; readonly leftOut?: number }>;
}

const PREFIX = 'view.csv.';

async function save({ name, ask }: SavedTable): Promise<void> {
  try {
    const { text, rows, leftOut = 0 } = await ask();
    saveFile({ name: `${name}.csv`, type: 'text/csv;charset=utf-8', content: text });
    const why = 'a table holds single times in one zone, and no tiers or tenants';
    const left = leftOut === 0 ? '' : `. ${formatCount(leftOut, 'rule')} left out: ${why}`;
    notify.done(`Wrote ${formatCount(rows, 'row')} into a table${left}`);
  } catch (error) {
    notify.failed(toFailure(error));
  }
}

/** Lets what a page shows be saved as tables that spreadsheets open. */
export function useTableActions(tables: readonly SavedTable[]): void {
  useActions(
    tables.map((table) => ({
      name: `${PREFIX}${table.of}`,
      label: `Save ${table.name} as CSV`,
      group: 'View' as const,
      words: 'export spreadsheet excel table file',
      run: () => void save(table),
    })),
  );
}

/** The actions that save tables of the page that is shown. */
export function useTablesToSave(): readonly Action[] {
  return useActionList().filter(({ name }) => name.startsWith(PREFIX));
}
