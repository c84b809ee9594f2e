import { Failure } from '../../../shared/model/failure.ts';
import { FeedPlan } from '../../../shared/model/feed.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { CoreClient } from '../../core/core.ts';
import { feedFolder, openFeedFiles } from '../feed-files.ts';
import { ExitCode } from './exit-code.ts';
import { folderOf, type SessionOptions, withWorkspace } from './session.ts';
import { plainText, tableText } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface FeedOptions extends SessionOptions {
  readonly json?: boolean;
}

export interface AddFeedOptions extends FeedOptions {
  readonly name: string;
  readonly train?: readonly string[];
  readonly milestones: boolean;
  readonly rules: boolean;
}

const NO_ADDRESS = 'known once Signalbox was started for the browser';

/** The whole address of a feed; null as long as no Signalbox has served one at a port that is kept. */
async function addressOf(path: string, terminal: Terminal): Promise<string | null> {
  const port = await openFeedFiles(feedFolder(folderOf(terminal))).lastPort();
  return port === null ? null : `http://127.0.0.1:${port}${path}`;
}

function isCalled(name: string, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase();
}

async function trainNamed(named: string, client: CoreClient): Promise<TrainId> {
  const trains = (await client.trains.list({})).map(({ train }) => train);
  const found = trains.find(({ id, name }) => id === named || isCalled(name, named));
  if (found !== undefined) return found.id;
  throw new Failure('NOT_FOUND', `There is no train called “${named}”.`, {
    where: '--train',
    remedy: 'Ask `signalbox call trains.list` for the trains that there are.',
  });
}

/** `feed add`: makes a feed and prints its address, alone on a line. */
export async function addFeed(options: AddFeedOptions, terminal: Terminal): Promise<ExitCode> {
  const { name, train = [], milestones, rules } = options;
  const made = await withWorkspace(options, terminal, { mode: 'read' }, async ({ core: { client } }) => {
    const trainIds = await Promise.all(train.map((one) => trainNamed(one, client)));
    const plan = FeedPlan.safeParse({ name, trainIds: trainIds.length === 0 ? null : trainIds, milestones, rules });
    if (plan.success) return client.exchange.addFeed(plan.data);
    throw new Failure('BAD_INPUT', 'A feed needs a name of at most 120 letters.', {
      where: '--name',
      remedy: 'Name it.',
    });
  });
  const address = await addressOf(made.path, terminal);
  if (options.json) await terminal.out(`${JSON.stringify({ ...made, address }, null, 2)}\n`);
  else if (address !== null) await terminal.out(`${address}\n`);
  else {
    await terminal.out(`${made.path}\n`);
    await terminal.err('Start Signalbox for the browser once, then `signalbox feed list` tells the whole address.\n');
  }
  return ExitCode.ok;
}

/** `feed list`: each feed with what it has in it and its address. */
export async function listFeeds(options: FeedOptions, terminal: Terminal): Promise<ExitCode> {
  const { feeds, nameOf } = await withWorkspace(options, terminal, { mode: 'read' }, async ({ core: { client } }) => {
    const trains = await client.trains.list({});
    return {
      feeds: (await client.exchange.feeds({})).feeds,
      nameOf: new Map(trains.map(({ train }) => [train.id, train.name] as const)),
    };
  });
  const listed = await Promise.all(
    feeds.map(async (feed) => ({ ...feed, address: await addressOf(feed.path, terminal) })),
  );
  if (options.json) {
    await terminal.out(`${JSON.stringify(listed, null, 2)}\n`);
    return ExitCode.ok;
  }
  if (listed.length === 0) {
    await terminal.out('There is no calendar feed yet; `signalbox feed add --help` shows how to make one.\n');
    return ExitCode.ok;
  }
  const rows = listed.map(({ name, trainIds, milestones, rules, address }) => [
    name,
    trainIds === null ? 'every train' : trainIds.map((id) => nameOf.get(id) ?? 'a removed train').join(', '),
    milestones ? 'yes' : 'no',
    rules ? 'yes' : 'no',
    address ?? NO_ADDRESS,
  ]);
  await terminal.out(tableText(['name', 'trains', 'milestones', 'windows and freezes', 'address'], rows));
  return ExitCode.ok;
}

/** `feed remove`: makes the address of a feed worth nothing. */
export async function removeFeed(named: string, options: SessionOptions, terminal: Terminal): Promise<ExitCode> {
  const name = await withWorkspace(options, terminal, { mode: 'read' }, async ({ core: { client } }) => {
    const { feeds } = await client.exchange.feeds({});
    const found = feeds.filter((one) => one.id === named || isCalled(one.name, named));
    const [feed, ...others] = found;
    if (feed === undefined || others.length > 0) {
      throw new Failure('NOT_FOUND', `There is ${feed ? 'more than one' : 'no'} calendar feed called “${named}”.`, {
        where: named,
        remedy: feed ? 'Name it by its id; `signalbox feed list --json` tells it.' : 'Ask `signalbox feed list`.',
      });
    }
    await client.exchange.revokeFeed({ id: feed.id });
    return feed.name;
  });
  await terminal.out(`Removed ${plainText(name)}: its address is worth nothing from now on.\n`);
  return ExitCode.ok;
}
