import { describe, expect, it } from 'vitest';
import { github } from '../../../../../electron/core/connectors/github/index.ts';
import { githubConnection } from '../../../../support/sync-run.ts';

describe('electron/core/connectors/github', () => {
  const plan = githubConnection('https://api.github.com');

  it('sends the token as a bearer, and none where none is wanted', () => {
    expect(github.headers(plan, 'abc')).toMatchObject({ authorization: 'Bearer abc', 'user-agent': 'Signalbox' });
    expect(github.headers({ ...plan, auth: 'none' }, 'abc')).not.toHaveProperty('authorization');
    expect(github.headers(plan, null)).not.toHaveProperty('authorization');
  });

  it('asks who we are and whether a repository can be read', () => {
    const { path, account } = github.identity(plan);

    expect([path, account({ login: 'ada' }), account(null)]).toEqual(['/user', 'ada', 'unknown']);
    expect(github.scopeCheck(plan, 'https://github.com/acme/shop').path).toBe('/repos/acme/shop');
  });

  it.each(['acme/shop', ' Acme/SHOP ', 'https://github.com/Acme/Shop.git', 'git@github.com:acme/shop.git'])(
    'takes %j for the same repository',
    (typed) => {
      expect(github.scopeOf(typed)).toBe('acme/shop');
    },
  );

  it.each([
    ['production', true],
    ['Production', true],
    ['prod-eu', true],
    ['eu-prod', true],
    ['live', true],
    ['staging', false],
    ['preprod', false],
    ['production-like', true],
  ])('counts “%s” as production from the start: %s', async (environment, expected) => {
    const { createProductionReader } = await import('../../../../../electron/core/connectors/_kit/production.ts');

    expect(createProductionReader(github.defaultRules).isProduction(environment)).toBe(expected);
  });
});
