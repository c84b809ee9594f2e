import { openWorkspace } from '../../electron/core/db/open-workspace.ts';
import { readWorkspace } from '../../electron/core/db/repositories/workspace.ts';
import { systemEnv } from '../../electron/core/env.ts';
import { Failure } from '../../shared/model/failure.ts';

/** Tries to open a workspace (`write` or `read`) and prints as JSON the failure's code and message, or its name. */
const [file = '', mode, uid] = process.argv.slice(2);
if (uid) process.setuid?.(Number(uid));
try {
  const reading = mode === 'read' ? 'read' : 'write';
  const { db, close } = openWorkspace({
    file,
    mode: reading,
    create: undefined,
    env: systemEnv(),
    actor: 'x',
    host: 'test',
  });
  process.stdout.write(JSON.stringify({ code: 'OPENED', message: readWorkspace(db).name, file: db.file }));
  close();
} catch (error) {
  const { code, message } = error instanceof Failure ? error : { code: 'UNSHAPED', message: String(error) };
  process.stdout.write(JSON.stringify({ code, message }));
}
