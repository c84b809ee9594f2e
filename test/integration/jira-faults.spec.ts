import { afterEach, describe, expect, it } from 'vitest';
import { paymentsJira } from '../fixtures/jira/payments.ts';
import { type JiraSite, type JiraSiteOptions, startJiraSite } from '../support/jira-site.ts';
import { factsOf } from '../support/stored-facts.ts';

let sites: JiraSite[] = [];

async function aSite(options: Partial<JiraSiteOptions>): Promise<JiraSite> {
  const site = await startJiraSite({ cloud: true, data: paymentsJira, ...options });
  sites.push(site);
  return site;
}

afterEach(async () => {
  await Promise.all(sites.map((site) => site.end()));
  sites = [];
});

describe.each([
  ['Jira Cloud', true],
  ['Jira Data Center', false],
])('integration/jira-faults with %s', (_, cloud) => {
  it('fails clearly when the pages never end', async () => {
    const site = await aSite({ cloud });
    site.server.fault({ kind: 'loop', path: /\/search/ });

    const run = await site.sync();

    expect(run).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_LOOP' });
    expect(run.errorMessage).toContain('PAY');
  });

  it('fails clearly when boards never end', async () => {
    const site = await aSite({ cloud, server: { largestPage: 1 } });
    site.server.fault({ kind: 'loop', path: /\/agile\/1\.0\/board\?/ });

    expect(await site.sync()).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_LOOP' });
  });

  it('waits where it is told to, and goes on', async () => {
    const site = await aSite({ cloud });
    site.server.fault({ kind: 'throttled', retryAfter: '0', path: /\/search/, times: 2 });

    expect(await site.sync()).toMatchObject({ state: 'succeeded' });
    expect(site.server.requests().filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it.each([
    ['a sign-in page', { kind: 'sign-in-page' }, 'PROVIDER_NOT_JSON'],
    ['half an answer', { kind: 'truncated' }, 'PROVIDER_TRUNCATED'],
    ['an error of the server', { kind: 'status', status: 503 }, 'PROVIDER_BROKEN'],
    ['a clock three hours off', { kind: 'skewed-clock', ms: 3 * 3_600_000 }, 'PROVIDER_CLOCK_SKEW'],
  ] as const)('tells %s, and recovers', async (__, fault, code) => {
    const site = await aSite({ cloud });
    site.server.fault({ ...fault, path: /\/search/ });

    const failed = await site.sync();
    site.server.clearFaults();
    const recovered = await site.sync();

    expect(failed).toMatchObject({ state: 'failed', errorCode: code });
    expect(recovered.state).toBe('succeeded');
    expect(factsOf(site.db, 'work-item')).toHaveLength(23);
  });
});
