import * as z from 'zod';
import { TrainId } from '../../../shared/model/ids.ts';

/** What the address of the form of a new train says: the train that it begins from. */
export const NewTrainSearch = z.object({ like: TrainId.optional().catch(undefined) });
