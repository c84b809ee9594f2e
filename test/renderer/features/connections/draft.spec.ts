import { describe, expect, it } from 'vitest';
import {
  type ConnectionDraft,
  draftOf,
  linesOf,
  newDraft,
  readDraft,
} from '../../../../renderer/features/connections/draft.ts';
import { connectionHealth } from '../../../support/connection-health.ts';

const github = {
  kind: 'github',
  title: 'GitHub',
  baseUrl: 'https://api.example.test',
  auth: ['token', 'none'],
  scopeLabel: 'Repositories',
  scopeExample: 'owner/name',
  tokenHelp: 'Make one.',
  defaultRules: {
    statuses: [{ pattern: 'To Do', category: 'new' }],
    productionEnvironments: ['production'],
    deploymentJobs: [],
  },
} as const;

function typed(changes: Partial<ConnectionDraft> = {}): ConnectionDraft {
  const connector = { ...github, auth: [...github.auth], defaultRules: structuredClone(github.defaultRules) };
  // The literals above are what the schema calls them.
  return {
    ...newDraft(connector as unknown as Parameters<typeof newDraft>[0]),
    scopes: 'acme/shop',
    secret: 'token',
    ...changes,
  };
}

describe('renderer/features/connections/draft', () => {
  it('begins with what the provider suggests', () => {
    expect(typed()).toMatchObject({
      name: 'GitHub',
      auth: 'token',
      productionEnvironments: 'production',
      everyMinutes: '60',
    });
  });

  it('parts lines and commas, trims, and leaves out what is empty or said twice', () => {
    expect(linesOf(' a\nb, c\r\n\n a ,')).toEqual(['a', 'b', 'c']);
  });

  it('reads a whole plan', () => {
    const { plan, problems } = readDraft(
      typed({ baseUrl: ' https://api.example.test/v3/ ', scopes: 'acme/shop\nacme/pay' }),
      true,
    );

    expect(problems).toEqual({});
    expect(plan).toMatchObject({
      baseUrl: 'https://api.example.test/v3',
      scopes: ['acme/shop', 'acme/pay'],
      everyMinutes: 60,
      user: '',
    });
  });

  it('takes an empty schedule for by hand only', () => {
    expect(readDraft(typed({ everyMinutes: '' }), true).plan?.everyMinutes).toBeNull();
  });

  it.each([
    ['name', { name: '  ' }],
    ['baseUrl', { baseUrl: 'api.example.test' }],
    ['baseUrl', { baseUrl: 'ftp://example.test' }],
    ['scopes', { scopes: ' \n ' }],
    ['everyMinutes', { everyMinutes: '1' }],
    ['everyMinutes', { everyMinutes: 'soon' }],
    ['secret', { secret: '' }],
    ['user', { auth: 'basic', user: '' }],
    ['statuses', { statuses: [{ pattern: '', category: 'new' }] }],
  ] as const)('says what is wrong with %s (case %#)', (field, changes) => {
    const { plan, problems } = readDraft(typed(changes as Partial<ConnectionDraft>), true);

    expect(plan).toBeNull();
    expect(Object.keys(problems)).toEqual([field]);
    expect(problems[field]).toMatch(/\.$/);
  });

  it('asks for no token where one is kept, or none is used', () => {
    expect(readDraft(typed({ secret: '' }), false).problems).toEqual({});
    expect(readDraft(typed({ secret: '', auth: 'none' }), true).problems).toEqual({});
  });

  it('forgets the e-mail address where it is not used', () => {
    expect(readDraft(typed({ user: 'ada@example.test' }), true).plan?.user).toBe('');
  });

  it('gives a connection back as it was, and never its secret', () => {
    const { id: _id, ...plan } = connectionHealth().connection;
    const draft = draftOf(plan);

    expect(draft.secret).toBe('');
    expect(readDraft(draft, false).plan).toEqual(plan);
  });
});
