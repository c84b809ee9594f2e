import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { ChangeEvent } from '../model/change-event.ts';
import { Nothing } from './page.ts';
import { query, subscription } from './procedure.ts';

export const ProcedureDescription = z.strictObject({
  name: z.string(),
  kind: z.enum(['query', 'command', 'action']),
  summary: z.string(),
  input: z.record(z.string(), z.unknown()),
  output: z.record(z.string(), z.unknown()),
});
export type ProcedureDescription = z.infer<typeof ProcedureDescription>;

export const DoctorCheck = z.strictObject({
  name: z.string(),
  ok: z.boolean(),
  /** What was found. */
  found: z.string(),
  remedy: z.string().nullable(),
});
export type DoctorCheck = z.infer<typeof DoctorCheck>;

export const systemContract = {
  procedures: query(
    'Lists every procedure with its kind and JSON Schemas.',
    [],
    Nothing,
    z.array(ProcedureDescription),
  ),
  doctor: query('Checks the runtime, the workspace file and what they need.', [], Nothing, z.array(DoctorCheck)),
  versions: query(
    'Says which versions run.',
    [],
    Nothing,
    z.strictObject({
      signalbox: z.string(),
      node: z.string(),
      sqlite: z.string(),
      electron: z.string().nullable(),
      host: z.enum(['electron', 'loopback', 'cli', 'test']),
      timeZones: z.string(),
    }),
  ),
  changes: subscription('Tells which kinds of thing moved, as they move.', Nothing, eventIterator(ChangeEvent)),
};
