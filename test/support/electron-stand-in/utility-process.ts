import { EventEmitter } from 'node:events';
import { type MessagePort, Worker } from 'node:worker_threads';
import { type StandInPort, takeRaw } from './message-ports.ts';
import { type LaunchState, mustBeReady } from './state.ts';
import { strict } from './strict.ts';

/** What main gets that goes on although the application has ended: under Electron, it would not go on. */
function afterTheEnd() {
  return Object.assign(new EventEmitter(), { postMessage: () => undefined, kill: () => false });
}

/**
 * https://electronjs.org/docs/api/utility-process, as a thread: Node cannot send ports to another process. The forked
 * file finds `process.parentPort` and gets its ports as MessagePortMain, as in Electron; that it shares this process is
 * what is not stood in for.
 */
export function createUtilityProcess(state: LaunchState) {
  const children = new Set<{ readonly kill: () => boolean }>();
  return strict('utilityProcess', {
    /** For tests: Electron's would be found among `app.getAppMetrics()`. */
    standInChildren: () => [...children],
    fork: (file: string, args: readonly string[] = [], _options: object = {}) => {
      mustBeReady(state, 'utilityProcess.fork was called');
      if (state.exitCode !== null) return afterTheEnd();
      const worker = new Worker(new URL('./utility-bootstrap.mjs', import.meta.url), {
        workerData: { file, args },
        execArgv: [],
      });
      const stop = async () => {
        await worker.terminate();
      };
      state.ends.add(stop);

      const child = strict(
        'UtilityProcess',
        Object.assign(new EventEmitter(), {
          postMessage: (message: unknown, transfer: readonly StandInPort[] = []) => {
            const ports: MessagePort[] = transfer.map(takeRaw);
            worker.postMessage({ message, ports }, ports);
          },
          kill: () => {
            void worker.terminate();
            return true;
          },
        }),
      );
      children.add(child);
      worker.once('online', () => child.emit('spawn'));
      worker.on('message', (message: unknown) => child.emit('message', message));
      worker.on('error', (error) => console.error(error));
      worker.once('exit', (code) => {
        state.ends.delete(stop);
        children.delete(child);
        child.emit('exit', code);
      });
      return child;
    },
  });
}
