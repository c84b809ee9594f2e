import { contentWords } from '../../../shared/domain/exchange/calendar-content.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { FeedPlan } from '../../../shared/model/feed.ts';
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
  readonly departures: boolean;
  readonly milestones: boolean;
  readonly rules: boolean;
  readonly duties?: boolean;
  readonly person?: readonly string[];
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

interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

/** The ids of things given by name or id; null where none is given. */
function idsOf<Id extends string>(
  given: readonly string[],
  known: readonly Named<Id>[],
  { what, list }: { what: 'train' | 'person'; list: string },
): Id[] | null {
  if (given.length === 0) return null;
  return given.map((one) => {
    const found = known.find(({ id, name }) => id === one || isCalled(name, one));
    if (found !== undefined) return found.id;
    throw new Failure('NOT_FOUND', `There is no ${what} called “${one}”.`, {
      where: `--${what}`,
      remedy: `Ask \`signalbox call ${list}\` for those that there are.`,
    });
  });
}

/** `feed add`: makes a feed and prints its address, alone on a line. */
export async function addFeed(options: AddFeedOptions, terminal: Terminal): Promise<ExitCode> {
  const { name, train = [], person = [], departures, milestones, rules } = options;
  const made = await withWorkspace(options, terminal, { mode: 'read' }, async ({ core: { client } }) => {
    const trains = (await client.trains.list({})).map((each) => each.train);
    const { people } = await client.catalogue.read({});
    const trainIds = idsOf(train, trains, { what: 'train', list: 'trains.list' });
    const personIds = idsOf(person, people, { what: 'person', list: 'catalogue.read' });
    const duties = options.duties === true || personIds !== null;
    const plan = FeedPlan.safeParse({ name, trainIds, departures, milestones, rules, duties, personIds });
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
  const { feeds, names } = await withWorkspace(options, terminal, { mode: 'read' }, async ({ core: { client } }) => {
    const trains = await client.trains.list({});
    const { people } = await client.catalogue.read({});
    return {
      feeds: (await client.exchange.feeds({})).feeds,
      names: {
        trains: new Map(trains.map(({ train }) => [train.id, train.name] as const)),
        people: new Map(people.map(({ id, name }) => [id, name] as const)),
      },
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
  const rows = listed.map((feed) => [feed.name, contentWords(feed, names), feed.address ?? NO_ADDRESS]);
  await terminal.out(tableText(['name', 'what is in it', 'address'], rows));
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
