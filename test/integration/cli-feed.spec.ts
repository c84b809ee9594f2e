import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedFolder, openFeedFiles } from '../../electron/hosts/feed-files.ts';
import { type CliBench, openCliBench } from '../support/cli.ts';
import { biweeklyPlan, personPlan } from '../support/plans.ts';

const ON = ['-w', 'plan.signalbox'];

describe('signalbox feed', () => {
  let bench: CliBench;
  beforeEach(async () => {
    bench = openCliBench();
    expect((await bench.run(['workspace', 'create', ...ON])).code).toBe(0);
  });
  afterEach(() => bench.dispose());

  it('makes a feed, lists it with its address, and removes it', async () => {
    const empty = await bench.run(['feed', 'list', ...ON]);
    await bench.run(['call', 'trains.create', '-i', JSON.stringify(biweeklyPlan()), ...ON]);
    await bench.run(['call', 'catalogue.addPerson', '-i', JSON.stringify(personPlan({ name: 'Ada' })), ...ON]);
    const early = await bench.run(['feed', 'add', '--name', 'All', ...ON]);
    await openFeedFiles(feedFolder(join(bench.folder, 'home'))).keepPort(4711);
    const made = await bench.run(['feed', 'add', '--name', 'Pay', '--train', 'payments', '--no-rules', ...ON]);
    const own = ['--no-departures', '--no-milestones', '--no-rules', '--person', 'ada'];
    await bench.run(['feed', 'add', '--name', 'Ada', ...own, ...ON]);
    const listed = await bench.run(['feed', 'list', ...ON]);
    const removed = await bench.run(['feed', 'remove', 'pay', ...ON]);
    const left = (await bench.json(['feed', 'list', '--json', ...ON])) as readonly { name: string }[];

    expect(empty.out).toContain('There is no calendar feed yet');
    expect(early.out).toMatch(/^\/feed\/[\w-]{43}\.ics\n$/);
    expect(early.err).toContain('Start Signalbox for the browser once');
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4711\/feed\/[\w-]{43}\.ics\n$/),
    });
    expect(listed.out).toMatch(/^All +Every train · departures, milestones, windows and freezes +http/m);
    expect(listed.out).toMatch(/^Pay +Payments · departures, milestones +http/m);
    expect(listed.out).toMatch(/^Ada +Every train · duties of Ada +http/m);
    expect(listed.out).toContain(made.out.trim());
    expect(removed.out).toBe('Removed Pay: its address is worth nothing from now on.\n');
    expect(left.map(({ name }) => name)).toEqual(['All', 'Ada']);
  });

  it('says what it does not know', async () => {
    const train = await bench.run(['feed', 'add', '--name', 'All', '--train', 'Nowhere', ...ON]);
    const person = await bench.run(['feed', 'add', '--name', 'All', '--person', 'Nobody', ...ON]);
    const feed = await bench.run(['feed', 'remove', 'Nothing', ...ON]);

    expect(train.err).toContain('NOT_FOUND: There is no train called “Nowhere”.');
    expect(person.err).toContain('NOT_FOUND: There is no person called “Nobody”.');
    expect(feed).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no calendar feed called “Nothing”.'),
    });
  });
});
