import { describe, expect, it } from 'vitest';
import { bindSecret, unbindSecret } from '../../../electron/core/bound-secret.ts';

describe('electron/core/bound-secret', () => {
  it.each(['t0ken', 'zażółć \u{1f511} = "quoted"\n', ''])('gives back what was bound: %s', (secret) => {
    expect(unbindSecret(bindSecret('https://jira.example', secret), 'https://jira.example')).toBe(secret);
  });

  it.each(['https://jira.example.evil', 'http://jira.example', 'https://jira.example:8443', 'null', ''])(
    'gives nothing for %s, and says why without the secret',
    (origin) => {
      const text = bindSecret('https://jira.example', 't0ken');

      expect(() => unbindSecret(text, origin)).toThrow(
        expect.objectContaining({
          code: 'SECRET_MISSING',
          message: 'The address of this connection changed since its token was kept; enter the token again.',
          remedy: expect.not.stringContaining('t0ken'),
        }),
      );
    },
  );

  it.each(['t0ken', '"t0ken"', '{}', '{"secret":"t0ken"}', 'null', ''])(
    'gives nothing of a text that names no origin: %s',
    (text) => {
      expect(() => unbindSecret(text, 'https://jira.example')).toThrow(
        expect.objectContaining({ code: 'SECRET_MISSING' }),
      );
    },
  );
});
