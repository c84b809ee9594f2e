import { getRouteApi } from '@tanstack/react-router';
import type { TrainId } from '../../../shared/model/ids.ts';
import { EditTrainPage, NewTrainPage } from '../../features/trains/train-form-page.tsx';

const route = getRouteApi('/trains/$id/edit');

/** A new train. */
export function NewTrainScreen() {
  return <NewTrainPage />;
}

/** The train that the address names, to be changed. */
export function EditTrainScreen() {
  const { id } = route.useParams();
  return <EditTrainPage trainId={id as TrainId} />; // the core says so where it is none
}
