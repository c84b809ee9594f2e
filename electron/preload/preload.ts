import { contextBridge, ipcRenderer } from 'electron';
import { CONNECT_CHANNEL, type ElectronBridge, PORT_CHANNEL } from '../../shared/contract/transport.ts';

/**
 * All that the page gets from Electron: a way to ask for its port to the core. The port itself goes to the page's own
 * world as a message from itself to itself, since a context bridge cannot carry one.
 */
const bridge: ElectronBridge = {
  host: 'electron',
  connect: () => ipcRenderer.send(CONNECT_CHANNEL),
};

ipcRenderer.on(PORT_CHANNEL, (event) => {
  const [port] = event.ports;
  if (port) window.postMessage({ type: PORT_CHANNEL }, window.location.origin, [port]);
});

contextBridge.exposeInMainWorld('signalbox', bridge);
