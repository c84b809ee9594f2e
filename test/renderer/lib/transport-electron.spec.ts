import { describe, expect, it } from 'vitest';
import { electronTransport } from '../../../renderer/lib/transport-electron.ts';

/** A page that hears messages, and a bridge that counts how often it was asked. */
function world() {
  const page = new EventTarget();
  const origin = 'app://signalbox';
  Object.assign(page, { location: { origin } });
  let asked = 0;
  const bridge = {
    host: 'electron' as const,
    connect: () => {
      asked += 1;
    },
  };
  function post(
    data: unknown,
    from: { readonly origin?: string; readonly source?: unknown; readonly ports?: MessagePort[] },
  ): void {
    const event = new Event('message');
    Object.assign(event, { data, origin: from.origin ?? origin, source: from.source ?? page, ports: from.ports ?? [] });
    page.dispatchEvent(event);
  }
  // The transport touches only these members of a page.
  return { transport: electronTransport(page as unknown as Window, bridge), post, asked: () => asked };
}

function port(): MessagePort {
  return new MessageChannel().port1;
}

describe('renderer/lib/transport-electron', () => {
  it('asks for a port and opens with the one that comes', async () => {
    const { transport, post, asked } = world();
    const offered = port();

    const opening = transport.open();
    post({ type: 'signalbox:port' }, { ports: [offered] });
    const line = await opening;
    offered.close();

    expect([asked(), typeof line.link.call]).toEqual([1, 'function']);
  });

  it('takes a port that came before it was asked for, and asks for none', async () => {
    const { transport, post, asked } = world();
    const offered = port();

    post({ type: 'signalbox:port' }, { ports: [offered] });
    await transport.open();
    offered.close();

    expect(asked()).toBe(0);
  });

  it('lets the line go when a new port comes: the core was started again', async () => {
    const { transport, post } = world();
    const [first, second] = [port(), port()];
    post({ type: 'signalbox:port' }, { ports: [first] });
    const line = await transport.open();

    post({ type: 'signalbox:port' }, { ports: [second] });
    await line.gone;
    await transport.open();
    first.close();
    second.close();
  });

  it('ends the calls of a line that is replaced, though nobody closed its port', async () => {
    const { transport, post } = world();
    const [first, second] = [port(), port()];
    post({ type: 'signalbox:port' }, { ports: [first] });
    const line = await transport.open();
    const pending = line.link.call(['workspace', 'info'], undefined, { context: {} });

    post({ type: 'signalbox:port' }, { ports: [second] });

    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    second.close();
  });

  it.each([
    ['another origin', { origin: 'https://example.test', ports: [port()] }],
    ['another window', { source: {}, ports: [port()] }],
    ['a message without a port', {}],
  ])('does not listen to %s', async (_what, from) => {
    const { transport, post, asked } = world();

    post({ type: 'signalbox:port' }, from);
    const outcome = await Promise.race([
      transport.open().then(() => 'opened'),
      Promise.resolve('waiting').then((text) => text),
    ]);

    expect([outcome, asked()]).toEqual(['waiting', 1]);
  });
});
