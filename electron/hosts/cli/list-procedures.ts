import { unknownProcedure } from '../../../shared/contract/client-errors.ts';
import { describeProcedures } from '../../core/services/system.ts';
import { ExitCode } from './exit-code.ts';
import { tableText } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Lists the contract for people, or with JSON Schemas for machines; `name` picks one. */
export async function listProcedures(
  name: string | undefined,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const all = describeProcedures();
  const chosen = name === undefined ? all : all.filter((each) => each.name === name);
  if (name !== undefined && chosen.length === 0) throw unknownProcedure(name.split('.'));
  if (options.json) {
    await terminal.out(`${JSON.stringify(name === undefined ? chosen : chosen[0], null, 2)}\n`);
    return ExitCode.ok;
  }
  await terminal.out(
    tableText(
      ['procedure', 'kind', 'what it does'],
      chosen.map((each) => [each.name, each.kind, each.summary]),
    ),
  );
  return ExitCode.ok;
}
