import { describe, expect, it } from 'vitest';
import { isItemOf } from '../../../../shared/domain/capacity/item-owner.ts';
import { Team } from '../../../../shared/model/catalogue.ts';
import { ConnectionId } from '../../../../shared/model/ids.ts';
import { teamPlan } from '../../../support/plans.ts';

const jira = ConnectionId.parse('connection-1');
const team = (key: string) =>
  Team.parse({ ...teamPlan({ name: key, projects: [{ connectionId: jira, key }] }), id: `team-${key}` });
const [pay, web] = [team('PAY'), team('WEB')];
const item = (projectKey: string | null, connectionId: ConnectionId | null = projectKey === null ? null : jira) => ({
  connectionId,
  projectKey,
});

describe('shared/domain/capacity/item-owner', () => {
  it.each([
    ['of its own project', item('PAY'), [pay, web], true],
    ['of another team’s project', item('WEB'), [pay, web], false],
    [
      'of the same key elsewhere, on a train of two',
      item('PAY', ConnectionId.parse('connection-2')),
      [pay, web],
      false,
    ],
    ['of nobody’s project, on a train of two', item('OPS'), [pay, web], false],
    ['without a ticket, on a train of two', item(null), [pay, web], false],
    ['of nobody’s project, where the team is alone', item('OPS'), [pay], true],
    ['without a ticket, where the team is alone', item(null), [pay], true],
    ['of its own project, on a train of others', item('PAY'), [web], true],
  ])('an item %s', (_what, one, teamsOfTrain, expected) => {
    expect(isItemOf(pay, one, teamsOfTrain)).toBe(expected);
  });
});
