import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  isCloud,
  projectOf,
  readStatuses,
  setupOf,
  statusesText,
  zoneOf,
} from '../../../../../electron/core/connectors/jira/setup.ts';
import { jiraPage, jiraSetup } from '../../../../support/jira-pages.ts';

describe('electron/core/connectors/jira/setup isCloud', () => {
  it.each([
    ['Cloud', 'https://jira.acme.example', true],
    ['Server', 'https://acme.atlassian.net', false],
    ['DataCenter', 'https://jira.acme.example', false],
    [undefined, 'https://acme.atlassian.net', true],
    [undefined, 'https://atlassian.net.acme.example', false],
    [undefined, 'https://notatlassian.net', false],
    [null, 'https://jira.acme.example', false],
  ])('deployment %s at %s: %s', (deploymentType, baseUrl, expected) => {
    expect(isCloud(jiraPage({ deploymentType, version: '9.12.0' }), baseUrl)).toBe(expected);
  });

  it('does not need an answer that makes sense', () => {
    expect(isCloud(jiraPage([]), 'https://jira.acme.example')).toBe(false);
  });
});

describe('electron/core/connectors/jira/setup fieldsOf', () => {
  const points = { schema: { type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' } };

  it('finds story points by name or type, and sprints by type', () => {
    const fields = [
      { id: 'summary', name: 'Summary', schema: { type: 'string', system: 'summary' } },
      { id: 'customfield_10016', name: 'Story point estimate', ...points },
      { id: 'customfield_10024', name: ' STORY POINTS ', ...points },
      { id: 'customfield_10030', name: 'Punkte', schema: { custom: 'com.pyxis.greenhopper.jira:jsw-story-points' } },
      { id: 'customfield_10031', name: 'Story points done', ...points },
      { id: 'customfield_10020', name: 'Itération', schema: { custom: 'com.pyxis.greenhopper.jira:gh-sprint' } },
    ];

    expect(fieldsOf(jiraPage(fields))).toEqual({
      points: 'customfield_10016,customfield_10024,customfield_10030',
      sprints: 'customfield_10020',
    });
  });

  it('finds none where there are none, and takes no id that would break a list', () => {
    const odd = [{ id: 'a,b', name: 'Story Points' }, { name: 'Story Points' }, null, { id: 'customfield_1', name: 7 }];

    expect(fieldsOf(jiraPage(odd))).toEqual({ points: '', sprints: '' });
    expect(fieldsOf(jiraPage({}))).toEqual({ points: '', sprints: '' });
  });
});

describe('electron/core/connectors/jira/setup statuses', () => {
  const status = (id: unknown, key: string, project?: string) => ({
    id,
    name: `status ${id}`,
    statusCategory: { id: 2, key },
    ...(project === undefined ? {} : { scope: { type: 'PROJECT', project: { id: project } } }),
  });

  it('keeps what Jira says of each status, by id', () => {
    const text = statusesText(jiraPage([status('1', 'new'), status(3, 'indeterminate'), status('6', 'done')]), '10000');

    expect([...readStatuses(text)]).toEqual([
      ['1', 'new'],
      ['3', 'indeterminate'],
      ['6', 'done'],
    ]);
  });

  it('leaves out the statuses of other team-managed projects', () => {
    const page = jiraPage([status('1', 'new'), status('2', 'new', '10000'), status('3', 'done', '10001')]);

    expect([...readStatuses(statusesText(page, '10000')).keys()]).toEqual(['1', '2']);
    expect([...readStatuses(statusesText(page, null)).keys()]).toEqual(['1']);
  });

  it('leaves out what would break the text, and reads an empty one', () => {
    const page = jiraPage([status('1;2', 'new'), status('3', 'a:b'), { id: '4', name: 'no category' }, 'x']);

    expect(statusesText(page, null)).toBe('');
    expect(readStatuses('').get('1')).toBeUndefined();
  });
});

describe('electron/core/connectors/jira/setup', () => {
  it('reads the zone and the project, or nothing', () => {
    expect(zoneOf(jiraPage({ accountId: 'a', displayName: 'Ada', timeZone: 'Asia/Shanghai' }))).toBe('Asia/Shanghai');
    expect(zoneOf(jiraPage({ timeZone: 8 }))).toBeNull();
    expect(projectOf(jiraPage({ id: 10000, key: 'PAY' }))).toEqual({ projectId: '10000', projectKey: 'PAY' });
    expect(projectOf(jiraPage({}))).toEqual({ projectId: null, projectKey: null });
  });

  it('comes back from the parameters of a request as it went in', () => {
    const setup = jiraSetup({ since: 5 });

    expect(setupOf(JSON.parse(JSON.stringify(setup)))).toEqual(setup);
    expect(setupOf({})).toEqual({ cloud: false, zone: null, since: null, points: '', sprints: '', statuses: '' });
  });
});
