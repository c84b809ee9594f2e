import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Absence } from '../../../shared/model/catalogue.ts';
import type { PersonId, TeamId } from '../../../shared/model/ids.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { AbsenceDialog } from './absence-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import type { CatalogueTab } from './search.ts';
import { ServiceDialog } from './service-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';

/** The form that is open; `id` and `absence` are null for something new. */
export type OpenDialog =
  | { readonly kind: 'service' | 'team'; readonly id: string | null }
  | { readonly kind: 'person'; readonly id: string | null; readonly teamId?: TeamId | undefined }
  | { readonly kind: 'absence'; readonly absence: Absence | null; readonly personId: PersonId | null };

export interface CatalogueDialogsProps {
  readonly dialog: OpenDialog;
  readonly catalogue: Catalogue;
  /** The team that was last chosen; a new person or service begins with it. */
  readonly teamId: TeamId | null;
  readonly onTeam: (id: TeamId | null) => void;
  readonly onClose: () => void;
  readonly onDone: (tab: CatalogueTab, id: string) => void;
  /** An absence was added or changed. */
  readonly onAway: (absence: Pick<Absence, 'firstDay' | 'lastDay'>) => void;
}

/** The form that is open over services and teams. */
export function CatalogueDialogs(props: CatalogueDialogsProps) {
  const { dialog, catalogue, teamId, onTeam, onClose, onDone, onAway } = props;
  const zone = useOwnZone();
  const today = dayIn(useNow(), zone);
  switch (dialog.kind) {
    case 'service':
      return (
        <ServiceDialog
          catalogue={catalogue}
          service={catalogue.services.find(({ id }) => id === dialog.id) ?? null}
          teamId={teamId}
          onTeam={onTeam}
          onClose={onClose}
          onDone={(id) => onDone('services', id)}
        />
      );
    case 'team':
      return (
        <TeamDialog
          team={catalogue.teams.find(({ id }) => id === dialog.id) ?? null}
          onClose={onClose}
          onDone={(id) => onDone('teams', id)}
        />
      );
    case 'person':
      return (
        <PersonDialog
          catalogue={catalogue}
          person={catalogue.people.find(({ id }) => id === dialog.id) ?? null}
          teamId={dialog.teamId ?? teamId}
          onTeam={onTeam}
          onClose={onClose}
          onDone={(id) => onDone('people', id)}
        />
      );
    case 'absence':
      return (
        <AbsenceDialog
          people={catalogue.people}
          absence={catalogue.absences.find(({ id }) => id === dialog.absence?.id) ?? dialog.absence}
          personId={dialog.personId}
          today={today}
          onClose={onClose}
          onDone={onAway}
        />
      );
  }
}
