import { CommanderError } from 'commander';
import { Failure } from '../../../shared/model/failure.ts';
import { ExitCode } from './exit-code.ts';
import { createProgram, exitCodeOf } from './program.ts';
import { failureText, isExpected } from './tell-failure.ts';
import type { Terminal } from './terminal.ts';

/** Whether an option of the command line is wanting or makes no sense. */
function isAboutWords(error: unknown): boolean {
  return error instanceof Failure && error.code === 'BAD_INPUT' && error.where?.startsWith('--') === true;
}

/** Runs one command line and says how the process should end; errors are told on standard error. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = ExitCode.ok;
  const program = createProgram(terminal, async (work) => {
    code = await work;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeOf(error);
    await terminal.err(failureText(error));
    if (!isExpected(error) && words.includes('--verbose')) {
      await terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    }
    if (terminal.interrupted.aborted && terminal.isRead()) return ExitCode.interrupted;
    return isAboutWords(error) ? ExitCode.usage : ExitCode.failed;
  }
}
