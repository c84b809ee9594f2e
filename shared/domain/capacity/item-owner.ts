import type { Team } from '../../model/catalogue.ts';
import type { ConnectionId } from '../../model/ids.ts';

/** The project of an item's ticket; null for both where it has none. */
export interface ItemProject {
  readonly connectionId: ConnectionId | null;
  readonly projectKey: string | null;
}

/**
 * Whether an item aboard a train is a team's to do: it is in one of the team's projects, or it is in no project of the
 * train's teams and the train has this team alone. On a train of several teams nobody knows whose the other items are.
 */
export function isItemOf(
  team: Team,
  { connectionId, projectKey }: ItemProject,
  teamsOfTrain: readonly Team[],
): boolean {
  const has = ({ projects }: Team) =>
    projects.some((project) => project.connectionId === connectionId && project.key === projectKey);
  return has(team) || (teamsOfTrain.length === 1 && !teamsOfTrain.some(has));
}
