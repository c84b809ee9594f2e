import { describe, expect, it } from 'vitest';
import { visibleBounds, WEB_PREFERENCES } from '../../../electron/shell/window-options.ts';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };
const LEFT = { x: -1280, y: 0, width: 1280, height: 1024 };

describe('electron/shell/window-options', () => {
  it('gives pages no Node, Chromium’s sandbox and a world of their own', () => {
    expect(WEB_PREFERENCES).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it.each([
    ['on the only screen', { x: 10, y: 10, width: 800, height: 600 }, [SCREEN], true],
    ['partly off it', { x: 1800, y: 900, width: 800, height: 600 }, [SCREEN], true],
    ['on a second screen', { x: -1200, y: 5, width: 800, height: 600 }, [SCREEN, LEFT], true],
    ['on a screen that has been unplugged', { x: -1200, y: 5, width: 800, height: 600 }, [SCREEN], false],
    ['with its title bar above the screen', { x: 10, y: -300, width: 800, height: 600 }, [SCREEN], false],
  ])('uses bounds %s: %s', (_title, bounds, areas, isUsed) => {
    expect(visibleBounds(bounds, areas)).toEqual(isUsed ? bounds : null);
  });

  it('has none to use at first', () => {
    expect(visibleBounds(undefined, [SCREEN])).toBeNull();
  });
});
