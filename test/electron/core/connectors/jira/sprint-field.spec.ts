import { describe, expect, it } from 'vitest';
import { readSprint } from '../../../../../electron/core/connectors/jira/sprint-field.ts';
import { at } from '../../../../support/jira-pages.ts';

const CLASS = 'com.atlassian.greenhopper.service.sprint.Sprint@4cdf2f0c';

describe('electron/core/connectors/jira/sprint-field', () => {
  it('reads an object', () => {
    const { row } = readSprint({ id: 7, name: 'Sprint 7', state: 'closed', endDate: '2020-06-26T00:38:00.000Z' });

    expect(row).toMatchObject({ id: '7', name: 'Sprint 7', state: 'closed', endDate: at('2020-06-26T00:38:00Z') });
  });

  it('reads the text of an old Data Center', () => {
    const { row } = readSprint(
      `${CLASS}[id=7,rapidViewId=8,state=CLOSED,name=Sprint 7,startDate=2020-06-12T08:38:51.882+08:00,endDate=2020-06-26T08:38:00.000+08:00,completeDate=<null>,sequence=7,goal=<null>]`,
    );

    expect(row).toEqual({
      id: '7',
      name: 'Sprint 7',
      state: 'CLOSED',
      startDate: at('2020-06-12T00:38:51.882Z'),
      endDate: at('2020-06-26T00:38:00Z'),
      completeDate: null,
    });
  });

  it.each([
    ['a comma', 'Refunds, round 2'],
    ['an equals sign', 'x=1, y=2'],
    ['brackets', 'Sprint [7]'],
    ['a line break', 'one\ntwo'],
    ['nothing but a space', ' '],
  ])('keeps a name with %s whole', (_, name) => {
    expect(readSprint(`${CLASS}[id=7,state=ACTIVE,name=${name},goal=Ship, and tell]`).row?.name).toBe(name);
  });

  it.each(['Sprint 7', `${CLASS}[id=7,state=ACTIVE`, `${CLASS}[]`, '', 7, null, { id: 7 }, []])(
    'drops %j with a reason',
    (value) => {
      const { row, dropped } = readSprint(value);

      expect(row).toBeNull();
      expect(dropped).toHaveLength(1);
    },
  );

  it('answers soon for a long hostile text', () => {
    const text = `${CLASS}[id=7,name=${',name'.repeat(20_000)}]`;

    expect(readSprint(text).row?.id).toBe('7');
  });
});
