import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { placeOf } from '../../../../../electron/core/connectors/_kit/place.ts';
import { bodyOf } from '../../../../../electron/core/connectors/jira/body.ts';
import { Failure } from '../../../../../shared/model/failure.ts';
import { jiraPage } from '../../../../support/jira-pages.ts';

const place = placeOf('https://acme.atlassian.net/rest/api/3/search/jql?jql=x', 'issues of PAY');

describe('electron/core/connectors/jira/body', () => {
  it('reads a body by its schema', () => {
    expect(bodyOf(z.object({ issues: z.array(z.unknown()) }), jiraPage({ issues: [], more: 1 }), place)).toEqual({
      issues: [],
    });
  });

  it('fails on any other body, and says where and what to do', () => {
    const read = () => bodyOf(z.object({ issues: z.array(z.unknown()) }), jiraPage({ error: 'busy' }), place);

    expect(read).toThrow(Failure);
    expect(read).toThrow(
      expect.objectContaining({
        code: 'PROVIDER_BROKEN',
        message: 'acme.atlassian.net answered with something else than a page of issues of PAY.',
        where: 'acme.atlassian.net/rest/api/3/search/jql',
        remedy: expect.stringContaining('the address is that of Jira itself'),
      }),
    );
  });
});
