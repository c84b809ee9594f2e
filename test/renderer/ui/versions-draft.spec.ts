import { describe, expect, it } from 'vitest';
import { readVersions, versionOf, versionsDraftOf } from '../../../renderer/ui/versions-draft.ts';
import { ServiceId } from '../../../shared/model/ids.ts';
import { ServiceVersion } from '../../../shared/model/service-version.ts';

const [web, api] = [{ id: ServiceId.parse('web') }, { id: ServiceId.parse('api') }];
const kept = ServiceVersion.parse({
  serviceId: 'web',
  version: '4.2.0',
  worksWith: [{ serviceId: 'api', range: '>=3.1' }],
});

describe('renderer/ui/versions-draft', () => {
  it('reads back unchanged what was not changed', () => {
    expect(readVersions(versionsDraftOf([kept]), [web, api]).versions).toEqual([kept]);
    expect(versionOf([kept])).toEqual({ version: '4.2.0', worksWith: kept.worksWith });
    expect(versionOf([])).toBeNull();
  });

  it('leaves out services without a version, and lines with nothing in them', () => {
    const draft = {
      versions: { web: ' 4.2.0 ', api: ' ' },
      needs: [{ key: 'new', ofId: 'api', serviceId: '', range: ' ' }],
    };

    expect(readVersions(draft, [web, api]).versions).toEqual([{ serviceId: 'web', version: '4.2.0', worksWith: [] }]);
  });

  it('says what is wrong, and where', () => {
    const need = { ofId: 'web', serviceId: 'api', range: '>=3.1' };
    const draft = {
      versions: { web: '4'.repeat(61) },
      needs: [
        { ...need, key: 'fine' },
        { ...need, key: 'twice' },
        { ...need, key: 'itself', serviceId: 'web' },
        { ...need, key: 'nobody', serviceId: '' },
        { ...need, key: 'range', serviceId: 'mail', range: 'newest' },
        { ...need, key: 'silent', ofId: 'api', serviceId: 'web', range: '' },
      ],
    };

    expect(readVersions(draft, [web, api])).toEqual({
      versions: null,
      problems: {
        versions: { web: 'At most 60 characters.' },
        needs: {
          twice: { serviceId: 'This service is named above.' },
          itself: { serviceId: 'A version says nothing of its own service.' },
          nobody: { serviceId: 'Choose a service.' },
          range: { range: 'This is no range of versions: write it like >=3.1, ^2.4 or 1.2 - 1.5.' },
          silent: { ofId: 'Say its version first.', range: 'Say which versions, such as >=3.1.' },
        },
      },
    });
  });
});
