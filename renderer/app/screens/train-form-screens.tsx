import { getRouteApi } from '@tanstack/react-router';
import type { TrainId } from '../../../shared/model/ids.ts';
import { EditTrainPage, NewTrainPage } from '../../features/trains/train-form-page.tsx';

const newRoute = getRouteApi('/trains/new');
const editRoute = getRouteApi('/trains/$id/edit');

/** A new train, like the one that the address names. */
export function NewTrainScreen() {
  const { like } = newRoute.useSearch();
  return <NewTrainPage like={like ?? null} />;
}

/** The train that the address names, to be changed. */
export function EditTrainScreen() {
  const { id } = editRoute.useParams();
  return <EditTrainPage trainId={id as TrainId} />; // the core says so where it is none
}
