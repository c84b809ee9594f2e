import { describe, expect, it } from 'vitest';
import { createReader } from '../../../../../electron/core/connectors/jira/reader.ts';
import { jiraContext, jiraReader, jiraSetup, NO_RULES } from '../../../../support/jira-pages.ts';

describe('electron/core/connectors/jira/reader', () => {
  it.each([
    ['new', 'new'],
    ['indeterminate', 'active'],
    ['done', 'done'],
    ['undefined', 'active'],
    [null, 'active'],
  ])('reads the category %s as %s', (key, expected) => {
    expect(jiraReader().category('Any', null, key)).toBe(expected);
  });

  it('knows the categories of statuses by id, where the status itself does not say', () => {
    const reader = jiraReader(jiraSetup({ statuses: 'new:1;done:5,6' }));

    expect(reader.category('To Do', '1')).toBe('new');
    expect(reader.category('Closed', '6')).toBe('done');
    expect(reader.category('Gone', '7')).toBe('active');
  });

  it('knows the statuses that every Jira begins with, also when the site has deleted them', () => {
    const reader = jiraReader(jiraSetup({ statuses: 'new:3' }));

    expect(reader.category('Resolved', '5')).toBe('done');
    expect(reader.category('Reopened', '4')).toBe('new');
    // What the site says counts more.
    expect(reader.category('In Progress', '3')).toBe('new');
  });

  it("lets the user's rules win, the first that matches the name", () => {
    const statuses = [
      { pattern: 'wait*', category: 'waiting' as const },
      { pattern: '*done*', category: 'active' as const },
      { pattern: '等待?', category: 'waiting' as const },
    ];
    const reader = jiraReader(jiraSetup(), { ...NO_RULES, statuses });

    expect(reader.category('Waiting, all but done', null, 'done')).toBe('waiting');
    expect(reader.category('All but Done', null, 'done')).toBe('active');
    expect(reader.category('等待中', null, 'new')).toBe('waiting');
  });

  it('links to the pages for people, under the path that Jira has', () => {
    const request = { stream: 'issues', scope: 'PAY', key: 'k', path: '/', params: {} };
    const reader = createReader({ ...jiraContext(request), baseUrl: 'https://acme.example/jira/' });

    expect(reader.browse('PAY-12')).toBe('https://acme.example/jira/browse/PAY-12');
    expect(reader.browse('../x?y')).toBe('https://acme.example/jira/browse/..%2Fx%3Fy');
  });
});
