import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ConnectionPlan } from '../../shared/model/connection.ts';
import { githubPlan, jiraPlan } from '../support/simulator/connections.ts';
import type { Enterprise } from '../support/simulator/enterprise.ts';
import { enterpriseOfSize } from '../support/simulator/size.ts';

/** Base URLs of the replay servers. */
export interface ServedAddresses {
  readonly github: string;
  readonly jira: string;
}

export interface Served {
  readonly enterprise: Enterprise;
  readonly github: ConnectionPlan;
  readonly jira: ConnectionPlan;
  readonly close: () => Promise<void>;
}

export interface ServedOptions {
  readonly facts: number;
  readonly seed: number;
  readonly to: number;
}

/** Serves an enterprise from another process, which ends with this one. */
export async function serveEnterprise(options: ServedOptions): Promise<Served> {
  const { facts, seed, to } = options;
  const file = join(import.meta.dirname, 'serve.ts');
  const child = spawn(process.execPath, ['--max-old-space-size=8192', file, String(facts), String(seed), String(to)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    ended.then(([code]) => {
      throw new Error(`the replay server ended at once with code ${code}`);
    }),
  ]);
  const addresses = JSON.parse(line) as ServedAddresses;
  const enterprise = enterpriseOfSize({ facts, seed, to });
  return {
    enterprise,
    github: { ...githubPlan(enterprise, addresses.github), auth: 'none' },
    jira: { ...jiraPlan(enterprise, addresses.jira), auth: 'none' },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
