import {
  type AuthMethod,
  ConnectionPlan,
  type ConnectorKind,
  type MappingRules,
} from '../../../shared/model/connection.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { issueInWords } from '../../../shared/model/issue-words.ts';
import { secretVariableOf } from '../named-secrets.ts';
import { ExitCode } from './exit-code.ts';
import { type Opened, type SessionOptions, withWorkspace } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface AddOptions extends SessionOptions {
  readonly kind: ConnectorKind;
  readonly name: string;
  readonly url: string;
  readonly scope: readonly string[];
  readonly auth?: AuthMethod;
  readonly user?: string;
  readonly every?: string;
  readonly tokenEnv?: string;
  /** `--no-store`: the environment brings the secret at each sync. */
  readonly store: boolean;
  readonly json?: boolean;
}

function everyMinutes(text: string | undefined): number | null {
  if (text === undefined || text === 'never') return null;
  const minutes = Number(text);
  if (Number.isInteger(minutes) && minutes > 0) return minutes;
  throw new Failure('BAD_INPUT', `--every takes minutes or \`never\`, not “${text}”.`, {
    where: '--every',
    remedy: 'For each hour: --every 60.',
  });
}

function authOf(options: AddOptions): AuthMethod {
  if (options.auth) return options.auth;
  return options.kind === 'jira' && options.user ? 'basic' : 'token';
}

function planOf(options: AddOptions, rules: MappingRules): ConnectionPlan {
  const plan = ConnectionPlan.safeParse({
    kind: options.kind,
    name: options.name,
    baseUrl: options.url,
    auth: authOf(options),
    user: options.user ?? '',
    scopes: options.scope,
    rules,
    everyMinutes: everyMinutes(options.every),
  });
  if (plan.success) return plan.data;
  const [issue] = plan.error.issues;
  const field = String(issue?.path[0] ?? 'the connection');
  throw new Failure(
    'BAD_INPUT',
    `${field} is not right: ${issue === undefined ? 'nobody said why' : issueInWords(issue)}.`,
    {
      where: field,
      remedy: 'Correct it and try again; `signalbox connect add --help` shows examples.',
    },
  );
}

async function readSecret(options: AddOptions, terminal: Terminal): Promise<string | null> {
  if (authOf(options) === 'none' || !options.store) return null;
  if (options.tokenEnv) {
    const secret = terminal.variables[options.tokenEnv]?.trim();
    if (secret) return secret;
    throw new Failure('SECRET_MISSING', `The environment holds nothing in ${options.tokenEnv}.`, {
      where: '--token-env',
      remedy: `Set it for this command: ${options.tokenEnv}=… signalbox connect add …`,
    });
  }
  const secret = terminal.askSecret ? await terminal.askSecret(`Token for ${options.name} (not shown): `) : '';
  if (secret) return secret;
  throw new Failure('SECRET_MISSING', 'No token was given.', {
    where: '--token-env',
    remedy: 'Name the variable that holds it (--token-env VAR), or bring it at each sync (--no-store).',
  });
}

async function rulesOf({ core }: Opened, kind: ConnectorKind): Promise<MappingRules> {
  const kinds = await core.client.connections.kinds({});
  const found = kinds.find((each) => each.kind === kind);
  if (found) return found.defaultRules;
  throw new Failure('BAD_INPUT', `There is no provider of kind “${kind}”.`, {
    where: '--kind',
    remedy: `There are ${kinds.map((each) => each.kind).join(', ')}.`,
  });
}

/** Adds the connection and keeps its secret, where it needs one; where that cannot be kept, the connection is taken back. */
async function add(
  opened: Opened,
  plan: ConnectionPlan,
  secret: string | null,
): Promise<{ id: string; keptIn: string | null }> {
  const { connections, journal } = opened.core.client;
  const { id, seq } = await connections.add(plan);
  if (secret === null) {
    return { id, keptIn: plan.auth === 'none' ? null : `the environment: ${secretVariableOf(plan.name)}` };
  }
  try {
    return { id, ...(await connections.saveSecret({ id, secret })) };
  } catch (error) {
    if (seq !== null) await journal.undo({ seq });
    throw error;
  }
}

/** `connect add`: the secret comes from the environment or a prompt, never from the command line. */
export async function addConnection(options: AddOptions, terminal: Terminal): Promise<ExitCode> {
  const secret = await readSecret(options, terminal);
  const added = await withWorkspace(options, terminal, { mode: 'write' }, async (opened) =>
    add(opened, planOf(options, await rulesOf(opened, options.kind)), secret),
  );
  if (options.json) await terminal.out(`${JSON.stringify(added, null, 2)}\n`);
  else {
    const kept = added.keptIn === null ? 'It needs no secret.' : `Its secret is kept in ${added.keptIn}.`;
    await terminal.out(`Added ${options.name} (${added.id}).\n${kept}\n`);
  }
  return ExitCode.ok;
}
