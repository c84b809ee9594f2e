import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined';
import Button from '@mui/material/Button';
import { Fragment, useState } from 'react';
import { dependantsOf } from '../../../shared/domain/environments/dependants.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { Utilisation } from '../../../shared/model/environment-use.ts';
import type { EnvironmentId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { PanelLink } from './panel-link.tsx';
import { QueueList } from './queue-list.tsx';
import type { DayRange } from './range.ts';
import { SectionHeading } from './section-heading.tsx';
import { UseSection } from './use-section.tsx';
import { disciplineWords, kindWords, sharingHints, sharingWords } from './view-model.ts';

function Names({ environments, none }: { environments: readonly Environment[]; none: string }) {
  if (environments.length === 0) return none;
  return environments.map(({ id, name }, at) => (
    <Fragment key={id}>
      {at > 0 && ', '}
      <PanelLink id={id}>{name}</PanelLink>
    </Fragment>
  ));
}

function RemoveDialog(props: { environment: Environment; onRemoved: () => void; onClose: () => void }) {
  const { environment, onRemoved, onClose } = props;
  const remove = useCommand(orpc.environments.remove, { showsFailure: true });
  return (
    <ConfirmDialog
      open
      title={`Remove ${environment.name}?`}
      confirm="Remove environment"
      danger
      busy={remove.busy}
      onConfirm={() => {
        void remove.run({ id: environment.id }).then((done) => {
          if (done !== null) onRemoved();
        });
      }}
      onClose={onClose}
    >
      An environment that is booked, or that others stand on, cannot be removed: archive it instead, and its history
      stays in sight. Undo brings it back.
      {remove.failure !== null && <FailureView failure={remove.failure} />}
    </ConfirmDialog>
  );
}

export interface EnvironmentPanelProps {
  readonly environment: Environment;
  readonly environments: readonly Environment[];
  readonly bookings: readonly Booking[];
  readonly use: Utilisation | undefined;
  readonly range: DayRange;
  readonly readOnly: boolean;
  readonly onBook: () => void;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** One environment: what it is, who waits for it, how much of it is used, and the bookings behind that. */
export function EnvironmentPanel(props: EnvironmentPanelProps) {
  const { environment, environments, bookings, use, range, readOnly, onBook, onEdit, onClose } = props;
  const [removing, setRemoving] = useState(false);
  const archive = useCommand(orpc.environments.archive);
  const named = (ids: readonly EnvironmentId[]) => environments.filter(({ id }) => ids.includes(id));
  const { id, archived, notes } = environment;
  return (
    <SidePanel
      title={environment.name}
      kicker={`${kindWords[environment.kind]} environment${archived ? ', archived' : ''}`}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="contained"
            startIcon={<EventAvailableOutlined />}
            disabled={readOnly || archived}
            onClick={onBook}
          >
            Book
          </Button>
          <Button variant="outlined" startIcon={<EditOutlined />} disabled={readOnly} onClick={onEdit}>
            Edit
          </Button>
          <Button
            variant="outlined"
            startIcon={archived ? <UnarchiveOutlined /> : <ArchiveOutlined />}
            disabled={readOnly}
            loading={archive.busy}
            onClick={() => void archive.run({ id, archived: !archived })}
          >
            {archived ? 'Bring back' : 'Archive'}
          </Button>
          <Button
            variant="outlined"
            startIcon={<DeleteOutlineRounded />}
            disabled={readOnly}
            onClick={() => setRemoving(true)}
          >
            Remove
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          ['Region', environment.region],
          ['Sharing', `${sharingWords[environment.sharing]}. ${sharingHints[environment.sharing]}`],
          ['Capacity', formatCount(environment.capacity, 'unit')],
          ['First comes', disciplineWords[environment.discipline].toLowerCase()],
          ['Stands on', <Names key="on" environments={named(environment.parents)} none="nothing" />],
          ['Carries', <Names key="below" environments={named(dependantsOf(id, environments))} none="nothing" />],
          ['Notes', notes],
        ]}
      />
      {!archived && (
        <>
          <SectionHeading>Queue</SectionHeading>
          <QueueList environment={environment} />
        </>
      )}
      <SectionHeading>Use</SectionHeading>
      {use === undefined ? (
        <BlockSkeleton height={120} />
      ) : (
        <UseSection environment={environment} bookings={bookings} use={use} range={range} />
      )}
      {removing && (
        <RemoveDialog
          environment={environment}
          onRemoved={() => {
            setRemoving(false);
            onClose();
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </SidePanel>
  );
}
