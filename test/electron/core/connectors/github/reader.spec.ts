import { describe, expect, it } from 'vitest';
import { labelsOf, nameOf, peopleOf } from '../../../../../electron/core/connectors/github/reader.ts';
import { githubReader, githubRules } from '../../../../support/github-pages.ts';

describe('electron/core/connectors/github/reader', () => {
  it('names each person once', () => {
    const ada = { login: 'ada', id: '11', html_url: 'https://github.example/ada' };

    expect(peopleOf([ada, null, undefined, ada, { login: 'ghost', html_url: null }], githubReader())).toEqual([
      {
        kind: 'person',
        id: 'gh:person:ada',
        connectionId: 'gh',
        externalId: '11',
        url: 'https://github.example/ada',
        login: 'ada',
        name: 'ada',
      },
      {
        kind: 'person',
        id: 'gh:person:ghost',
        connectionId: 'gh',
        externalId: 'ghost',
        url: null,
        login: 'ghost',
        name: 'ghost',
      },
    ]);
  });

  it('names a repository as GitHub does, unless its facts go by another name already', () => {
    expect(nameOf({ full_name: 'Acme/Shop' }, { params: {} })).toBe('Acme/Shop');
    expect(nameOf({ full_name: 'Acme/Store' }, { params: { repository: 'Acme/Shop' } })).toBe('Acme/Shop');
    expect(githubReader({ repository: 'Acme/Shop' }).repository).toBe('Acme/Shop');
    expect(githubReader().repository).toBe('acme/shop');
  });

  it('reads labels of old and new answers', () => {
    expect(labelsOf(['bug', { name: 'feature' }, { name: '' }, { name: null }, {}])).toEqual(['bug', 'feature']);
    expect(labelsOf(null)).toEqual([]);
  });

  it('takes the user’s word for a status before GitHub’s', () => {
    const rules = { ...githubRules, statuses: [{ pattern: 'closed (*', category: 'waiting' as const }] };
    const { category } = githubReader({}, rules);

    expect(['open', 'closed', 'closed (not_planned)'].map(category)).toEqual(['new', 'done', 'waiting']);
  });
});
