import type { Connector } from '../_kit/connector.ts';
import { parseRow } from '../_kit/rows.ts';
import { map } from './map.ts';
import { nameOf } from './map-people.ts';
import { next } from './next.ts';
import { serverInfoRequest } from './requests.ts';
import { Myself } from './schema.ts';

const headers: Connector['headers'] = (plan, secret) => {
  const accept = { accept: 'application/json' };
  if (plan.auth === 'none' || secret === null) return accept;
  if (plan.auth === 'token') return { ...accept, authorization: `Bearer ${secret}` };
  const both = Buffer.from(`${plan.user}:${secret}`, 'utf8').toString('base64');
  return { ...accept, authorization: `Basic ${both}` };
};

/** Jira Cloud (REST v3) and Jira Data Center (REST v2); see the README beside this file. */
export const jira: Connector = {
  kind: 'jira',
  title: 'Jira',
  exampleBaseUrl: 'https://your-site.atlassian.net',
  auth: ['basic', 'token', 'none'],
  scopeLabel: 'Projects',
  scopeExample: 'PAY',
  tokenHelp:
    'Jira Cloud: make an API token at id.atlassian.com under Security, and enter your e-mail address with it. Jira Data Center: make a personal access token in your profile. It needs to browse the projects and read their boards; nothing is ever written.',
  defaultRules: {
    statuses: [
      { pattern: '*blocked*', category: 'waiting' },
      { pattern: '*on hold*', category: 'waiting' },
      { pattern: 'waiting*', category: 'waiting' },
      { pattern: 'pending*', category: 'waiting' },
    ],
    productionEnvironments: [],
    deploymentJobs: [],
  },
  // Jira writes keys in capitals and finds them however they are written.
  scopeOf: (typed) => typed.trim().toUpperCase(),
  headers,
  start: (_plan, scope, watermarks) => {
    const since = watermarks.issues?.updated;
    return [serverInfoRequest(scope, typeof since === 'number' ? since : null)];
  },
  map,
  next,
  identity: () => ({
    path: '/rest/api/2/myself',
    account: (body) => nameOf(parseRow(Myself, body).row) ?? 'unknown',
  }),
  scopeCheck: (_plan, scope) => ({ path: `/rest/api/2/project/${encodeURIComponent(scope)}` }),
};
