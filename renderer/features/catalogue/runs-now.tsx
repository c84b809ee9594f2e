import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Service } from '../../../shared/model/catalogue.ts';
import { orpc } from '../../lib/client.ts';
import { baseOf } from '../../lib/edit-base.ts';
import { useCommand } from '../../lib/use-command.ts';
import { VersionsDialog } from '../../ui/versions-dialog.tsx';
import { versionOf } from '../../ui/versions-draft.ts';
import { worksWithText } from '../../ui/versions-table.tsx';

export interface RunsNowProps {
  readonly service: Service;
  readonly services: readonly Service[];
  readonly readOnly: boolean;
}

function SetRuns({ service, services, onClose }: Omit<RunsNowProps, 'readOnly'> & { onClose: () => void }) {
  const [begun] = useState(service.runs);
  const set = useCommand(orpc.catalogue.setRuns, { showsFailure: true });
  return (
    <VersionsDialog
      title={`What of ${service.name} runs now`}
      about="By your word: once a release that brings a version has departed, that one counts."
      own={[service]}
      services={services}
      begun={begun === null ? [] : [{ ...begun, serviceId: service.id }]}
      busy={set.busy}
      failure={set.failure}
      onSave={async (versions) => {
        const base = baseOf({ begun, now: service.runs, failure: set.failure });
        if ((await set.run({ id: service.id, runs: versionOf(versions), base })) !== null) onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Which version of a service runs now by people's word, and what it works with. */
export function RunsNow({ service, services, readOnly }: RunsNowProps) {
  const [setting, setSetting] = useState(false);
  const { runs } = service;
  const nameOf = (id: string) => services.find((other) => other.id === id)?.name ?? 'a service that is gone';
  const does = runs === null ? 'Say it' : 'Change';
  const works = runs === null ? '' : worksWithText(runs, nameOf);
  return (
    <>
      {runs?.version ?? 'Nobody said'}{' '}
      <Button
        variant="text"
        disabled={readOnly}
        aria-label={`${does}: what of ${service.name} runs now`}
        onClick={() => setSetting(true)}
        sx={{ p: 0, minWidth: 0, minHeight: 24, height: 'auto' }}
      >
        {does}
      </Button>
      {works !== '' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Works with {works}
        </Typography>
      )}
      {setting && <SetRuns service={service} services={services} onClose={() => setSetting(false)} />}
    </>
  );
}
