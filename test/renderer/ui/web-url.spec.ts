import { describe, expect, it } from 'vitest';
import { isWebUrl } from '../../../renderer/ui/web-url.ts';

describe('renderer/ui/web-url', () => {
  it.each(['https://example.test/a?b#c', 'http://127.0.0.1:8080/'])('takes %s', (text) => {
    expect(isWebUrl(text)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'vbscript:x',
    '//example.test',
    'example.test',
    '',
  ])('refuses %j', (text) => {
    expect(isWebUrl(text)).toBe(false);
  });
});
