import type { BaselineChoice } from '../../../shared/contract/adherence.ts';
import type { Report } from '../../../shared/contract/exchange.ts';
import { offsetLabel, toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { withWaivers } from '../../../shared/domain/conflicts/waivers.ts';
import { writeCsv } from '../../../shared/domain/exchange/csv-write.ts';
import type { AdherenceBaseline, ReleaseAdherence } from '../../../shared/model/adherence.ts';
import type { ConflictSide, WaivableConflict } from '../../../shared/model/conflict.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Instant, Zone } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import { allWaivers } from '../db/repositories/planning.ts';
import { allTrains } from '../db/repositories/trains.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { adherenceReport } from './adherence.ts';

/** What was found, as a table that is read and not imported. */
interface FoundTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A moment on the clock of a zone with its offset, as ISO 8601 has it: `2026-12-01T20:00+01:00`. */
function isoTime(at: Instant, zone: Zone): string {
  return `${toLocal(at, zone)}${offsetLabel(at, zone).replace('UTC', '') || 'Z'}`;
}

const CONFLICT_HEADERS = [
  ...['Kind', 'Severity', 'Rule', 'Starts', 'Ends', 'Resource', 'Sides'],
  ...['First side', 'First side starts', 'First side ends'],
  ...['Second side', 'Second side starts', 'Second side ends'],
  ...['Waived until', 'Waived because'],
];

function conflictRow({ conflict, waiver }: WaivableConflict, zone: Zone): readonly (string | number)[] {
  const { kind, severity, rule, at, resource, sides, sideCount, atLeast } = conflict;
  const times = ({ start, end }: Span) => [isoTime(start, zone), isoTime(end, zone)];
  const cellsOf = (side: ConflictSide | undefined) =>
    side === undefined ? ['', '', ''] : [side.thing.name, ...times(side.span)];
  return [
    ...[kind, severity, rule, ...times(at), resource.name],
    ...[atLeast ? `at least ${sideCount}` : sideCount, ...cellsOf(sides[0]), ...cellsOf(sides[1])],
    ...(waiver === null ? ['', ''] : [isoTime(waiver.until, zone), waiver.reason]),
  ];
}

/** Every conflict with its first two sides, waived ones too, in the order of the list. */
async function conflictTable(core: CoreContext): Promise<FoundTable> {
  const index = await core.conflicts.read();
  const { zone } = readWorkspace(core.db);
  const found = withWaivers(index.all(), allWaivers(core.db), core.env.now());
  return { headers: CONFLICT_HEADERS, rows: found.map((one) => conflictRow(one, zone)) };
}

const ADHERENCE_HEADERS = [
  ...['Train', 'Release', 'Baseline', 'Baseline day', 'Day of departure'],
  ...['Slip in days', 'Slip in working days', 'State'],
];

function stateOf(release: ReleaseAdherence): string {
  if (release.outcome === 'not-departed') return release.overdue ? 'overdue' : 'planned';
  return 'actual' in release ? 'departed' : release.outcome;
}

function adherenceRow(release: ReleaseAdherence, train: string, baseline: AdherenceBaseline) {
  const isMeasured = release.outcome === 'measured';
  return [
    ...[train, release.name, baseline.by === 'named' ? baseline.name : baseline.by],
    'baseline' in release ? (release.baseline?.day ?? '') : '',
    'actual' in release ? release.actual.day : '',
    ...(isMeasured ? [release.slipDays, release.slipWorkingDays] : ['', '']),
    stateOf(release),
  ];
}

/** Every release of a train, or of all, against a baseline. */
async function adherenceTable(
  core: CoreContext,
  asked: { readonly trainId: TrainId | null; readonly baseline: BaselineChoice },
): Promise<FoundTable> {
  const { adherence } = await adherenceReport(core, {
    ...{ trainId: asked.trainId, baseline: asked.baseline },
    ...{ withinDays: 0, unit: 'calendar-days', quarterBy: 'baseline' },
  });
  const trains = new Map(allTrains(core.db).map(({ id, name }) => [id, name] as const));
  const rows = adherence.releases.map((one) =>
    adherenceRow(one, trains.get(one.trainId) ?? '', adherence.terms.baseline),
  );
  return { headers: ADHERENCE_HEADERS, rows };
}

/** Writes what was found in the plan as a table for spreadsheets; none of it is for import. */
export async function exportReport(core: CoreContext, asked: Report) {
  const { headers, rows } = await (asked.of === 'conflicts' ? conflictTable(core) : adherenceTable(core, asked));
  const text = writeCsv(
    headers,
    rows.map((row) => row.map(String)),
  );
  return { text, rows: rows.length };
}
