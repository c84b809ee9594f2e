import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSchedule } from '../../shared/domain/exchange/schedules/read-schedule.ts';
import type { ReadSchedule } from '../../shared/domain/exchange/schedules/schedule.ts';
import { readCsv } from '../support/csv.ts';
import { noteForTier } from '../support/tier-note.ts';

const FOLDER = join('..', 'shared', 'data', 'calendars');
const isThere = existsSync(FOLDER);
if (!isThere) noteForTier('recorded', 'schedules', 'Schedules: the recorded files of public trains are not present.');
let read = 0;

function scheduleAt(...path: readonly string[]): ReadSchedule {
  read += 1;
  return readSchedule(readFileSync(join(FOLDER, ...path), 'utf8'));
}

function dayOf({ plan }: ReadSchedule, name: string) {
  return plan.releases.find((release) => release.name === name)?.day;
}

function milestonesOf({ plan }: ReadSchedule, name: string) {
  const found = plan.releases.find((release) => release.name === name);
  return new Map(found?.milestones.map(({ name: one, start, end }) => [one, end === null ? start : `${start}/${end}`]));
}

function csv(...path: readonly string[]) {
  return readCsv(readFileSync(join(FOLDER, ...path), 'utf8'));
}

describe.skipIf(!isThere)(
  'schedule files of public trains, as they were published (not present on every machine)',
  () => {
    afterAll(() => noteForTier('recorded', 'schedules', `Schedules: ${read} files of public trains were read.`));

    describe('OpenStack', () => {
      // The release week of each cycle, read off the files' own second or third line.
      it.each([
        ['yoga', 'OpenStack Y', '2022-03-30'],
        ['zed', 'OpenStack Z', '2022-10-03'],
        ['antelope', 'OpenStack 2023.1', '2023-03-20'],
        ['bobcat', 'OpenStack 2023.2', '2023-10-02'],
        ['caracal', 'OpenStack 2024.1', '2024-04-01'],
        ['dalmatian', 'OpenStack 2024.2', '2024-09-30'],
        ['epoxy', 'OpenStack 2025.1', '2025-03-31'],
        ['flamingo', 'OpenStack 2025.2', '2025-09-29'],
        ['gazpacho', 'OpenStack 2026.1', '2026-03-30'],
        ['hibiscus', 'OpenStack 2026.2', '2026-09-28'],
        ['indri', 'OpenStack 2027.1', '2027-03-22'],
      ])('%s is %s, in the week of %s', (cycle, name, day) => {
        const schedule = scheduleAt('openstack', 'doc', 'source', cycle, 'schedule.yaml');

        expect(schedule).toMatchObject({ kind: 'openstack', leftOut: [] });
        expect(schedule.plan.releases.map((release) => [release.name, release.day])).toEqual([[name, day]]);
      });

      it('has the deadlines of Hibiscus over their weeks', () => {
        const milestones = milestonesOf(
          scheduleAt('openstack', 'doc', 'source', 'hibiscus', 'schedule.yaml'),
          'OpenStack 2026.2',
        );

        expect(milestones.get('Milestone 1')).toBe('2026-05-11/2026-05-15');
        expect(milestones.get('Milestone 2')).toBe('2026-06-29/2026-07-03');
        expect(milestones.get('RC1')).toBe('2026-09-07/2026-09-11');
        expect(milestones.get('I election voting')).toBe('2026-08-31/2026-09-18');
        expect(milestones.get('Release week')).toBe('2026-09-28/2026-10-02');
        expect(milestones.has('G final')).toBe(false);
      });
    });

    describe('Kubernetes', () => {
      const plans = isThere ? csv('kubernetes', 'plan-history.csv') : [];

      // From 1.23 on, timelines say their years. The last published plan is the file as it stands.
      it.each(['1.23', '1.24', '1.25', '1.26', '1.27', '1.28', '1.29', '1.30'])(
        '%s has the day that was last planned',
        (version) => {
          const last = plans.filter((plan) => plan.version === version).at(-1);

          const schedule = scheduleAt('kubernetes', 'releases', `release-${version}`, 'README.md');

          // The README of 1.26 was put right after its release: it has the day on which that was.
          const days = [last?.planned_release_date, last?.actual_release_date];
          expect(days).toContain(dayOf(schedule, `Kubernetes ${version}`));
        },
      );

      it('has the freezes of 1.30, by the first of the clocks that they are given on', () => {
        const milestones = milestonesOf(
          scheduleAt('kubernetes', 'releases', 'release-1.30', 'README.md'),
          'Kubernetes 1.30',
        );

        expect(milestones.get('Production Readiness Freeze')).toBe('2024-02-01');
        expect(milestones.get('Begin Enhancements Freeze')).toBe('2024-02-09');
        expect(milestones.get('Begin Code Freeze')).toBe('2024-03-06');
        expect(milestones.get('KubeCon EU')).toBe('2024-03-19/2024-03-22');
        expect(milestones.get('Docs Freeze')).toBe('2024-03-26');
      });

      it.each(['1.18', '1.19', '1.20', '1.21', '1.22'])('%s does not say its years, and is not guessed', (version) => {
        expect(() => scheduleAt('kubernetes', 'releases', `release-${version}`, 'README.md')).toThrow(
          'no day with a year',
        );
      });

      it('reads the patch releases of the website and of the schedule builder', () => {
        const website = scheduleAt('kubernetes', 'website', 'data', 'releases', 'schedule.yaml');
        const builder = scheduleAt('kubernetes', 'cmd', 'schedule-builder', 'cmd', 'testdata', 'schedule.yaml');

        expect(dayOf(website, 'Kubernetes 1.27.4')).toBe('2023-07-19');
        expect(milestonesOf(website, 'Kubernetes 1.27.4').get('Cherry-pick deadline')).toBe('2023-07-14');
        expect(milestonesOf(website, 'Kubernetes 1.26').get('End of life')).toBe('2024-02-28');
        expect(builder.plan.releases.map(({ uid }) => uid)).toEqual([
          '1.18.4',
          '1.18.3',
          '1.18.2',
          '1.17.7',
          '1.17.6',
          '1.16.11',
          '1.16.10',
          '1.16.9',
        ]);
      });

      it('reads the builder’s timeline, and names what is to be decided', () => {
        const schedule = scheduleAt('kubernetes', 'cmd', 'schedule-builder', 'cmd', 'testdata', 'rel-schedule.yaml');

        expect(dayOf(schedule, 'Kubernetes 1.23')).toBe('2021-12-07');
        expect(schedule.leftOut.filter(({ reason }) => reason.includes('TBD'))).toHaveLength(3);
      });

      it.each([
        ['cmd', 'schedule-builder', 'cmd', 'testdata', 'bad_schedule.yaml'],
        ['releases', 'release-1.23', 'exceptions.yaml'],
        ['releases', 'release-1.20', 'exceptions.yaml'],
        ['releases', 'release-1.5', 'README.md'],
      ])('refuses %s/%s/%s in words', (...path) => {
        expect(() => scheduleAt('kubernetes', ...path)).toThrow('This is no schedule that is known here');
      });
    });

    it('reads the lines of Node.js', () => {
      const schedule = scheduleAt('nodejs', 'schedule.json');

      expect(schedule.plan.releases).toHaveLength(27);
      expect(dayOf(schedule, 'Node.js 4')).toBe('2015-09-08');
      expect([...milestonesOf(schedule, 'Node.js 4')]).toEqual([
        ['Current', '2015-09-08/2015-10-12'],
        ['Active LTS', '2015-10-12/2017-04-01'],
        ['Maintenance', '2017-04-01/2018-04-30'],
        ['End of life', '2018-04-30'],
      ]);
    });

    describe('Python', () => {
      const peps = isThere ? globSync(join(FOLDER, 'python-peps', 'peps', 'pep-*.rst')) : [];

      it('agrees with the project’s own table on every final release of 3.8 and later', () => {
        const table = readFileSync(join(FOLDER, 'python-peps', 'python-releases.toml'), 'utf8');
        const expected = new Map(
          [...table.matchAll(/^stage = "(3\.\d+\.\d+)(?: final)?"\nstate = "(\w+)"\ndate = (\S+)$/gm)].map(
            ([, version = '', state, day]) => [version, { day, state: state === 'actual' ? 'departed' : 'planned' }],
          ),
        );
        const found = ['0569', '0596', '0619', '0664', '0693', '0719', '0745', '0790', '0826'].flatMap(
          (number) => scheduleAt('python-peps', 'peps', `pep-${number}.rst`).plan.releases,
        );

        expect(found.length).toBeGreaterThan(100);
        // Lists of security releases do not say what is over: their state is not said either.
        const wrong = found.filter(({ uid, day, state }) => {
          const said = expected.get(uid);
          return said?.day !== day || (state !== null && state !== said.state);
        });
        expect(wrong.map(({ uid, day, state }) => [uid, day, state, expected.get(uid)])).toEqual([]);
      });

      it('reads that table itself', () => {
        const text = readFileSync(join(FOLDER, 'python-peps', 'python-releases.toml'), 'utf8');
        const finals = [...text.matchAll(/^stage = "(\d+\.\d+\.\d+)(?: final)?"\nstate = "\w+"\ndate = (\S+)$/gm)];
        const schedule = scheduleAt('python-peps', 'python-releases.toml');

        expect(schedule.kind).toBe('python');
        const days = new Map(schedule.plan.releases.map(({ uid, day }) => [uid, day]));
        expect(finals.length).toBeGreaterThan(250);
        expect(finals.filter(([, version = '', day]) => days.get(version) !== day).map(([line]) => line)).toEqual([]);
        expect(milestonesOf(schedule, 'Python 3.15.0').get('Beta 1')).toBe('2026-05-07');
      });

      it('has the stages of 3.15', () => {
        const milestones = milestonesOf(scheduleAt('python-peps', 'peps', 'pep-0790.rst'), 'Python 3.15.0');

        expect(milestones.get('Development begins')).toBe('2025-05-07');
        expect(milestones.get('Beta 1')).toBe('2026-05-07');
        expect(milestones.get('Candidate 2')).toBe('2026-09-01');
        expect(milestones.size).toBe(15);
      });

      it('fails in words on the PEPs of other shapes', () => {
        for (const path of peps) {
          try {
            readSchedule(readFileSync(path, 'utf8'));
          } catch (error) {
            expect(error, path).toMatchObject({ name: 'Failure' });
          }
        }
      });
    });

    it('reads every state of the moving plan of Firefox: the release after the one that is out has the day that comes next', () => {
      const rows = csv('mozilla', 'firefox_versions_history.csv').filter((row) => row.NEXT_RELEASE_DATE);
      const days = rows.map((row) => {
        const schedule = readSchedule(JSON.stringify(row));
        read += 1;
        const next = Number(/^\d+/.exec(row.LATEST_FIREFOX_VERSION ?? '')?.[0]) + 1;
        return [dayOf(schedule, `Firefox ${next}`), row.NEXT_RELEASE_DATE];
      });

      expect(rows.length).toBeGreaterThan(400);
      expect(days.filter(([found, said]) => found !== said)).toEqual([]);
      expect(milestonesOf(readSchedule(JSON.stringify(rows.at(-1))), 'Firefox 127')).toEqual(
        new Map([
          ['Soft freeze', '2024-06-06'],
          ['Merge day', '2024-06-10'],
        ]),
      );
    });
  },
);
