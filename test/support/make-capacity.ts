import { openCore } from '../../electron/core/core.ts';
import { systemEnv } from '../../electron/core/env.ts';
import { addDays, weekdayOf } from '../../shared/domain/calendar/days.ts';
import type { FactId } from '../../shared/model/ids.ts';
import { type Day, day, instant, type Zone } from '../../shared/model/time.ts';
import { testHost } from './core.ts';
import { transition, workItem, writeFacts } from './facts.ts';
import { biweeklyPlan, jiraPlan, personPlan, teamPlan } from './plans.ts';

// Run with the path of a new workspace: half a year of finished work, a train that slipped now and then, and its next
// release half done; all of it around today, so that a browser has something to forecast from.
const file = process.argv[2];
if (file === undefined) throw new Error('say which file to make');

const WEEKS = 26;
const CALENDAR = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };
const TODAY = day(new Date().toISOString().slice(0, 10));
/** How many stories and bugs are finished on each working day of two weeks. */
const STORIES = [1, 0, 2, 1, 3, 0, 1, 2, 0, 1];
const BUGS = [0, 1, 0, 0, 1, 0, 2, 0, 0, 1];
/** Working days that past releases slipped. */
const SLIPS = [0, 2, 0, 1, 4, 0, 0, 3, 1, 0, 2, 0];

const noon = (on: Day) => instant(Date.parse(`${on}T11:00:00Z`));
const workingDays = Array.from({ length: WEEKS * 7 }, (_, at) => addDays(TODAY, at - WEEKS * 7)).filter(
  (on) => weekdayOf(on) <= 5,
);
const back = (on: Day, count: number) => workingDays[Math.max(0, workingDays.indexOf(on) - count)] ?? on;

/** The clock goes with the story: what is aboard boarded five weeks ago. */
let now = noon(addDays(TODAY, -35));

const core = await openCore({
  file,
  mode: 'write',
  create: { name: 'Plan', zone: 'Europe/Berlin' as Zone },
  env: { ...systemEnv(), now: () => now },
  host: testHost(),
  schedule: false,
  actor: 'Ada',
});
const { client } = core;
const { id: connectionId } = await client.connections.add(jiraPlan());
const projects = [{ connectionId, key: 'PAY' }];
const { id: teamId } = await client.catalogue.addTeam(teamPlan({ name: 'Payments', calendar: CALENDAR, projects }));
await client.catalogue.addTeam(teamPlan({ name: 'Empty team', calendar: CALENDAR, projects: [] }));
await client.catalogue.addPerson(personPlan({ name: 'Grace', teamId }));

let count = 0;
const facts = workingDays.flatMap((on, at) =>
  [
    ...Array.from({ length: STORIES[at % 10] ?? 0 }, () => 'Story'),
    ...Array.from({ length: BUGS[at % 10] ?? 0 }, () => 'Bug'),
  ].flatMap((type) => {
    count += 1;
    const doneAt = noon(on);
    const createdAt = noon(back(on, 4 + (count % 9)));
    const item = workItem(connectionId, `PAY-${count}`, {
      type,
      category: 'done',
      createdAt,
      doneAt,
      updatedAt: doneAt,
    });
    return [item, transition(item, new Date(noon(back(on, 1 + (count % 5)))).toISOString())];
  }),
);
const open = Array.from({ length: 14 }, (_, at) => workItem(connectionId, `PAY-open-${at + 1}`, {}));
writeFacts(file, [...facts, ...open]);

const { id: trainId } = await client.trains.create(
  biweeklyPlan({ name: 'Payments', calendar: CALENDAR, stages: [], projects, teams: [teamId], bufferDays: 4 }),
);
const rows = SLIPS.flatMap((slip, at) => {
  const promised = addDays(TODAY, -14 * (at + 1));
  const actual = addDays(promised, slip);
  return [
    { releaseName: `Payments ${at + 1}`, day: promised, observedOn: addDays(promised, -30), actual: false },
    { releaseName: `Payments ${at + 1}`, day: actual, observedOn: actual, actual: true },
  ];
});
await client.adherence.importHistory({ trainId, source: 'snapshots', rows });

const idsDone = facts.flatMap((fact) => (fact.kind === 'work-item' ? [fact.id] : []));
const past = await client.releases.add({ trainId, name: 'Payments last', day: addDays(TODAY, -7) });
await client.releases.board({
  releaseId: past.id,
  workItemIds: idsDone.slice(0, -24) as FactId[],
  written: null,
  reason: '',
});
await client.releases.update({ id: past.id, state: 'departed' });
const next = await client.releases.add({ trainId, name: 'Payments next', day: addDays(TODAY, 14) });
const aboard = [...idsDone.slice(-24), ...open.map(({ id }) => id)] as FactId[];
await client.releases.board({ releaseId: next.id, workItemIds: aboard, written: null, reason: '' });
now = noon(addDays(TODAY, -10));
await client.releases.board({ releaseId: next.id, workItemIds: [], written: 'Release notes', reason: '' });
now = instant(Date.now());
const later = await client.releases.add({ trainId, name: 'Payments later', day: addDays(TODAY, 49) });
await client.releases.board({ releaseId: later.id, workItemIds: [], written: 'Ledger', reason: '' });
await core.close();
console.log(JSON.stringify({ teamId, trainId, releaseId: next.id }));
