import HubOutlined from '@mui/icons-material/HubOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Service } from '../../../shared/model/catalogue.ts';
import type { ServiceId } from '../../../shared/model/ids.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLook } from '../../ui/use-look.ts';
import { Quiet, Strong } from './pieces.tsx';
import { ServiceGraphView } from './service-graph-view.tsx';
import { linksOf } from './service-links.ts';
import { cycleWords, fitsText, namesOf } from './view-model.ts';

function Mark({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <Box
        component="span"
        aria-hidden
        sx={{ width: 12, height: 12, borderRadius: '3px', border: 2, borderColor: colour }}
      />
      {children}
    </Box>
  );
}

function Legend({ chosen }: { chosen: Service | undefined }) {
  const { tones } = useLook();
  return (
    <Typography
      variant="body2"
      component="div"
      aria-live="polite"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, px: 6, py: 1, minHeight: 28, color: 'text.secondary' }}
    >
      {chosen === undefined ? (
        'From left to right: what must be released first stands left. Choose a service to see what hangs together with it.'
      ) : (
        <>
          <Mark colour={tones.info.mark}>what {chosen.name} needs first</Mark>
          <Mark colour={tones.accent.mark}>what needs {chosen.name}</Mark>
        </>
      )}
    </Typography>
  );
}

/** Columns that make room for the panel: it says the same. */
const beside = ['regions', 'team'];

export interface ServicesTabProps {
  readonly catalogue: Catalogue;
  readonly chosen: ServiceId | null;
  readonly text: string | undefined;
  readonly readOnly: boolean;
  readonly onAdd: () => void;
  readonly onAddTeam: () => void;
  readonly onOpen: (id: ServiceId) => void;
}

/** The services: the picture of what needs what, and the same as a table. */
export function ServicesTab({ catalogue, chosen, text, readOnly, onAdd, onAddTeam, onOpen }: ServicesTabProps) {
  const { services, teams } = catalogue;
  const links = linksOf(services);
  const teamOf = (service: Service) => teams.find(({ id }) => id === service.teamId)?.name ?? '';
  const needs = (service: Service) => namesOf(links.needs.get(service.id) ?? [], services).join(', ');
  const neededBy = (service: Service) => namesOf(links.neededBy.get(service.id) ?? [], services).join(', ');
  const columns: readonly Column<Service>[] = [
    {
      key: 'name',
      header: 'Service',
      width: 'minmax(120px, 1.2fr)',
      render: ({ name }) => <Strong title={name}>{name}</Strong>,
    },
    { key: 'tier', header: 'Tier', width: '56px', render: ({ tier }) => tier },
    { key: 'team', header: 'Team', width: 'minmax(90px, 0.9fr)', render: (row) => <Quiet>{teamOf(row)}</Quiet> },
    {
      key: 'needs',
      header: 'Needs first',
      width: 'minmax(120px, 1.4fr)',
      render: (row) => <span title={needs(row)}>{needs(row)}</span>,
    },
    {
      key: 'needed',
      header: 'Needed by',
      width: 'minmax(120px, 1.4fr)',
      render: (row) => <span title={neededBy(row)}>{neededBy(row)}</span>,
    },
    {
      key: 'regions',
      header: 'Regions',
      width: 'minmax(80px, 0.8fr)',
      render: ({ regions }) => <Quiet title={regions.join(', ')}>{regions.join(', ')}</Quiet>,
    },
  ];
  if (services.length === 0 && teams.length === 0) {
    return (
      <EmptyState
        icon={<HubOutlined />}
        title="Begin with the teams"
        actions={
          <>
            <Button variant="contained" disabled={readOnly} onClick={onAddTeam}>
              Add team
            </Button>
            <Button variant="outlined" disabled={readOnly} onClick={onAdd}>
              Add service
            </Button>
          </>
        }
      >
        Teams come first, then their people, then the services that they look after: what is deployed and released by
        itself, and what each of them needs first.
      </EmptyState>
    );
  }
  if (services.length === 0) {
    return (
      <EmptyState
        icon={<HubOutlined />}
        title="No services yet"
        actions={
          <Button variant="contained" disabled={readOnly} onClick={onAdd}>
            Add service
          </Button>
        }
      >
        A service is what is deployed and released by itself. Name what each needs first, and Signalbox says when a
        release would go out before what it stands on, when two trains release the same service at once, and whom a
        freeze concerns.
      </EmptyState>
    );
  }
  const cycles = cycleWords(services, links);
  const rows = services.filter((service) =>
    fitsText(text, service.name, teamOf(service), `tier ${service.tier}`, ...service.regions),
  );
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {cycles.length > 0 && (
        <Box sx={{ px: 6, pt: 3 }}>
          <Notice tone="warning">
            {cycles.slice(0, 3).map((cycle) => (
              <div key={cycle}>{cycle}</div>
            ))}
            {cycles.length > 3 && <div>{`And ${cycles.length - 3} more groups like these.`}</div>}
          </Notice>
        </Box>
      )}
      <Legend chosen={services.find(({ id }) => id === chosen)} />
      <Box
        sx={{
          flex: '0 1 auto',
          minHeight: 96,
          maxHeight: '52%',
          overflow: 'auto',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <ServiceGraphView services={services} chosen={chosen} onChoose={onOpen} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 180, display: 'flex' }}>
        <DataTable
          label="Services"
          rows={rows}
          rowKey={({ id }) => id}
          columns={chosen === null ? columns : columns.filter(({ key }) => !beside.includes(key))}
          selectedKey={chosen}
          onOpen={({ id }) => onOpen(id)}
          empty={
            <EmptyState small title="No service fits these words">
              Look for a name, a team, a region or “tier 1”.
            </EmptyState>
          }
        />
      </Box>
    </Box>
  );
}
