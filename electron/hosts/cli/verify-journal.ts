import { ExitCode } from './exit-code.ts';
import { type SessionOptions, withWorkspace } from './session.ts';
import { plainText, tableText } from './table.ts';
import type { Terminal } from './terminal.ts';

/** `audit verify`: checks the journal's chain and the tables against it; fails where either does not hold. */
export async function verifyJournal(
  options: SessionOptions & { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const result = await withWorkspace(options, terminal, { mode: 'read' }, ({ core }) =>
    core.client.audit.verify({}, { signal: terminal.interrupted }),
  );
  const code = result.ok ? ExitCode.ok : ExitCode.failed;
  if (options.json) {
    await terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    return code;
  }
  const verdict = result.ok ? 'The journal holds' : 'The journal does NOT hold';
  await terminal.out(
    `${verdict}: ${result.entries} ${result.entries === 1 ? 'entry' : 'entries'}, head ${plainText(result.headHash)}.\n`,
  );
  if (result.faults.length > 0) {
    const rows = result.faults.map((fault) => [fault.seq, fault.kind, fault.message]);
    await terminal.out(`\n${tableText(['entry', 'fault', 'what was found'], rows)}`);
  }
  if (result.drift.length > 0) {
    const rows = result.drift.map((drift) => [drift.kind, drift.id, String(drift.seq ?? ''), drift.message]);
    await terminal.out(`\n${tableText(['table', 'row', 'entry', 'what was found'], rows)}`);
  }
  return code;
}
