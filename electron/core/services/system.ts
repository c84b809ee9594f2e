import { isContractProcedure } from '@orpc/contract';
import * as z from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import type { ProcedureMeta } from '../../../shared/contract/procedure.ts';
import type { ProcedureDescription } from '../../../shared/contract/system.ts';
import type { CoreContext } from '../core-context.ts';
import { sqliteVersion } from '../db/repositories/workspace.ts';
import type { Os } from '../middleware.ts';
import { examine } from './doctor.ts';

function jsonSchema(schema: unknown, io: 'input' | 'output'): Record<string, unknown> {
  if (!(schema instanceof z.ZodType)) return { description: 'a stream of values' };
  return { ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }) };
}

function describe(name: string, procedure: unknown): ProcedureDescription[] {
  if (!isContractProcedure(procedure)) return [];
  const { meta, inputSchema, outputSchema } = procedure['~orpc'];
  // Every procedure is made by shared/contract/procedure.ts, which sets this meta.
  const { kind, summary } = meta as ProcedureMeta;
  return [{ name, kind, summary, input: jsonSchema(inputSchema, 'input'), output: jsonSchema(outputSchema, 'output') }];
}

/** Every procedure of the contract by name, with the JSON Schemas of what goes in and out. */
export function describeProcedures(): ProcedureDescription[] {
  return Object.entries(contract).flatMap(([group, procedures]) =>
    Object.entries(procedures).flatMap(([name, procedure]) => describe(`${group}.${name}`, procedure)),
  );
}

/** What the program says of itself. */
export function systemService(os: Os, core: CoreContext) {
  return {
    procedures: os.system.procedures.handler(() => describeProcedures()),
    doctor: os.system.doctor.handler(() => examine(core)),
    versions: os.system.versions.handler(() => ({
      ...core.host.versions,
      host: core.host.kind,
      node: process.versions.node,
      sqlite: sqliteVersion(core.db),
      timeZones: process.versions.tz ?? 'unknown',
    })),
    changes: os.system.changes.handler(({ signal }) => core.changes.follow(signal)),
  };
}
