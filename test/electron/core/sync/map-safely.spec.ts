import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../electron/core/connectors/_kit/log.ts';
import { mapSafely } from '../../../../electron/core/sync/map-safely.ts';
import { instant } from '../../../../shared/model/time.ts';
import { tiny, tinyConnection, tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/map-safely', () => {
  const page = { request: tinyRequest('k'), response: tinyResponse({ names: ['a'] }), fetchedAt: instant(0) };

  it('reads a page by the connection’s rules', () => {
    const rules = { ...tiny.defaultRules, productionEnvironments: ['x'] };

    expect(mapSafely({ connection: tinyConnection({ rules }), connector: tiny }, page).facts).toMatchObject([
      { name: 'A' },
    ]);
  });

  it('counts a page on which the mapper fails as one dropped row', () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => lines.push(line) }, []);
    const broken = { ...page, response: { ...page.response, body: '{"names":null}' } };

    expect(mapSafely({ connection: tinyConnection(), connector: tiny, log }, broken)).toEqual({
      facts: [],
      dropped: [{ reason: 'the whole page could not be read', sample: expect.stringContaining('names') }],
    });
    expect(lines).toHaveLength(1);
  });
});
