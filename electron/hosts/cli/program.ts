import { Command, type CommanderError, Option } from 'commander';
import { AuthMethod, ConnectorKind } from '../../../shared/model/connection.ts';
import { type AddOptions, addConnection } from './add-connection.ts';
import { type CallOptions, callProcedure } from './call-procedure.ts';
import {
  type ConnectOptions,
  listConnections,
  type RemoveOptions,
  removeConnection,
  testConnection,
} from './connect-commands.ts';
import { runDoctor } from './doctor.ts';
import { ExitCode } from './exit-code.ts';
import { type AddFeedOptions, addFeed, type FeedOptions, listFeeds, removeFeed } from './feed-commands.ts';
import { listProcedures } from './list-procedures.ts';
import { VERSION } from './session.ts';
import { type SyncOptions, syncConnections } from './sync-command.ts';
import type { Terminal } from './terminal.ts';
import { verifyJournal } from './verify-journal.ts';
import { backUpWorkspace, createWorkspace, showWorkspace, type WorkspaceOptions } from './workspace-commands.ts';

/** Runs a command and remembers how it ended. */
type Run = (work: Promise<ExitCode>) => Promise<void>;

const MACHINE = 'print JSON for machines instead of a table';

function examples(...lines: readonly string[]): string {
  // A line that goes on from the one before starts with spaces.
  return `\nExamples:\n${lines.map((line) => (line.startsWith(' ') ? `  ${line}` : `  $ ${line}`)).join('\n')}\n`;
}

/** The options of every command that opens a workspace. */
function onWorkspace(command: Command): Command {
  return command
    .option('-w, --workspace <file>', 'the workspace file; else the variable SIGNALBOX_WORKSPACE names it')
    .option('--actor <name>', 'who decides, for the journal; else SIGNALBOX_ACTOR, else this account')
    .option('--verbose', 'log to standard error what happens inside');
}

function addContract(program: Command, terminal: Terminal, run: Run): void {
  program
    .command('procedures')
    .description('list every procedure of the contract with its kind')
    .argument('[name]', 'only this one')
    .option('--json', 'with the JSON Schemas of input and output, for machines')
    .addHelpText('after', examples('signalbox procedures', 'signalbox procedures releases.move --json'))
    .action((name: string | undefined, options: { json?: boolean }) => run(listProcedures(name, options, terminal)));
  onWorkspace(program.command('call'))
    .description('call one procedure and print its result as JSON; a subscription prints a line for each element')
    .argument('<procedure>', 'its name, such as trains.list')
    .option('-i, --input <json>', 'its input as JSON, as @file, or - for standard input; {} if left out')
    .option('--branch <name>', 'call it in this what-if branch, by its name or id, in place of the plan')
    .addHelpText(
      'after',
      examples(
        'signalbox call trains.list --workspace plan.signalbox',
        'signalbox call workItems.search --input \'{"text":"login"}\' --workspace plan.signalbox',
        'signalbox call trains.create --input @train.json --workspace plan.signalbox',
        'signalbox call system.changes --workspace plan.signalbox    (until Ctrl+C)',
      ),
    )
    .action((name: string, options: CallOptions) => run(callProcedure(name, options, terminal)));
}

function addWorkspace(program: Command, terminal: Terminal, run: Run): void {
  const workspace = program.command('workspace').description('make, describe and copy workspaces');
  const made = (name: string) =>
    onWorkspace(workspace.command(name))
      .option('--name <name>', 'what the workspace is called; else as its file')
      .option('--zone <zone>', "its people's IANA time zone; else this machine's")
      .option('--json', MACHINE);
  made('create')
    .description('make a new, empty workspace')
    .addHelpText(
      'after',
      examples('signalbox workspace create -w plan.signalbox --name "Payments" --zone Europe/Berlin'),
    )
    .action((options: WorkspaceOptions) => run(createWorkspace(options, terminal, 'empty')));
  made('sample')
    .description('make a new workspace that holds the public release trains of the sample')
    .addHelpText('after', examples('signalbox workspace sample -w sample.signalbox'))
    .action((options: WorkspaceOptions) => run(createWorkspace(options, terminal, 'sample')));
  onWorkspace(workspace.command('info'))
    .description('say what is in a workspace')
    .option('--json', MACHINE)
    .addHelpText('after', examples('signalbox workspace info -w plan.signalbox'))
    .action((options: WorkspaceOptions) => run(showWorkspace(options, terminal)));
  onWorkspace(workspace.command('backup'))
    .description('write a complete copy of a workspace beside it and print its path; works while Signalbox is open')
    .option('--json', MACHINE)
    .addHelpText('after', examples('signalbox workspace backup -w plan.signalbox'))
    .action((options: WorkspaceOptions) => run(backUpWorkspace(options, terminal)));
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function addConnect(program: Command, terminal: Terminal, run: Run): void {
  const connect = program.command('connect').description('add, list, test and remove connections to providers');
  const kinds = ConnectorKind.options.filter((kind) => kind !== 'simulated');
  onWorkspace(connect.command('add'))
    .description('add a connection; its token comes from the environment or a prompt, never from the command line')
    .addOption(new Option('--kind <kind>', 'the provider').choices(kinds).makeOptionMandatory())
    .requiredOption('--name <name>', 'what it is called here')
    .requiredOption('--url <url>', 'the base address, such as https://api.github.com')
    .requiredOption('--scope <scope>', 'a repository owner/name or a project key; give it again for more', collect)
    .option('--token-env <variable>', 'the environment variable that holds the token now')
    .option('--no-store', 'keep no secret on this machine: bring SIGNALBOX_SECRET_<NAME> at each sync')
    .addOption(new Option('--auth <method>', 'token, or basic with --user, or none').choices(AuthMethod.options))
    .option('--user <email>', 'the account of basic authentication (Jira Cloud)')
    .option(
      '--every <minutes>',
      'sync by itself every so many minutes while the application is open, or never, as if left out',
    )
    .option('--json', MACHINE)
    .addHelpText(
      'after',
      examples(
        'signalbox connect add -w plan.signalbox --kind github --name acme --url https://api.github.com \\',
        '    --scope acme/shop --scope acme/web --token-env GITHUB_TOKEN',
        'signalbox connect add -w plan.signalbox --kind jira --name tickets --url https://acme.atlassian.net \\',
        '    --scope PAY --user anna@acme.example --token-env JIRA_TOKEN --every 30',
      ),
    )
    .action((options: AddOptions) => run(addConnection(options, terminal)));
  onWorkspace(connect.command('list'))
    .description('list the connections and how they are')
    .option('--json', MACHINE)
    .addHelpText('after', examples('signalbox connect list -w plan.signalbox'))
    .action((options: ConnectOptions) => run(listConnections(options, terminal)));
  onWorkspace(connect.command('remove'))
    .description('remove a connection; its token stays, since copies of the workspace may use it')
    .argument('<name>', 'its name or id')
    .option('--forget-token', 'take its token off this machine too')
    .addHelpText('after', examples('signalbox connect remove acme --forget-token -w plan.signalbox'))
    .action((name: string, options: RemoveOptions) => run(removeConnection(name, options, terminal)));
  onWorkspace(connect.command('test'))
    .description('ask the provider who we are and whether each scope can be read')
    .argument('<name>', 'its name or id')
    .option('--json', MACHINE)
    .addHelpText('after', examples('signalbox connect test acme -w plan.signalbox'))
    .action((name: string, options: ConnectOptions) => run(testConnection(name, options, terminal)));
}

function addFeeds(program: Command, terminal: Terminal, run: Run): void {
  const feed = program
    .command('feed')
    .description('share the plan as calendars that programs on this machine subscribe to');
  onWorkspace(feed.command('add'))
    .description('make a calendar feed and print its address; whoever has it can read the calendar')
    .requiredOption('--name <name>', 'what it is called here')
    .option('--train <train>', 'only this train, by name or id; give it again for more', collect)
    .option('--person <person>', 'the duties of this person, by name or id; give it again for more', collect)
    .option('--duties', 'the duties of everybody')
    .option('--no-departures', 'without departures')
    .option('--no-milestones', 'without milestones')
    .option('--no-rules', 'without windows, freezes and maintenance')
    .option('--json', MACHINE)
    .addHelpText('after', examples('signalbox feed add --name "Release plan" --train Payments -w plan.signalbox'))
    .action((options: AddFeedOptions) => run(addFeed(options, terminal)));
  onWorkspace(feed.command('list'))
    .description('list the calendar feeds with their addresses')
    .option('--json', MACHINE)
    .addHelpText('after', examples('signalbox feed list -w plan.signalbox'))
    .action((options: FeedOptions) => run(listFeeds(options, terminal)));
  onWorkspace(feed.command('remove'))
    .description('make the address of a calendar feed worth nothing, at once and for good')
    .argument('<name>', 'its name or id')
    .addHelpText('after', examples('signalbox feed remove "Release plan" -w plan.signalbox'))
    .action((name: string, options: FeedOptions) => run(removeFeed(name, options, terminal)));
}

function addWork(program: Command, terminal: Terminal, run: Run): void {
  onWorkspace(program.command('sync'))
    .description('sync every connection, or one, and say what came of it')
    .option('--connection <name>', 'only this one, by name or id')
    .option('--from-scratch', 'read every row again, such as after a token that may see more was saved')
    .option('--json', MACHINE)
    .addHelpText(
      'after',
      examples(
        'signalbox sync -w plan.signalbox',
        'SIGNALBOX_SECRET_ACME=… signalbox sync -w plan.signalbox --connection acme --json',
      ),
    )
    .action((options: SyncOptions) => run(syncConnections(options, terminal)));
  const audit = program.command('audit').description('prove the journal');
  onWorkspace(audit.command('verify'))
    .description('check the journal from its first entry to its head, and the tables against it')
    .option('--json', MACHINE)
    .addHelpText('after', examples('signalbox audit verify -w plan.signalbox'))
    .action((options: SyncOptions) => run(verifyJournal(options, terminal)));
  onWorkspace(program.command('doctor'))
    .description('check what Signalbox needs on this machine, and a workspace if one is named')
    .option('--json', MACHINE)
    .addHelpText('after', examples('signalbox doctor', 'signalbox doctor -w plan.signalbox'))
    .action((options: SyncOptions) => run(runDoctor(options, terminal)));
}

const CLOSING = `
Results go to standard output, progress and errors to standard error.
Ends with 0 when all went well, 1 when it failed, 2 when the command line makes no sense, 130 after Ctrl+C.
Queries (and info, backup, list, verify, doctor) read beside an open Signalbox; everything else needs it closed.
${examples('signalbox workspace sample -w sample.signalbox', 'signalbox call today.get -i \'{"since":0}\' -w sample.signalbox')}`;

/** The command line's grammar. Each action's end is told to `run`. */
export function createProgram(terminal: Terminal, run: Run): Command {
  const program = new Command('signalbox')
    .description("The release coordinator's desk, on the command line.")
    .version(VERSION, '-V, --version', 'print the version')
    .showHelpAfterError('(add --help to see how it is used)')
    .addHelpText('after', CLOSING)
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: (text) => void terminal.err(text),
    })
    .exitOverride();
  addContract(program, terminal, run);
  addWorkspace(program, terminal, run);
  addConnect(program, terminal, run);
  addFeeds(program, terminal, run);
  addWork(program, terminal, run);
  return program;
}

/** How commander ended: help and the version were asked for; anything else is a mistake in the words. */
export function exitCodeOf(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
}
