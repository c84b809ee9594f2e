import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../../electron/core/sync/network.ts';

function watched() {
  const told: boolean[] = [];
  const network = createNetwork((online) => told.push(online));
  const lines = [new AbortController(), new AbortController()] as const;
  return { told, network, lines };
}

describe('electron/core/sync/network', () => {
  it('is there unless every page that says something says that it is not', () => {
    const { told, network, lines } = watched();
    const [one, other] = lines;

    network.say(true, one.signal);
    network.say(false, other.signal);
    expect(told).toEqual([]);
    network.say(false, one.signal);
    expect(told).toEqual([false]);
    network.say(true, other.signal);

    expect(told).toEqual([false, true]);
  });

  it('counts no page that has gone', () => {
    const { told, network, lines } = watched();
    const [one, other] = lines;
    network.say(false, one.signal);
    network.say(false, other.signal);

    one.abort();
    expect(told).toEqual([false]);
    other.abort();

    expect(told).toEqual([false, true]);
    network.say(false, one.signal);
    expect(told).toEqual([false, true]);
  });

  it('takes the last word of each, and tells nothing twice', () => {
    const { told, network, lines } = watched();

    for (const online of [false, false, true, true, false]) network.say(online, lines[0].signal);

    expect(told).toEqual([false, true, false]);
  });

  it('believes a caller in this process, whose line does not close', () => {
    const { told, network } = watched();

    network.say(false, undefined);
    network.say(true, undefined);

    expect(told).toEqual([false, true]);
  });
});
