import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Train, TrainPlan } from '../../../shared/model/train.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { zoneToBeginWith } from '../../lib/begin-zone.ts';
import { orpc } from '../../lib/client.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { formBaseOf } from '../../lib/edit-base.ts';
import { toFailure } from '../../lib/failures.ts';
import { dayIn } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { copiedDraft, newTrainDraft, type TrainDraft, trainDraftOf } from './draft.ts';
import { trainQuery, trainsQuery } from './queries.ts';
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

/**
 * Saves a form and goes to what it saved: once, for a second press may come while the first save is under way, or while
 * the page is being left after it.
 */
function useSaving() {
  const navigate = useNavigate();
  const saved = useRef(false);
  return async (save: () => Promise<TrainId | null>): Promise<void> => {
    if (saved.current) return;
    const id = await save();
    if (id === null) return;
    saved.current = true;
    void navigate({ to: '/trains/$id', params: { id }, ignoreBlocker: true });
  };
}

interface NewTrainProps {
  readonly title: string;
  readonly initial: TrainDraft;
  readonly today: Day;
}

function NewTrain({ title, initial, today }: NewTrainProps) {
  const form = useId();
  const saving = useSaving();
  const create = useCommand(orpc.trains.create, { showsFailure: true });

  function save(plan: TrainPlan): Promise<void> {
    return saving(async () => (await create.run(plan))?.id ?? null);
  }

  return (
    <Page>
      <Header title={title} submit="Create train" form={form} busy={create.busy} />
      <PageBody>
        <TrainForm
          id={form}
          initial={initial}
          today={today}
          failure={create.failure}
          onSave={(plan) => void save(plan)}
        />
      </PageBody>
    </Page>
  );
}

function Loading({ title }: { title: string }) {
  return (
    <Page>
      <PageHeader title={title} />
      <PageBody>
        <BlockSkeleton height={480} width={720} />
      </PageBody>
    </Page>
  );
}

/** The page of a form while the train that it begins from is read, or where that failed. */
function WithTrain(props: { id: TrainId; title: string; children: (train: Train) => ReactNode }) {
  const { id, title, children } = props;
  const train = useQuery(trainQuery(id));
  if (train.data !== undefined) return children(train.data);
  if (train.error === null) return <Loading title={title} />;
  return (
    <Page>
      <PageHeader title={title} />
      <PageBody>
        <FailureView failure={toFailure(train.error)} onRetry={() => void train.refetch()} />
      </PageBody>
    </Page>
  );
}

/** Makes a train, from nothing or like another one. */
export function NewTrainPage({ like }: { like: TrainId | null }) {
  const { workspace } = useZones();
  const today = dayIn(useNow(), workspace);
  const trains = answerOf(useQuery(trainsQuery()));
  if (like === null && trains.kind === 'loading') return <Loading title="New train" />;
  if (like === null) {
    const such = listOf(trains).map(({ train }) => ({ zone: train.zone, imported: train.source !== null }));
    const initial = newTrainDraft(zoneToBeginWith(such, workspace), today);
    return <NewTrain title="New train" initial={initial} today={today} />;
  }
  return (
    <WithTrain key={like} id={like} title="New train">
      {(train) => <NewTrain title={`New train like ${train.name}`} initial={copiedDraft(train, today)} today={today} />}
    </WithTrain>
  );
}

function planOf({ id: _id, archived: _archived, source: _source, ...plan }: Train): TrainPlan {
  return plan;
}

function EditTrain({ train }: { train: Train }) {
  const form = useId();
  const saving = useSaving();
  const [begun] = useState(train);
  const today = dayIn(useNow(), train.zone);
  const update = useCommand(orpc.trains.update, { showsFailure: true });

  function save(plan: TrainPlan): Promise<void> {
    return saving(async () => {
      const edit = { begun: planOf(begun), now: planOf(train), failure: update.failure };
      const done = await update.run({ id: train.id, plan, base: formBaseOf(edit, plan) });
      return done === null ? null : train.id;
    });
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
  return (
    <WithTrain id={trainId} title="Edit train">
      {(train) => <EditTrain key={train.id} train={train} />}
    </WithTrain>
  );
}
