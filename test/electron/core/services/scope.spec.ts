import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionId, FactId, ReleaseId, TrainId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { workItem, writeFacts } from '../../../support/facts.ts';
import { biweeklyPlan, jiraPlan } from '../../../support/plans.ts';

describe('electron/core/services/scope', () => {
  let test: TestCore;
  let connectionId: ConnectionId;
  let trainId: TrainId;
  let first: ReleaseId;
  let second: ReleaseId;

  beforeEach(async () => {
    test = await testCore();
    connectionId = (await test.client.connections.add(jiraPlan())).id;
    trainId = (await test.client.trains.create(biweeklyPlan({ boarding: [{ by: 'version', pattern: '{release}' }] })))
      .id;
    const { created } = await test.client.trains.generate({
      id: trainId,
      from: day('2026-12-15'),
      to: day('2026-12-29'),
    });
    [first, second] = created as [ReleaseId, ReleaseId];
  });
  afterEach(() => test.end());

  const item = (key: string, changes = {}) => workItem(connectionId, key, changes);

  it('boards what the rules name, with the live state of each ticket and the age of that fact', async () => {
    writeFacts(test.file, [
      item('PAY-1', { versions: ['Payments 2026.51'] }),
      item('PAY-2', { versions: ['payments 2026.51'], category: 'done', originalStatus: 'Closed' }),
      item('PAY-3', { versions: ['Payments 2026.53'] }),
      item('PAY-4'),
    ]);

    const candidates = await test.client.releases.candidates({ id: first });
    await test.client.releases.boardByRules({ releaseId: first });
    const again = await test.client.releases.boardByRules({ releaseId: first });
    const { scope } = await test.client.releases.get({ id: first });

    expect(candidates.map(({ key, rule }) => [key, rule])).toEqual([
      ['PAY-1', 'version Payments 2026.51'],
      ['PAY-2', 'version Payments 2026.51'],
    ]);
    expect(
      scope.map(({ item: one, ticket }) => [one.state, one.boardedBy, ticket?.key, ticket?.originalStatus]),
    ).toEqual([
      ['boarded', 'rule', 'PAY-1', 'In Progress'],
      ['boarded', 'rule', 'PAY-2', 'Closed'],
    ]);
    expect(scope[0]?.ticket?.fetchedAt).toBe(Date.parse('2026-11-23T08:30:00Z'));
    expect(again.boarded).toEqual([]);
  });

  it('shows the ticket as it was synced last, not as it was when it boarded', async () => {
    writeFacts(test.file, [item('PAY-1', { versions: ['Payments 2026.51'] })]);
    await test.client.releases.boardByRules({ releaseId: first });

    writeFacts(
      test.file,
      [item('PAY-1', { category: 'done', originalStatus: 'Done', versions: [] })],
      '2026-12-01T00:00:00Z',
    );
    const { scope } = await test.client.releases.get({ id: first });

    expect(scope[0]?.ticket).toMatchObject({
      category: 'done',
      originalStatus: 'Done',
      fetchedAt: Date.parse('2026-12-01T00:00:00Z'),
    });
  });

  it('boards late after the scope cut-off', async () => {
    writeFacts(test.file, [item('PAY-1')]);
    // The cut-off of the release of 15 December is 8 December, 09:00 in Berlin.
    test.env.at('2026-12-08T08:00:00Z');
    await test.client.releases.board({ releaseId: first, workItemIds: [], written: 'On time', reason: '' });
    test.env.at('2026-12-08T08:00:01Z');
    await test.client.releases.board({
      releaseId: first,
      workItemIds: [item('PAY-1').id],
      written: null,
      reason: 'hotfix',
    });

    const { scope } = await test.client.releases.get({ id: first });

    expect(scope.map(({ item: one }) => [one.title, one.state, one.reason])).toEqual([
      ['On time', 'boarded', ''],
      ['PAY-1 Title of PAY-1', 'late', 'hotfix'],
    ]);
  });

  it('cuts the title of a ticket between two characters, the same by rule and by hand', async () => {
    const title = `${'x'.repeat(393)}🚀 launch`;
    writeFacts(test.file, [item('PAY-1', { title, versions: ['Payments 2026.51', 'Payments 2026.53'] })]);

    await test.client.releases.boardByRules({ releaseId: first });
    await test.client.releases.board({ releaseId: second, workItemIds: [item('PAY-1').id], written: null, reason: '' });
    const titles = await Promise.all(
      [first, second].map(async (id) => (await test.client.releases.get({ id })).scope[0]?.item.title),
    );

    expect(titles).toEqual([`PAY-1 ${'x'.repeat(393)}`, `PAY-1 ${'x'.repeat(393)}`]);
    expect(await test.client.audit.verify({})).toMatchObject({ ok: true });
  });

  it('bumps an item to another release and keeps the trace on the first', async () => {
    await test.client.releases.board({ releaseId: first, workItemIds: [], written: 'Refunds', reason: '' });
    const { scope: before } = await test.client.releases.get({ id: first });

    await test.client.releases.bump({ id: before[0]?.item.id ?? fail(), to: second, reason: 'not tested' });
    const { scope: left } = await test.client.releases.get({ id: first });
    const { scope: came } = await test.client.releases.get({ id: second });

    expect(left.map(({ item: one }) => [one.state, one.bumpedTo, one.reason])).toEqual([
      ['bumped', second, 'not tested'],
    ]);
    expect(came.map(({ item: one }) => [one.title, one.state])).toEqual([['Refunds', 'boarded']]);
  });

  it('tells the reason of what leaves in the journal, as far as a line holds it', async () => {
    for (const written of ['Refunds', 'Forms']) {
      await test.client.releases.board({ releaseId: first, workItemIds: [], written, reason: '' });
    }
    const { scope } = await test.client.releases.get({ id: first });

    await test.client.releases.bump({ id: scope[0]?.item.id ?? fail(), to: second, reason: 'not tested' });
    await test.client.releases.drop({ id: scope[1]?.item.id ?? fail(), reason: `no\npaper ${'x'.repeat(500)}` });
    const { rows } = await test.client.journal.list({ limit: 2 });

    expect(rows[1]?.summary).toMatch(/^Bumped “Forms” to “.*”: not tested$|^Bumped “Refunds” to “.*”: not tested$/);
    expect(rows[0]?.summary).toMatch(/^Dropped “.*” from “.*”: no paper x+…?$/);
    expect(rows[0]?.summary.length).toBeLessThan(260);
  });

  it('refuses to bump onto the same release, or what is not aboard any more', async () => {
    await test.client.releases.board({ releaseId: first, workItemIds: [], written: 'Refunds', reason: '' });
    const { scope } = await test.client.releases.get({ id: first });
    const id = scope[0]?.item.id ?? fail();

    const same = await test.client.releases.bump({ id, to: first, reason: '' }).catch((error: unknown) => error);
    await test.client.releases.drop({ id, reason: 'cancelled' });
    const gone = await test.client.releases.bump({ id, to: second, reason: '' }).catch((error: unknown) => error);

    expect(same).toMatchObject({ code: 'BAD_INPUT', data: { where: 'to' } });
    expect(gone).toMatchObject({ code: 'CONFLICT', message: '“Refunds” was dropped already.' });
  });

  it('boards a dropped item again, on the same row', async () => {
    writeFacts(test.file, [item('PAY-1')]);
    const board = () =>
      test.client.releases.board({ releaseId: first, workItemIds: [item('PAY-1').id], written: null, reason: '' });
    const { boarded } = await board();
    await test.client.releases.drop({ id: boarded[0] ?? fail(), reason: 'no' });

    const again = await board();
    const { scope } = await test.client.releases.get({ id: first });

    expect(again.boarded).toEqual(boarded);
    expect(scope.map(({ item: one }) => one.state)).toEqual(['boarded']);
  });

  it('refuses a work item that is not there', async () => {
    const workItemIds = ['nowhere:work-item:X-1' as FactId];

    const failure = await test.client.releases
      .board({ releaseId: first, workItemIds, written: null, reason: '' })
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'NOT_FOUND' });
    expect((await test.client.releases.get({ id: first })).scope).toEqual([]);
  });

  it.each([
    ['label:hot*', ['PAY-1']],
    ['"card limits" -type:bug', ['PAY-2']],
    ['category:done', ['PAY-3']],
  ])('boards by the query %s among the linked projects', async (text, keys) => {
    writeFacts(test.file, [
      item('PAY-1', { labels: ['Hotfix'] }),
      item('PAY-2', { title: 'New card limits' }),
      item('PAY-3', { title: 'Old card limits', type: 'Bug', category: 'done' }),
      item('OTHER-1', { title: 'New card limits', labels: ['hotfix'], category: 'done' }),
    ]);
    const plan = biweeklyPlan({ boarding: [{ by: 'query', text }], projects: [{ connectionId, key: 'PAY' }] });
    await test.client.trains.update({ id: trainId, plan });

    const candidates = await test.client.releases.candidates({ id: first });

    expect(candidates.map(({ key }) => key)).toEqual(keys);
  });
});

function fail(): never {
  throw new Error('it is not there');
}
