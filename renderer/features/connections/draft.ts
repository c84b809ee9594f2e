import type { ConnectorDescription } from '../../../shared/contract/connections.ts';
import { sentence } from '../../../shared/domain/text/sentence.ts';
import { type AuthMethod, ConnectionPlan, type MappingRules } from '../../../shared/model/connection.ts';
import { issueInWords } from '../../../shared/model/issue-words.ts';

/** A connection as it is being typed. */
export interface ConnectionDraft {
  readonly kind: ConnectionPlan['kind'];
  readonly name: string;
  readonly baseUrl: string;
  readonly auth: AuthMethod;
  readonly user: string;
  /** Never read back: empty leaves the kept one as it is. */
  readonly secret: string;
  /** One to a line. */
  readonly scopes: string;
  /** Minutes as typed; empty for by hand only. */
  readonly everyMinutes: string;
  readonly statuses: MappingRules['statuses'];
  readonly productionEnvironments: string;
  readonly deploymentJobs: string;
}

export type DraftField = keyof ConnectionDraft;

/** The lines of a text, trimmed, empty ones and repetitions left out; commas part too. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/[\n,]/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** What a provider suggests for a new connection. */
export function newDraft(connector: ConnectorDescription): ConnectionDraft {
  return {
    kind: connector.kind,
    name: connector.title,
    baseUrl: connector.baseUrl,
    auth: connector.auth[0] ?? 'token',
    user: '',
    secret: '',
    scopes: '',
    everyMinutes: '60',
    ...rulesDraft(connector.defaultRules),
  };
}

function rulesDraft(rules: MappingRules) {
  return {
    statuses: rules.statuses,
    productionEnvironments: rules.productionEnvironments.join('\n'),
    deploymentJobs: rules.deploymentJobs.join('\n'),
  };
}

/** A connection that is there, as it can be changed. */
export function draftOf(plan: ConnectionPlan): ConnectionDraft {
  return {
    kind: plan.kind,
    name: plan.name,
    baseUrl: plan.baseUrl,
    auth: plan.auth,
    user: plan.user,
    secret: '',
    scopes: plan.scopes.join('\n'),
    everyMinutes: plan.everyMinutes === null ? '' : String(plan.everyMinutes),
    ...rulesDraft(plan.rules),
  };
}

const fieldOf: Readonly<Record<string, DraftField>> = {
  name: 'name',
  baseUrl: 'baseUrl',
  auth: 'auth',
  user: 'user',
  scopes: 'scopes',
  everyMinutes: 'everyMinutes',
  'rules.statuses': 'statuses',
  'rules.productionEnvironments': 'productionEnvironments',
  'rules.deploymentJobs': 'deploymentJobs',
};

const sayings: Partial<Record<DraftField, string>> = {
  name: 'Give the connection a name of at most 80 characters.',
  baseUrl: 'Write a whole web address, such as https://api.github.com.',
  scopes: 'Name at least one, one to a line.',
  everyMinutes: 'Between 5 minutes and a week (10,080 minutes).',
  statuses: 'Every rule needs a pattern of at most 120 characters.',
  productionEnvironments: 'At most 50 patterns of at most 120 characters.',
  deploymentJobs: 'At most 50 patterns of at most 120 characters.',
};

export type Problems = Partial<Record<DraftField, string>>;

export interface ReadDraft {
  /** Null while something is wrong. */
  readonly plan: ConnectionPlan | null;
  readonly problems: Problems;
}

/** Reads what was typed: a plan, or what is wrong with which field. `needsSecret` is false where one is kept. */
export function readDraft(draft: ConnectionDraft, needsSecret: boolean): ReadDraft {
  const parsed = ConnectionPlan.safeParse({
    kind: draft.kind,
    name: draft.name,
    baseUrl: draft.baseUrl.trim().replace(/\/+$/, ''),
    auth: draft.auth,
    user: draft.auth === 'basic' ? draft.user : '',
    scopes: linesOf(draft.scopes),
    everyMinutes: draft.everyMinutes.trim() === '' ? null : Number(draft.everyMinutes),
    rules: {
      statuses: draft.statuses,
      productionEnvironments: linesOf(draft.productionEnvironments),
      deploymentJobs: linesOf(draft.deploymentJobs),
    },
  });
  const problems: Problems = {};
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path[0] === 'rules' ? `rules.${String(issue.path[1])}` : String(issue.path[0]);
    const field = fieldOf[path];
    if (field !== undefined) problems[field] ??= sayings[field] ?? sentence(issueInWords(issue));
  }
  if (draft.auth === 'basic' && draft.user.trim() === '') problems.user = 'Write the e-mail address of the account.';
  if (draft.auth !== 'none' && needsSecret && draft.secret === '') problems.secret = 'Paste the token.';
  const isGood = parsed.success && Object.keys(problems).length === 0;
  return { plan: isGood ? parsed.data : null, problems };
}

/** The usual schedules; any other number of minutes can be typed. */
export const schedules = [
  { value: '', label: 'By hand only' },
  { value: '15', label: 'Every 15 minutes' },
  { value: '60', label: 'Every hour' },
  { value: '360', label: 'Every 6 hours' },
  { value: '1440', label: 'Every day' },
] as const;

export const authLabels = {
  token: 'Token',
  basic: 'E-mail and API token',
  none: 'None (public data only)',
} as const satisfies Record<AuthMethod, string>;
