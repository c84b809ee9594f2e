import { describe, expect, it } from 'vitest';
import { keptHeaders } from '../../../../../electron/core/connectors/_kit/kept-headers.ts';

describe('electron/core/connectors/_kit/kept-headers', () => {
  it('keeps what connectors read and nothing that tells of sessions', () => {
    const headers = { link: '<x>; rel="next"', etag: '"1"', date: 'd', 'set-cookie': 'session=1', 'x-user': 'ada' };

    expect(keptHeaders(headers)).toEqual({ link: '<x>; rel="next"', etag: '"1"', date: 'd' });
    expect(keptHeaders({ 'x-accepted-github-permissions': 'actions=read', 'x-oauth-scopes': 'repo' })).toEqual({
      'x-accepted-github-permissions': 'actions=read',
    });
  });
});
