// Runs in the thread that stands in for a utility process: gives the forked file its `process.parentPort`, then runs it.
// Messages wait until the file listens: https://electronjs.org/docs/api/parent-port
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** MessagePortMain as the forked file gets it: silent until started. */
function wrap(raw) {
  let started = false;
  const port = new EventEmitter();
  port.postMessage = (message) => raw.postMessage(message);
  port.close = () => raw.close();
  port.start = () => {
    if (started) return;
    started = true;
    raw.on('message', (data) => port.emit('message', { data, ports: [] }));
  };
  raw.on('close', () => port.emit('close'));
  return port;
}

const waiting = [];
const toParent = new EventEmitter();
toParent.postMessage = (message) => parentPort.postMessage(message);
toParent.on('newListener', (name) => {
  if (name === 'message') queueMicrotask(() => waiting.splice(0).forEach((event) => toParent.emit('message', event)));
});
parentPort.on('message', ({ message, ports }) => {
  const event = { data: message, ports: ports.map(wrap) };
  if (toParent.listenerCount('message') === 0) waiting.push(event);
  else toParent.emit('message', event);
});

process.parentPort = toParent;
process.argv = [process.execPath, workerData.file, ...workerData.args];
await import(pathToFileURL(workerData.file).href);
