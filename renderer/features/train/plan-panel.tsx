import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { boardingText, cadenceText, calendarText, dayOffText } from './view-model.ts';

function Lines({ lines }: { lines: readonly ReactNode[] }) {
  if (lines.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {lines.map((line, index) => (
        <li key={`${index}-${String(line)}`}>{line}</li>
      ))}
    </Box>
  );
}

/** A train's plan in words. */
export function PlanPanel({ train }: { train: Train }) {
  const { data: connections } = useQuery(orpc.connections.list.queryOptions({ input: {} }));
  const { data: catalogue } = useQuery(orpc.catalogue.read.queryOptions({ input: {} }));
  const named = (ids: readonly string[], all: readonly { readonly id: string; readonly name: string }[] | undefined) =>
    all === undefined ? '' : ids.map((id) => all.find((one) => one.id === id)?.name ?? 'one that is gone').join(', ');
  const nameOf = (id: string) => connections?.find(({ connection }) => connection.id === id)?.connection.name ?? id;
  return (
    <Panel title="Plan">
      <Facts
        facts={[
          ['Departs', cadenceText(train)],
          ['Days off', dayOffText(train)],
          ['Works', calendarText(train.calendar)],
          ['Zone', train.zone],
          ['Release names', train.releaseName],
          ['Owner', train.owner],
          ['Services', named(train.services, catalogue?.services)],
          ['Teams', named(train.teams, catalogue?.teams)],
          ['Buffer', train.bufferDays === 0 ? '' : formatCount(train.bufferDays, 'working day')],
          [
            'Boards',
            train.boarding.length === 0 ? (
              'by hand only'
            ) : (
              <Lines key="boards" lines={train.boarding.map(boardingText)} />
            ),
          ],
          [
            'Projects',
            train.projects.length === 0 ? (
              'no linked project'
            ) : (
              <Lines
                key="projects"
                lines={train.projects.map(({ connectionId, key }) => `${key} (${nameOf(connectionId)})`)}
              />
            ),
          ],
          [
            'Notes',
            train.notes === '' ? (
              ''
            ) : (
              <Box key="notes" sx={{ whiteSpace: 'pre-wrap' }}>
                {train.notes}
              </Box>
            ),
          ],
          ['Source', train.source],
        ]}
      />
    </Panel>
  );
}
