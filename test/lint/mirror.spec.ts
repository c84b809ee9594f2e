import { describe, expect, it } from 'vitest';
import { findOrphanSpecs, findUnmirrored, holdsOnlyTypes } from './rules/mirror.ts';
import { readProjectFiles } from './rules/source-files.ts';

/** Sources without a spec of their own, each with the reason; a folder ends with a slash. */
const EXEMPT: Readonly<Record<string, string>> = {
  'electron/core/db/decision-tables.ts': 'a table of names; table.spec.ts compares it with the store',
  'electron/core/db/fact-tables.ts': 'a table of names; table.spec.ts compares it with the store',
  'electron/core/db/journal-index.ts':
    'written and compared together; services/audit.spec.ts and journal.spec.ts go through it',
  'electron/core/db/migrations/': 'scripts; migrate.spec.ts and table.spec.ts run them all',
  'electron/core/branches/': 'what stands behind branches; services/branches.spec.ts goes through it',
  'electron/core/serve-calls.ts': 'names a branch or the plan; services/branches.spec.ts calls both through it',
  'electron/core/db/repositories/branch-origin.ts': 'two statements; services/branches.spec.ts goes through them',
  'electron/core/db/repositories/journal-since.ts': 'queries; services/branches.spec.ts asks them through the contract',
  'electron/core/db/repositories/catalogue.ts': 'queries; services/catalogue.spec.ts asks them through the contract',
  'electron/core/db/repositories/environments.ts':
    'queries; services/environments.spec.ts asks them through the contract',
  'electron/core/db/repositories/schedule-rules.ts':
    'queries; services/schedule-rules.spec.ts asks them through the contract',
  'electron/core/db/repositories/connections.ts':
    'queries; services/connections.spec.ts asks them through the contract',
  'electron/core/db/repositories/deliveries.ts': 'queries; services/work-items.spec.ts asks them through the contract',
  'electron/core/db/repositories/facts.ts': 'queries; services/work-items.spec.ts asks them through the contract',
  'electron/core/db/repositories/imported.ts': 'a query; services/plan-import.spec.ts asks it through the contract',
  'electron/core/db/repositories/journal-list.ts': 'queries; services/journal.spec.ts asks them through the contract',
  'electron/core/db/repositories/milestones.ts': 'queries; services/releases.spec.ts asks them through the contract',
  'electron/core/db/repositories/relations.ts': 'queries; services/journal.spec.ts asks them through undo',
  'electron/core/db/repositories/planning.ts': 'queries; services/conflicts.spec.ts asks them through the contract',
  'electron/core/db/repositories/plan-history.ts': 'queries; services/adherence.spec.ts asks them through the contract',
  'electron/core/db/repositories/twins.ts': 'queries; services/branch-merge.spec.ts asks them through the contract',
  'electron/core/db/repositories/throughput.ts': 'queries; services/capacity.spec.ts asks them through the contract',
  'electron/core/db/repositories/releases.ts': 'queries; services/calendar.spec.ts asks them through the contract',
  'electron/core/db/repositories/scope-items.ts': 'queries; services/scope.spec.ts asks them through the contract',
  'electron/core/db/repositories/sync-runs.ts':
    'queries; integration/cli-connect.spec.ts asks them through the contract',
  'electron/core/db/repositories/today.ts': 'queries; services/today.spec.ts asks them through the contract',
  'electron/core/db/repositories/trains.ts': 'queries; services/trains.spec.ts asks them through the contract',
  'electron/core/db/repositories/work-items.ts': 'queries; services/work-items.spec.ts asks them through the contract',
  'electron/core/db/repositories/workspace.ts': 'queries; services/workspace.spec.ts asks them through the contract',
  'electron/core/db/store-worker.ts': "a thread's entry; store-thread.spec.ts starts it",
  'electron/core/compute/compute-worker.ts': "a thread's entry; compute-thread.spec.ts starts it",
  'electron/core/env.ts': 'the real clock, ids and random source: nothing of them repeats',
  'electron/core/router.ts': 'a list of services; that none is missing is checked by the compiler',
  'electron/core/services/sync.ts': 'thin; sync/desk.spec.ts and integration/cli-connect.spec.ts go through it',
  'electron/core/services/take-back.ts': 'the heart of undo; services/journal.spec.ts goes through it',
  'electron/core/services/decision-of.ts': 'small; every service that finds a thing by its id goes through it',
  'electron/core/services/named-decisions.ts': 'what named things share; catalogue.spec.ts goes through it',
  'electron/core/services/not-found.ts': 'one sentence; every service that finds a thing by its id goes through it',
  'electron/core/services/roster.ts': 'a part of assignments.ts; its spec asks through the contract',
  'electron/core/services/settle-roster.ts': 'settling of a roster; assignments.spec.ts goes through it',
  'electron/core/db/repositories/item-histories.ts':
    'queries; services/capacity.spec.ts asks them through the contract',
  'electron/core/services/train-capacity.ts': 'a part of capacity.ts; its spec asks through the contract',
  'electron/core/services/buffer-fever.ts': 'a part of capacity.ts; its spec asks through the contract',
  'electron/core/services/finished-items.ts': 'a part of capacity.ts; its spec asks through the contract',
  'electron/core/services/gather-releases.ts':
    'what conflicts are found among; keep-conflicts.spec.ts compares it with what is kept',
  'electron/core/services/gather-plan.ts':
    'what conflicts are found in; schedule-rules.spec.ts and conflicts.spec.ts go through it',
  'electron/core/services/schedule-questions.ts':
    'a part of schedule-rules.ts; its spec asks them through the contract',
  'electron/core/services/integration-question.ts': 'a part of integration.ts; its spec asks through the contract',
  'electron/core/services/placed-span.ts': 'what milestones and bookings share; their specs go through it',
  'electron/core/services/planning.ts': 'what trains and releases share; their specs go through it',
  'shared/domain/exchange/ics-time.ts': 'the times of ics-events.ts; its spec reads them all',
  'renderer/lib/actions.ts': 'a React hook over action-registry.ts; test/e2e/shell.spec.ts presses its keys',
  'renderer/lib/client.ts': 'joins the transports, the wire and oRPC; every browser spec goes through it',
  'renderer/lib/conflict-queries.ts': 'two queries; test/e2e/conflicts.spec.ts asks them',
  'renderer/lib/open-file/limits.ts': 'numbers; the readers beside it are tested against them',
  'renderer/lib/open-file/open-file.ts': 'starts a worker of the browser; test/e2e/import.spec.ts goes through it',
  'renderer/lib/open-file/worker.ts': "a worker's entry; test/e2e/import.spec.ts reads files through it",
  'renderer/lib/sheet-facts.ts': 'React hooks over one value; test/e2e/sheet.spec.ts reads what they tell',
  'renderer/lib/use-attempt.ts': 'a React hook; test/e2e/shell.spec.ts goes through it',
  'renderer/lib/use-branch.ts': 'React hooks over branch-place.ts; test/e2e/compare.spec.ts goes from place to place',
  'renderer/lib/use-changes.ts':
    'a React hook over follow-changes.ts and refresh-queries.ts; test/e2e/failures.spec.ts',
  'renderer/lib/use-command.ts': 'a React hook; test/e2e/decisions.spec.ts and shell.spec.ts decide through it',
  'renderer/lib/use-debounced.ts': 'a React hook over a timer; test/e2e/shell.spec.ts types into filters',
  'renderer/lib/use-online.ts': 'a React hook over two events of the browser; test/e2e/shell.spec.ts goes offline',
  'renderer/lib/use-read-only.ts': 'a React hook over one query; test/e2e/read-only.spec.ts',
  'renderer/lib/use-pages.ts': 'a React hook over pages.ts; test/e2e/failures.spec.ts scrolls a list through it',
  'renderer/lib/use-settings.ts': 'React hooks; test/e2e/shell.spec.ts changes the theme through them',
  'renderer/lib/use-table-actions.ts':
    'a React hook; test/e2e/import.spec.ts, conflicts.spec.ts and adherence.spec.ts save tables through it',
  'renderer/lib/use-undo.ts': 'a React hook over turns.ts; test/e2e/decisions.spec.ts undoes and redoes through it',
};

function file(path: string, text = 'export const a = 1;') {
  return { path, text };
}

describe('test/lint/rules/mirror', () => {
  it('finds a source without a spec', () => {
    const files = [
      file('shared/domain/calendar/days.ts'),
      file('electron/core/db/sql.ts'),
      file('test/electron/core/db/sql.spec.ts'),
    ];

    expect(findUnmirrored(files, {})).toEqual([
      'shared/domain/calendar/days.ts has no spec; write test/shared/domain/calendar/days.spec.ts',
    ]);
  });

  it('takes a second spec of a source for its own', () => {
    const files = [file('shared/domain/days.ts'), file('test/shared/domain/days.gaps.spec.ts')];

    expect(findUnmirrored(files, {})).toEqual([]);
    expect(findOrphanSpecs(files)).toEqual([]);
  });

  it('needs no spec where only types are declared', () => {
    expect(
      holdsOnlyTypes(file('a.ts', "import type { B } from './b.ts';\nexport interface A { b: B }\nexport type C = A;")),
    ).toBe(true);
    expect(holdsOnlyTypes(file('a.ts', 'export interface A {}\nexport const a = 1;'))).toBe(false);
    expect(holdsOnlyTypes(file('a.ts', 'export function a(): void {}'))).toBe(false);
  });

  it('lets a source with a reason be, and refuses a reason that nothing needs', () => {
    const files = [
      file('electron/core/db/migrations/0001-first.ts'),
      file('electron/core/env.ts'),
      file('test/electron/core/env.spec.ts'),
    ];

    expect(findUnmirrored(files, { 'electron/core/db/migrations/': 'one spec runs them all' })).toEqual([]);
    expect(
      findUnmirrored(files, { 'electron/core/db/migrations/': 'one spec', 'electron/core/env.ts': 'trivial' }),
    ).toEqual(['electron/core/env.ts is exempt from having a spec, but has one or is gone']);
  });

  it('finds a spec whose source is gone, and lets a spec name a folder', () => {
    const files = [
      file('electron/core/db/sql.ts'),
      file('test/electron/core/db.spec.ts'),
      file('test/electron/core/gone.spec.ts'),
    ];

    expect(findOrphanSpecs(files)).toEqual([
      'test/electron/core/gone.spec.ts mirrors no source: there is no electron/core/gone.ts',
    ]);
  });
});

describe('the project', () => {
  const files = readProjectFiles('.');

  it('has a spec for each source that must have one', () => {
    expect(findUnmirrored(files, EXEMPT)).toEqual([]);
  });

  it('has a source for each spec', () => {
    expect(findOrphanSpecs(files)).toEqual([]);
  });
});
