import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Opened } from './session.ts';

/** Every connection with its health; from here on their secrets are found by name too. */
export async function readConnections({ core, secrets }: Opened): Promise<readonly ConnectionHealth[]> {
  const listed = await core.client.connections.list({});
  secrets.learn(listed.map((each) => each.connection));
  // Asked again, now that a secret in the environment is found.
  return core.client.connections.list({});
}

/** The connection of that name or id, whatever the case; throws NOT_FOUND with the names that there are. */
export async function findConnection(opened: Opened, named: string): Promise<Connection> {
  const connections = (await readConnections(opened)).map((each) => each.connection);
  const wanted = named.toLowerCase();
  const found =
    connections.find((each) => each.id === named) ?? connections.find((each) => each.name.toLowerCase() === wanted);
  if (found) return found;
  const names = connections.map((each) => `“${each.name}”`).join(', ');
  throw new Failure('NOT_FOUND', `There is no connection called “${named}”.`, {
    where: named,
    remedy: names === '' ? 'Add one by `signalbox connect add`.' : `There are ${names}.`,
  });
}
