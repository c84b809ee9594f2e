import EditOutlined from '@mui/icons-material/EditOutlined';
import LayersOutlined from '@mui/icons-material/LayersOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Service } from '../../../shared/model/catalogue.ts';
import type { Release } from '../../../shared/model/release.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { baseOf } from '../../lib/edit-base.ts';
import { useCommand } from '../../lib/use-command.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RouterButton, RouterLink } from '../../ui/router-link.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { VersionsDialog } from '../../ui/versions-dialog.tsx';
import { VersionsTable } from '../../ui/versions-table.tsx';
import { useTrain } from './queries.ts';

function ShipsNothing({ release }: { release: Release }) {
  return (
    <EmptyState
      icon={<LayersOutlined />}
      title="Its train ships no service"
      actions={
        <RouterButton to="/trains/$id/edit" params={{ id: release.trainId }} variant="contained">
          Edit the train
        </RouterButton>
      }
    >
      A release brings versions of what its train ships. Say on the train which services these are.
    </EmptyState>
  );
}

interface DialogProps {
  readonly release: Release;
  readonly own: readonly Service[];
  readonly services: readonly Service[];
  readonly onClose: () => void;
}

function SetVersions({ release, own, services, onClose }: DialogProps) {
  const [begun] = useState(release.versions);
  const set = useCommand(orpc.releases.setVersions, { showsFailure: true });
  return (
    <VersionsDialog
      title={`Versions that ${release.name} brings`}
      about="Which version of each service it brings; leave empty what it does not change."
      own={own}
      services={services}
      begun={begun}
      busy={set.busy}
      failure={set.failure}
      onSave={async (versions) => {
        const base = baseOf({ begun, now: release.versions, failure: set.failure });
        if ((await set.run({ id: release.id, versions: [...versions], base })) !== null) onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Which versions of its train's services a release brings, and what they work with. */
export function VersionsTab({ release, readOnly }: { release: Release; readOnly: boolean }) {
  const [setting, setSetting] = useState(false);
  const catalogue = answerOf(useQuery(orpc.catalogue.read.queryOptions({ input: {} })));
  const { train } = useTrain(release.trainId);
  const services = 'data' in catalogue ? catalogue.data.services : [];
  const brought = new Map(release.versions.map((version) => [version.serviceId, version]));
  const own = services.filter(({ id }) => train?.services.includes(id) === true || brought.has(id));
  const nameOf = (id: string) => services.find((service) => service.id === id)?.name ?? 'a service that is gone';
  const enabled = !readOnly && own.length > 0;
  useActions([
    {
      name: 'release.versions',
      label: 'Set the versions that the release brings',
      group: 'Release',
      words: 'compatibility works with skew',
      enabled,
      run: () => setSetting(true),
    },
  ]);
  return (
    <>
      <Toolbar>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          Which version of each service it brings, and which versions of others these work with.
        </Typography>
        <RouterButton to="/deploy-order">Open the deploy order</RouterButton>
        <Button variant="outlined" startIcon={<EditOutlined />} disabled={!enabled} onClick={() => setSetting(true)}>
          Set versions
        </Button>
      </Toolbar>
      <AnswerTrouble answer={catalogue} />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, py: 4, bgcolor: 'background.paper' }}>
        {(catalogue.kind === 'loading' || train === undefined) && <RowSkeletons rows={4} />}
        {'data' in catalogue && train !== undefined && own.length === 0 && <ShipsNothing release={release} />}
        {own.length > 0 && (
          <VersionsTable
            label="Versions that the release brings"
            nameOf={nameOf}
            rows={own.map(({ id, name }) => ({
              key: id,
              version: brought.get(id) ?? null,
              service: (
                <RouterLink to="/catalogue" search={{ tab: 'services', id }}>
                  {name}
                </RouterLink>
              ),
            }))}
          />
        )}
      </Box>
      {setting && <SetVersions release={release} own={own} services={services} onClose={() => setSetting(false)} />}
    </>
  );
}
