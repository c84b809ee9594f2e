import Button from '@mui/material/Button';
import type { Team } from '../../../shared/model/catalogue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RouterButton } from '../../ui/router-link.tsx';

export interface NoHistoryProps {
  readonly team: Team;
  /** Opens the form; undefined in a workspace that is only read. */
  readonly onType: (() => void) | undefined;
}

/** What stands where nothing that a team finished is known: how facts come, and how to go on without any. */
export function NoHistory({ team, onType }: NoHistoryProps) {
  const linked = team.projects.length > 0;
  return (
    <EmptyState
      title={linked ? 'Nothing was finished in this time' : `${team.name} has no projects yet`}
      actions={
        <>
          <Button
            variant="contained"
            disabled={onType === undefined}
            title={onType === undefined ? 'This workspace is only read.' : undefined}
            onClick={onType}
          >
            Type it by hand
          </Button>
          <RouterButton to="/connections" variant="outlined">
            Open connections
          </RouterButton>
          {!linked && (
            <RouterButton to="/catalogue" variant="outlined">
              Link projects
            </RouterButton>
          )}
        </>
      }
    >
      {linked
        ? 'No work item of the team’s projects was done. Choose more weeks of history, or see under Connections whether they have synced.'
        : 'Forecasts are drawn from what was finished in the projects that are linked to the team; a project can be chosen once its connection has synced.'}{' '}
      Without a connection, type what the team finishes: so many items a week, or the counts of past weeks.
    </EmptyState>
  );
}
