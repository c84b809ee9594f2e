import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useId } from 'react';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Train, TrainPlan } from '../../../shared/model/train.ts';
import { useActions } from '../../lib/actions.ts';
import { orpc } from '../../lib/client.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { dayIn } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { newTrainDraft, trainDraftOf } from './draft.ts';
import { trainQuery } from './queries.ts';
import { TrainForm } from './train-form.tsx';

interface HeaderProps {
  readonly title: string;
  readonly submit: string;
  readonly form: string;
  readonly busy: boolean;
}

function Header({ title, submit, form, busy }: HeaderProps) {
  const router = useRouter();
  const readOnly = useReadOnly();
  const save = () => {
    const element = document.getElementById(form);
    if (element instanceof HTMLFormElement) element.requestSubmit();
  };
  useActions([
    {
      name: 'form.save',
      label: submit,
      group: 'Edit',
      keys: 'mod+enter',
      everywhere: true,
      enabled: !readOnly,
      decides: true,
      run: save,
    },
  ]);
  return (
    <PageHeader
      title={title}
      breadcrumbs={[
        <RouterLink key="trains" to="/trains" color="inherit">
          Trains
        </RouterLink>,
      ]}
      actions={
        <>
          <Button variant="outlined" onClick={() => router.history.back()}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="contained" loading={busy} disabled={readOnly}>
            {submit}
          </Button>
        </>
      }
    />
  );
}

/** Makes a train. */
export function NewTrainPage() {
  const form = useId();
  const navigate = useNavigate();
  const { workspace } = useZones();
  const today = dayIn(useNow(), workspace);
  const create = useCommand(orpc.trains.create, { showsFailure: true });

  async function save(plan: TrainPlan): Promise<void> {
    const created = await create.run(plan);
    if (created !== null) void navigate({ to: '/trains/$id', params: { id: created.id }, ignoreBlocker: true });
  }

  return (
    <Page>
      <Header title="New train" submit="Create train" form={form} busy={create.busy} />
      <PageBody>
        <TrainForm
          id={form}
          initial={newTrainDraft(workspace, today)}
          today={today}
          failure={create.failure}
          onSave={(plan) => void save(plan)}
        />
      </PageBody>
    </Page>
  );
}

function EditTrain({ train }: { train: Train }) {
  const form = useId();
  const navigate = useNavigate();
  const today = dayIn(useNow(), train.zone);
  const update = useCommand(orpc.trains.update, { showsFailure: true });

  async function save(plan: TrainPlan): Promise<void> {
    const done = await update.run({ id: train.id, plan });
    if (done !== null) void navigate({ to: '/trains/$id', params: { id: train.id }, ignoreBlocker: true });
  }

  return (
    <Page>
      <Header title={`Edit ${train.name}`} submit="Save" form={form} busy={update.busy} />
      <PageBody>
        <TrainForm
          id={form}
          initial={trainDraftOf(train, today)}
          today={today}
          failure={update.failure}
          onSave={(plan) => void save(plan)}
        />
      </PageBody>
    </Page>
  );
}

/** Changes a train. */
export function EditTrainPage({ trainId }: { trainId: TrainId }) {
  const train = useQuery(trainQuery(trainId));
  if (train.data !== undefined) return <EditTrain key={train.data.id} train={train.data} />;
  return (
    <Page>
      <PageHeader title="Edit train" />
      <PageBody>
        {train.error === null ? (
          <BlockSkeleton height={480} width={720} />
        ) : (
          <FailureView failure={toFailure(train.error)} onRetry={() => void train.refetch()} />
        )}
      </PageBody>
    </Page>
  );
}
