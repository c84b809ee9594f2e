import { openWorkspace } from '../../electron/core/db/open-workspace.ts';
import { systemEnv } from '../../electron/core/env.ts';
import { Failure } from '../../shared/model/failure.ts';

/** Tries to open a workspace for writing and prints the failure's code and message as JSON. */
const [file = '', uid] = process.argv.slice(2);
if (uid) process.setuid?.(Number(uid));
try {
  openWorkspace({ file, mode: 'write', create: undefined, env: systemEnv(), actor: 'x', host: 'test' }).close();
  process.stdout.write(JSON.stringify({ code: 'OPENED', message: '' }));
} catch (error) {
  const { code, message } = error instanceof Failure ? error : { code: 'UNSHAPED', message: String(error) };
  process.stdout.write(JSON.stringify({ code, message }));
}
