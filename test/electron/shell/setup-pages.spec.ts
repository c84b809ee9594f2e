import { describe, expect, it } from 'vitest';
import type { PageFiles } from '../../../electron/hosts/page-files.ts';
import { answerPageRequest, setupPages } from '../../../electron/shell/setup-pages.ts';

const FILES: PageFiles = {
  respond: (path, socket) => (path === '/index.html' ? new Response(`page ${socket}`) : null),
};

describe('electron/shell/setup-pages', () => {
  it('serves the interface, with no socket to speak to', async () => {
    const answer = answerPageRequest(new Request('app://signalbox/index.html?x#y'), FILES);

    expect([answer.status, await answer.text()]).toEqual([200, 'page null']);
  });

  it.each([
    ['another host', 'app://other/index.html', 'GET', 403],
    ['another scheme', 'https://signalbox/index.html', 'GET', 403],
    ['a file that is not there', 'app://signalbox/../package.json', 'GET', 404],
    ['a change', 'app://signalbox/index.html', 'POST', 405],
  ])('refuses %s', (_title, url, method, status) => {
    expect(answerPageRequest({ url, method }, FILES).status).toBe(status);
  });

  it('handles the scheme of the interface', () => {
    const handled: string[] = [];

    setupPages({ handle: (scheme) => void handled.push(scheme) }, FILES);

    expect(handled).toEqual(['app']);
  });
});
