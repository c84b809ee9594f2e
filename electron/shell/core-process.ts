import { type MessagePortMain, utilityProcess } from 'electron';
import type { CoreProcess } from '../hosts/core-link/supervise-core.ts';

/** Starts the core in a process of its own: its queries and its crashes leave the windows alone. */
export function startCoreProcess(file: string): CoreProcess<MessagePortMain> {
  const child = utilityProcess.fork(file, [], { serviceName: 'Signalbox core', stdio: 'inherit' });
  return {
    post: (message, port) => child.postMessage(message, port ? [port] : []),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', (code) => listener(`exit code ${code}`)),
    kill: () => void child.kill(),
  };
}
