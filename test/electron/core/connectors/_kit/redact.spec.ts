import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, redact } from '../../../../../electron/core/connectors/_kit/redact.ts';
import { cpuMilliseconds } from '../../../../support/cpu-time.ts';

const SECRET = 's3cr3t/With+odd"chars\\';
const clean = createRedactor([SECRET, null]);

describe('electron/core/connectors/_kit/redact', () => {
  it.each([
    ['plain', `token is ${SECRET}.`],
    ['in a URL', `https://x/?q=${encodeURIComponent(SECRET)}`],
    ['in JSON', JSON.stringify({ token: SECRET })],
    ['in JSON inside JSON', JSON.stringify({ message: JSON.stringify({ token: SECRET }) })],
    ['in Base64', `x ${Buffer.from(SECRET).toString('base64')}`],
    ['twice', SECRET + SECRET],
  ])('takes a known secret out: %s', (_where, text) => {
    const result = clean(text);

    expect(result).toContain('[secret]');
    expect(result).not.toContain('cr3t');
    expect(result).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 12));
  });

  it.each([
    ['user information of a URL', 'GET https://ada:hunter2@jira.example/rest', 'hunter2'],
    ['a token as user', 'https://hunter2@git.example/x.git', 'hunter2'],
    ['a query', 'https://x/api?access_token=hunter2&page=2', 'hunter2'],
    ['a query in capitals', 'https://x/api?page=2&API_KEY=hunter2', 'hunter2'],
    ['a query in a JSON string', '{"url":"https://x/?token=hunter2"}', 'hunter2'],
    ['a dumped header', 'Authorization: Bearer hunter2hunter2\r\nAccept: x', 'hunter2'],
    ['a header as JSON', '{"authorization":"Basic aHVudGVyMg==","accept":"x"}', 'aHVudGVyMg'],
    ['a header as escaped JSON', '{"msg":"{\\"authorization\\":\\"Bearer hunter2hunter2\\"}"}', 'hunter2'],
    ['headers as a list', '["authorization","Bearer hunter2hunter2","accept","x"]', 'hunter2'],
    ['a header without a scheme', 'authorization=hunter2', 'hunter2'],
    ['a cookie', 'Cookie: session=hunter2; theme=dark', 'hunter2'],
    ['a set cookie', '{"set-cookie":["session=hunter2; Path=/"]}', 'hunter2'],
    ['another header', 'private-token: hunter2', 'hunter2'],
    ['a bearer anywhere', 'sent Bearer hunter2hunter2 to x', 'hunter2'],
    ['a GitHub token', 'with ghp_abcdefghijklmnopqrst0123', 'ghp_a'],
    ['a fine-grained GitHub token', 'github_pat_11ABCDEFG0abcdefghij_klm', 'github_pat'],
    ['an Atlassian token', 'ATATT3xFfGF0abcdefghijklmno', 'ATATT'],
  ])('takes out what sits in %s', (_where, text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  it.each([
    'https://api.github.com/repos/acme/shop/pulls?state=all&page=2',
    'the token was not accepted',
    'a basic mistake',
    'mail ada@example.com about it',
    '{"author":"ada","authored_at":"2026"}',
  ])('lets %j be', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['letters and dots', 'a.'],
    ['a scheme over and over', 'a://'],
    ['a scheme without an end', 'a'],
    ['words that lead to a secret', 'authorization '],
    ['names in a query', '?token='],
    ['spaces', ' '],
    ['ends of lines', '\n'],
    ['backslashes', '\\'],
    ['beginnings of tokens', 'ATATT-'],
  ])('takes a time in proportion to the length of what others write: %s', (_what, piece) => {
    const started = cpuMilliseconds();

    for (const start of ['', 'authorization:', 'cookie: [', 'x-api-key ', 'bearer', 'https://']) {
      redact(start + piece.repeat(256 * 1_024));
    }

    expect(cpuMilliseconds() - started).toBeLessThan(1_000);
  });

  it('never lets a long secret through, whatever it is and wherever it stands', () => {
    const secret = fc.string({ minLength: 8, maxLength: 40 }).filter((text) => !'[secret]'.includes(text));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        const result = createRedactor([hidden])(JSON.stringify({ note: before + hidden + after }));
        expect(result).not.toContain(JSON.stringify(hidden).slice(1, -1));
      }),
    );
  });
});
