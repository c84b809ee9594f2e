import { describe, expect, it } from 'vitest';
import { jira } from '../../../../../electron/core/connectors/jira/index.ts';
import { MappingRules } from '../../../../../shared/model/connection.ts';
import { jiraPlan } from '../../../../support/jira-pages.ts';

describe('electron/core/connectors/jira', () => {
  it('signs in by e-mail and token, by token alone, or not at all', () => {
    const accept = { accept: 'application/json' };

    expect(jira.headers(jiraPlan({ user: 'zoë@example.com' }), 'sesame')).toEqual({
      ...accept,
      authorization: 'Basic em/Dq0BleGFtcGxlLmNvbTpzZXNhbWU=',
    });
    expect(jira.headers(jiraPlan({ auth: 'token' }), 'sesame')).toEqual({ ...accept, authorization: 'Bearer sesame' });
    expect(jira.headers(jiraPlan({ auth: 'none' }), 'sesame')).toEqual(accept);
    expect(jira.headers(jiraPlan(), null)).toEqual(accept);
  });

  it('starts each scope with one request, from its watermark', () => {
    const starts = [{}, { issues: { updated: 7 } }, { issues: { updated: 'x' } }].map((watermarks) =>
      jira.start(jiraPlan(), 'PAY', watermarks),
    );

    expect(starts.map(([request]) => [request?.stream, request?.params.since])).toEqual([
      ['server-info', null],
      ['server-info', 7],
      ['server-info', null],
    ]);
  });

  it('asks who we are and whether a project can be read in a way that every Jira answers', () => {
    const identity = jira.identity(jiraPlan());

    expect(identity.path).toBe('/rest/api/2/myself');
    expect(identity.account({ accountId: 'a-1', displayName: 'Ada Lovelace' })).toBe('Ada Lovelace');
    expect(identity.account([])).toBe('unknown');
    expect(jira.scopeCheck(jiraPlan(), 'P/Y').path).toBe('/rest/api/2/project/P%2FY');
  });

  it.each(['PAY', 'pay', ' Pay '])('takes %j for the same project', (typed) => {
    expect(jira.scopeOf(typed)).toBe('PAY');
  });

  it('has default rules that the model accepts', () => {
    expect(MappingRules.parse(jira.defaultRules)).toEqual(jira.defaultRules);
  });
});
