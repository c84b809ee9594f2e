import * as z from 'zod';
import type { Connector } from '../_kit/connector.ts';
import { mapPage } from './map.ts';
import { nextRequests } from './next.ts';
import { apiBase, isRepositoryName, repositoryName, repositoryPath } from './repository-name.ts';
import { repositoryRequest } from './requests.ts';

const Account = z.object({ login: z.string() });

/** GitHub, on github.com or an Enterprise server, by its REST API. */
export const github: Connector = {
  kind: 'github',
  title: 'GitHub',
  exampleBaseUrl: 'https://api.github.com',
  auth: ['token', 'none'],
  scopeLabel: 'Repositories',
  scopeExample: 'owner/name',
  tokenHelp:
    'GitHub → Settings → Developer settings → Fine-grained tokens: read access to Actions, Contents, Deployments, Issues, Metadata and Pull requests of the repositories. A classic token needs the scope “repo”.',
  defaultRules: {
    statuses: [],
    productionEnvironments: ['production', 'prod', 'live', 'production-*', 'prod-*', '*-production', '*-prod'],
    deploymentJobs: [],
  },
  apiBase,
  // GitHub does not tell letters' cases apart.
  scopeOf: (typed) => repositoryName(typed).toLowerCase(),
  scopeFault: (typed) => (isRepositoryName(typed) ? null : 'no repository: it is written owner/name'),
  lasting: ['repository'],
  headers: (plan, secret) => ({
    accept: 'application/vnd.github+json',
    'user-agent': 'Signalbox',
    'x-github-api-version': '2022-11-28',
    ...(plan.auth === 'token' && secret !== null ? { authorization: `Bearer ${secret}` } : {}),
  }),
  start: (_plan, scope, watermarks) => [repositoryRequest(scope, watermarks)],
  map: mapPage,
  next: nextRequests,
  identity: () => ({ path: '/user', account: (body) => Account.safeParse(body).data?.login ?? 'unknown' }),
  scopeCheck: (_plan, scope) => ({ path: repositoryPath(scope) }),
};
