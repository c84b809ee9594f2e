import { describe, expect, it } from 'vitest';
import * as failures from '../../../../../electron/core/connectors/_kit/failures.ts';
import { placeOf } from '../../../../../electron/core/connectors/_kit/place.ts';

const place = placeOf('https://api.github.com/repos/acme/shop/pulls?page=2', 'acme/shop pulls');

function refusal(status: number, headers: Record<string, string> = {}, body = '{}') {
  return { status, headers, body };
}

describe('electron/core/connectors/_kit/failures failureOfStatus', () => {
  it.each([
    [401, 'PROVIDER_UNAUTHORIZED'],
    [403, 'PROVIDER_FORBIDDEN'],
    [451, 'PROVIDER_FORBIDDEN'],
    [404, 'PROVIDER_NOT_FOUND'],
    [410, 'PROVIDER_NOT_FOUND'],
    [400, 'PROVIDER_REFUSED'],
    [407, 'PROVIDER_REFUSED'],
    [422, 'PROVIDER_REFUSED'],
    [500, 'PROVIDER_BROKEN'],
    [504, 'PROVIDER_BROKEN'],
  ])('%i is %s, with the host, the status, what was read and what to do', (status, code) => {
    const failure = failures.failureOfStatus(refusal(status), place);

    expect(failure.code).toBe(code);
    expect(failure.message).toContain('api.github.com');
    expect(failure.message).toContain(String(status));
    expect(failure.message).toContain('acme/shop');
    expect(failure.where).toBe('api.github.com/repos/acme/shop/pulls');
    expect(failure.remedy).toMatch(/\w{4}.*[.;,]/);
  });

  it('gives every failure a remedy of its own', () => {
    const all = [401, 403, 404, 400, 500].map((status) => failures.failureOfStatus(refusal(status), place).remedy);

    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['Not Found', 'It says: “Not Found”.'],
    ['Not found.', 'It says: “Not found.”'],
  ])('ends as a sentence does where the provider says %j', (message, end) => {
    const failure = failures.failureOfStatus(refusal(404, {}, JSON.stringify({ message })), place);

    expect(failure.message.endsWith(end)).toBe(true);
  });

  it('speaks of the field as the form calls it, and of nothing that was saved', () => {
    const told = [400, 401, 404].map((status) => failures.failureOfStatus(refusal(status), place).remedy).join(' ');

    expect(told).not.toMatch(/base URL|save it/i);
    expect(told).toContain('the address');
  });

  it('names the rights that are wanting, the single sign-on that is required, the CAPTCHA that stands before it', () => {
    const remedy = (status: number, headers: Record<string, string>) =>
      failures.failureOfStatus(refusal(status, headers), place).remedy;

    expect(remedy(403, { 'x-accepted-oauth-scopes': 'repo, read:org' })).toContain('repo, read:org');
    expect(remedy(403, { 'x-github-sso': 'required; url=x' })).toContain('Configure SSO');
    expect(remedy(401, { 'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=x' })).toContain('CAPTCHA');
  });
});

describe('electron/core/connectors/_kit/failures', () => {
  it.each([
    [200, false],
    [401, false],
    [403, true],
    [404, false],
    [451, true],
  ])('takes %i for a refusal to let somebody know: %s', (status, isRefusal) => {
    expect(failures.isRefusal({ status })).toBe(isRefusal);
  });

  it('names the rights that are wanting as the provider does, if it does', () => {
    expect(failures.neededRights(refusal(403, { 'x-accepted-github-permissions': 'issues=read' }))).toBe('issues=read');
    expect(failures.neededRights(refusal(403, { 'x-accepted-oauth-scopes': '' }))).toBeNull();
  });

  it.each([
    ['GitHub', '{"message":"Bad  credentials"}', 'Bad credentials'],
    ['Jira', '{"errorMessages":["No project","Look again"],"errors":{}}', 'No project Look again'],
    ['a page', '<html>secret things</html>', ''],
    ['nonsense', 'oops', ''],
    ['null', 'null', ''],
    ['a repeated token', '{"message":"Bearer abcdefghijkl is wrong"}', 'Bearer [secret] is wrong'],
    ['long words', JSON.stringify({ message: 'x'.repeat(500) }), 'x'.repeat(200)],
  ])('reads the words of %s', (_what, body, words) => {
    expect(failures.wordsOf(refusal(403, {}, body))).toBe(words);
  });

  it.each([
    ['text/html; charset=utf-8', 'x', true],
    ['', '\n<!DOCTYPE html>', true],
    ['application/json', '<html>', true],
    ['application/json', '{"html":"<html>"}', false],
    ['', '[]', false],
  ])('tells pages for people from data: %s %s', (type, body, html) => {
    expect(failures.isHtml(refusal(200, { 'content-type': type }, body))).toBe(html);
  });

  it.each([
    [3 * 3_600_000, '3 hours ahead of the clock of api.github.com'],
    [-5_400_000, '1.5 hours behind the clock of api.github.com'],
  ])('says how far clocks are apart: %i ms', (skew, words) => {
    expect(failures.clockSkewFailure(place, skew).message).toContain(words);
  });

  it.each([
    [500, '1 more minute ('],
    [61_000, '2 more minutes ('],
  ])('says how long a limit lasts: %i ms', (ms, words) => {
    expect(failures.rateLimitFailure(place, ms).message).toContain(words);
  });
});
