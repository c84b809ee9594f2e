import { afterEach, describe, expect, it } from 'vitest';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { testEnv } from '../../../support/env.ts';

let opened: TestCore | undefined;

async function loadedAt(iso: string): Promise<TestCore> {
  opened = await testCore({ env: testEnv(iso) });
  await opened.client.workspace.loadSample({});
  return opened;
}

afterEach(async () => {
  await opened?.end();
  opened = undefined;
});

describe('electron/core/services/sample-planning', () => {
  it('has an organisation in which everything that can say so says that it is simulated', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');

    const { teams, services, people } = await client.catalogue.read({});
    const environments = await client.environments.list({});
    const { rules } = await client.scheduleRules.list({});

    expect([teams.length, services.length, people.length, environments.length, rules.length]).toEqual([3, 6, 8, 6, 3]);
    const notes = [...teams, ...services, ...environments].map((one) => one.notes);
    expect([...notes, ...rules.map(({ reason }) => reason)].every((text) => text.startsWith('Simulated'))).toBe(true);
    expect(services.find(({ name }) => name === 'Web client')?.dependsOn).toHaveLength(2);
  });

  it('gives trains what they ship and who works for them', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');
    const { teams, services } = await client.catalogue.read({});
    const nameOf = (id: string) => [...teams, ...services].find((one) => one.id === id)?.name;

    const trains = await client.trains.list({});

    const crews = trains.map(({ train }) => [train.name, ...[...train.services, ...train.teams].map(nameOf)]);
    expect(crews).toEqual([
      ['Chrome', 'Web client', 'Web client'],
      ['Edge', 'Edge extension', 'Extensions'],
      ['Electron'],
      ['Firefox', 'Firefox extension', 'Extensions'],
      ['Node.js', 'Runtime images', 'Platform'],
      ['Safari'],
    ]);
  });

  it('has something to solve: an environment that two trains want, a lead who is away, a release in a maintenance', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');

    const { conflicts } = await client.conflicts.list({});

    const kinds = conflicts.map(({ conflict }) => conflict.kind);
    expect(kinds.filter((kind) => kind === 'environment-clash')).toHaveLength(1);
    expect(kinds).toContain('owner-away');
    // Chrome 159 is planned for the second Tuesday of December at noon UTC.
    expect(kinds).toContain('release-in-maintenance');
  });

  it.each(['2026-11-23T09:00:00Z', '2027-03-29T01:30:00Z', '2031-01-01T00:00:00Z'])(
    'is there whenever it is loaded, around what lies ahead: %s',
    async (iso) => {
      const { client } = await loadedAt(iso);

      const { bookings } = await client.environments.bookings({ from: day('2026-01-01'), to: day('2032-01-01') });

      const trains = await client.trains.list({});
      const ahead = trains.filter(({ next }) => next !== null).map(({ train }) => train.name);
      expect(bookings.every(({ title }) => ahead.some((name) => title.includes(name)))).toBe(true);
    },
  );

  it('goes with one undo', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');
    const { rows } = await client.journal.list({});

    await client.journal.undo({ seq: rows[0]?.seq ?? 0 });

    const { teams, services, people, absences } = await client.catalogue.read({});
    const environments = await client.environments.list({});
    expect([teams, services, people, absences, environments].flat()).toEqual([]);
    expect((await client.conflicts.list({})).conflicts).toEqual([]);
  });
});
