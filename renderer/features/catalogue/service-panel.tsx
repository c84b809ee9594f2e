import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Service } from '../../../shared/model/catalogue.ts';
import type { ServiceId } from '../../../shared/model/ids.ts';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { Facts } from '../../ui/facts.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Openers, projectsText, TrainLink } from './pieces.tsx';
import { RemoveButton } from './remove-button.tsx';
import { RunsNow } from './runs-now.tsx';
import { linksOf, reachedFrom } from './service-links.ts';
import { tierWords } from './view-model.ts';

export interface ServicePanelProps {
  readonly service: Service;
  readonly catalogue: Catalogue;
  readonly trains: readonly Train[];
  readonly readOnly: boolean;
  readonly onOpen: (id: ServiceId) => void;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

function farther(count: number, near: number): string | undefined {
  return count > near ? `${formatCount(count, 'service')} in all, over others.` : undefined;
}

/** One service: what it needs, what needs it, who looks after it, which trains ship it. */
export function ServicePanel(props: ServicePanelProps) {
  const { service, catalogue, trains, readOnly, onOpen, onEdit, onClose } = props;
  const remove = useCommand(orpc.catalogue.removeService);
  const links = linksOf(catalogue.services);
  const listed = (ids: readonly ServiceId[]) => catalogue.services.filter(({ id }) => ids.includes(id));
  const needs = listed(links.needs.get(service.id) ?? []);
  const neededBy = listed(links.neededBy.get(service.id) ?? []);
  const team = catalogue.teams.find(({ id }) => id === service.teamId);
  const allNeeds = farther(reachedFrom(service.id, links.needs).size, needs.length);
  const allNeededBy = farther(reachedFrom(service.id, links.neededBy).size, neededBy.length);
  return (
    <SidePanel
      title={service.name}
      kicker="Service"
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" disabled={readOnly} onClick={onEdit}>
            Edit
          </Button>
          <RemoveButton
            name={service.name}
            noun="service"
            namedBy={[
              ...neededBy.map(({ name }) => `service “${name}” needs it first`),
              ...trains.map(({ name }) => `train “${name}” ships it`),
            ]}
            readOnly={readOnly}
            busy={remove.busy}
            onRemove={async () => {
              if ((await remove.run({ id: service.id })) !== null) onClose();
            }}
          >
            Undo brings it back. A booking, freeze or window that names it keeps it from being removed.
          </RemoveButton>
        </>
      }
    >
      <Facts
        facts={[
          ['Tier', tierWords(service.tier)],
          ['Team', team?.name ?? 'None'],
          ['Runs now', <RunsNow key="runs" service={service} services={catalogue.services} readOnly={readOnly} />],
          ['Needs first', <Needs key="needs" services={needs} all={allNeeds} onOpen={onOpen} />],
          ['Needed by', <Needs key="needed-by" services={neededBy} all={allNeededBy} onOpen={onOpen} />],
          [
            'Shipped by',
            trains.length === 0 ? 'No train' : trains.map((train) => <TrainLink key={train.id} train={train} />),
          ],
          ['Regions', service.regions.length === 0 ? 'None named' : service.regions.join(', ')],
          ['Projects', projectsText(service.projects, 'None linked')],
          ['Notes', service.notes],
        ]}
      />
    </SidePanel>
  );
}

function Needs({
  services,
  all,
  onOpen,
}: {
  services: readonly Service[];
  all: string | undefined;
  onOpen: (id: ServiceId) => void;
}) {
  return (
    <>
      <Openers things={services} onOpen={onOpen} />
      {all !== undefined && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {all}
        </Typography>
      )}
    </>
  );
}
