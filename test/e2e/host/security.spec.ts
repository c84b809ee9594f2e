import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, expect, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/chromium.ts';
import { type Host, listen, test, WORKSPACE_NAME } from './loopback.ts';

async function signIn(page: Page, host: Host): Promise<void> {
  await page.goto(host.address);
  await expect(page.getByText(WORKSPACE_NAME, { exact: true }).first()).toBeVisible({ timeout: 15_000 });
}

/** A page of another origin on this same machine, which a browser treats as the same site: the hardest case. */
async function serveElsewhere() {
  const cookies: string[] = [];
  const server = http.createServer((request, response) => {
    cookies.push(request.headers.cookie ?? '');
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>elsewhere</title><body></body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, cookies, close: () => server.close() };
}

/** Everything that a page of another site can try against the host, with the session's cookie in the same browser. */
function attack(page: Page, host: Host, scriptUrl: string) {
  return page.evaluate(
    async ([origin, asset]) => {
      const late = (milliseconds: number) =>
        new Promise((resolve) => setTimeout(() => resolve('no answer'), milliseconds));
      const tried = async (work: Promise<unknown>) => {
        try {
          return await Promise.race([work, late(5_000)]);
        } catch {
          return 'refused';
        }
      };
      const loads = (element: HTMLElement) =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('refused'));
          document.body.append(element);
        });
      const script = document.createElement('script');
      script.src = asset;
      const frame = document.createElement('iframe');
      frame.src = origin;
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`);
      const line = new Promise((resolve) => {
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('error', () => resolve('refused'));
      });
      return {
        read: await tried(fetch(origin, { credentials: 'include' }).then((answer) => answer.text())),
        blind: await tried(fetch(origin, { credentials: 'include', mode: 'no-cors' }).then(({ type }) => type)),
        session: await tried(
          fetch(`${origin}/session`, { method: 'POST', body: '{"token":"x"}', credentials: 'include' }).then(
            ({ status }) => status,
          ),
        ),
        simple: await tried(
          fetch(`${origin}/session`, { method: 'POST', body: 'token=x', mode: 'no-cors', credentials: 'include' }).then(
            ({ status }) => status,
          ),
        ),
        script: await tried(loads(script)),
        socket: await tried(line),
        framed: await tried(loads(frame)).then(() => {
          try {
            return frame.contentDocument === null ? 'kept apart' : (frame.contentDocument.title ?? '');
          } catch {
            return 'kept apart';
          }
        }),
      };
    },
    [host.origin, scriptUrl] as const,
  );
}

test('a page of another origin gets nothing, session or not', async ({ host, page, context }) => {
  await signIn(page, host);
  const elsewhere = await serveElsewhere();
  const other = await context.newPage();
  await other.goto(elsewhere.origin);

  const scriptUrl = await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '');
  const got = await attack(other, host, scriptUrl);
  elsewhere.close();

  expect(got).toEqual({
    read: 'refused',
    // Its answer may not be used at all, because the host says that it is for its own origin only.
    blind: 'refused',
    session: 'refused',
    simple: 'refused',
    script: 'refused',
    socket: 'refused',
    framed: 'kept apart',
  });
});

/** What the host answers to an upgrade that says of itself whatever it likes, as a program can and a page cannot. */
function upgradeAs(host: Host, cookie: string, protocols: readonly string[]): Promise<number | 'open'> {
  return new Promise((resolve) => {
    const headers = { host: new URL(host.origin).host, origin: host.origin, cookie };
    const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/rpc`, [...protocols], { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

test('another server on this machine, which is sent the cookie too, gets nowhere with it', async ({
  host,
  page,
  context,
}) => {
  await signIn(page, host);
  const elsewhere = await serveElsewhere();
  const other = await context.newPage();
  await other.goto(elsewhere.origin);
  elsewhere.close();

  const [cookie = ''] = elsewhere.cookies;
  const answers = [
    await upgradeAs(host, cookie, []),
    await upgradeAs(host, cookie, ['signalbox']),
    await upgradeAs(host, cookie, ['signalbox', 'a'.repeat(43)]),
  ];

  expect(cookie, 'cookies know no ports').toContain(`signalbox-${new URL(host.origin).port}=`);
  expect(answers).toEqual([401, 401, 401]);
});

test('a name that was made to point here (DNS rebinding) is refused', async ({ host }) => {
  const { port } = new URL(host.origin);
  const executablePath = findChromium() ?? undefined;
  const rules = '--host-resolver-rules=MAP rebound.example 127.0.0.1';
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_FLAGS, rules],
  });
  const page = await browser.newPage();

  const answer = await page.goto(`http://rebound.example:${port}/`);
  const socket = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const line = new WebSocket(`ws://${location.host}/rpc`);
        line.addEventListener('open', () => resolve('open'));
        line.addEventListener('error', () => resolve('refused'));
      }),
  );
  const session = await page.evaluate(() =>
    fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"token":"x"}' }).then(
      ({ status }) => status,
    ),
  );
  await browser.close();

  expect([answer?.status(), session, socket]).toEqual([403, 403, 'refused']);
});

test('the Content-Security-Policy holds', async ({ host, page }) => {
  await signIn(page, host);

  const attempts = await page.evaluate(async () => {
    const world = window as unknown as { ran?: boolean };
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    const image = document.createElement('img');
    image.src = 'https://example.org/pixel.png';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    const style = document.createElement('style');
    style.textContent = 'body { outline: 1px solid red }';
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(script, image, frame, style, form);
    form.submit();
    const fetched = await fetch('https://example.org/').catch(() => null);
    setTimeout('window.ran = true' as unknown as () => void);
    for (let turn = 0; turn < 40 && new Set(violated).size < 7; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { ran: world.ran ?? false, fetched, violated: [...new Set(violated)].sort() };
  });

  expect(attempts).toEqual({
    ran: false,
    fetched: null,
    violated: ['connect-src', 'form-action', 'frame-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-elem'],
  });
});

test('every screen obeys the Content-Security-Policy', async ({ host, page }) => {
  const complaints = listen(page);
  await signIn(page, host);

  for (const name of ['Calendar', 'Trains', 'Work items', 'Connections', 'Journal', 'Help', 'Settings', 'Today']) {
    await page.getByRole('navigation').getByRole('link', { name }).first().click();
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 15_000 });
  }

  expect(complaints).toEqual([]);
});

test('what comes over the line is checked, however it was written', async ({ host, page }) => {
  await signIn(page, host);

  const answers = await page.evaluate(async () => {
    const socket = new WebSocket(`ws://${location.host}/rpc`, ['signalbox', localStorage['signalbox-key']]);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    const garbage = [
      '',
      'null',
      '[]',
      '{}',
      '{"i":1}',
      '{"i":"1","p":null}',
      '{"i":"1","p":{"u":5}}',
      '{"i":"1","p":{"u":"http://"}}',
    ];
    for (const frame of garbage) socket.send(frame);
    socket.send(new Uint8Array([255, 254, 0, 1]));
    socket.send(JSON.stringify({ i: '9', t: 4 }));
    const answer = new Promise<string>((resolve) =>
      socket.addEventListener('message', (event) => {
        const text = String(event.data);
        if (text.includes('"i":"ok"')) resolve(text);
      }),
    );
    socket.send(JSON.stringify({ i: 'ok', p: { u: '/workspace/info', b: { json: {} } } }));
    const text = await answer;
    socket.close();
    return text;
  });

  expect(JSON.parse(answers)).toMatchObject({ p: { b: { json: { name: WORKSPACE_NAME } } } });
});
