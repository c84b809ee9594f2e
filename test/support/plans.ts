import { ConnectionPlan } from '../../shared/model/connection.ts';
import { TrainPlan } from '../../shared/model/train.ts';

/** A train every two weeks on Tuesday in Berlin, with a cut-off, a freeze, UAT, go/no-go and a deployment. */
export function biweeklyPlan(changes: Partial<Record<keyof TrainPlan, unknown>> = {}): TrainPlan {
  const stage = (key: string, kind: string, start: number, end: number | null) => ({
    key,
    name: key,
    kind,
    start: { amount: start, unit: 'working-days' },
    startTime: '09:00',
    end: end === null ? null : { amount: end, unit: 'working-days' },
    endTime: end === null ? null : '17:00',
  });
  return TrainPlan.parse({
    name: 'Payments',
    owner: 'Grace',
    zone: 'Europe/Berlin',
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: 'DE-BE', extraDaysOff: [] },
    cadence: {
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      from: '2026-12-01',
      departureTime: '20:00',
      onDayOff: 'next-working-day',
    },
    releaseName: 'Payments {year}.{week}',
    stages: [
      stage('cut-off', 'scope-cut-off', -5, null),
      stage('freeze', 'code-freeze', -3, 0),
      stage('uat', 'uat', -3, -2),
      stage('go', 'go-no-go', -1, null),
    ],
    projects: [],
    boarding: [],
    notes: '',
    ...changes,
  });
}

/** A connection to a Jira of the example domain. */
export function jiraPlan(changes: Partial<ConnectionPlan> = {}): ConnectionPlan {
  return ConnectionPlan.parse({
    kind: 'jira',
    name: 'Jira',
    baseUrl: 'https://jira.example.com',
    auth: 'token',
    user: '',
    scopes: ['PAY'],
    rules: { statuses: [], productionEnvironments: ['prod*'], deploymentJobs: [] },
    everyMinutes: null,
    ...changes,
  });
}
