import { getRouteApi } from '@tanstack/react-router';
import type { TrainId } from '../../../shared/model/ids.ts';
import { TrainPage } from '../../features/train/train-page.tsx';

const route = getRouteApi('/trains/$id');

/** The train that the address names. */
export function TrainScreen() {
  const { id } = route.useParams();
  return <TrainPage key={id} id={id as TrainId} />; // the core says so where there is no such train
}
