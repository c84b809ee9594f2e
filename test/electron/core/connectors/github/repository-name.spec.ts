import { describe, expect, it } from 'vitest';
import {
  apiBase,
  repositoryName,
  repositoryPath,
} from '../../../../../electron/core/connectors/github/repository-name.ts';

describe('electron/core/connectors/github/repository-name', () => {
  it.each([
    ['acme/shop', 'acme/shop'],
    [' acme/shop ', 'acme/shop'],
    ['https://github.com/acme/shop', 'acme/shop'],
    ['https://github.com/acme/shop.git', 'acme/shop'],
    ['https://ghe.example:8443/acme/shop/pulls', 'acme/shop'],
    ['git@github.com:acme/shop.git', 'acme/shop'],
    ['acme/shop.github.io', 'acme/shop.github.io'],
  ])('of %s is %s', (scope, name) => {
    expect(repositoryName(scope)).toBe(name);
  });

  it('cannot be used to leave its path', () => {
    expect(repositoryPath('acme/..%2f?x=#y')).toBe('/repos/acme/..%252f%3Fx%3D%23y');
  });

  it.each([
    ['https://github.com', 'https://api.github.com'],
    ['https://www.github.com/', 'https://api.github.com'],
    ['https://api.github.com', 'https://api.github.com'],
    ['https://ghe.example', 'https://ghe.example/api/v3'],
    ['https://ghe.example:8443/', 'https://ghe.example:8443/api/v3'],
    ['https://ghe.example/api/v3', 'https://ghe.example/api/v3'],
    ['https://octocorp.ghe.com', 'https://api.octocorp.ghe.com'],
    ['https://api.octocorp.ghe.com', 'https://api.octocorp.ghe.com'],
  ])('the API of %s is %s', (typed, base) => {
    expect(apiBase(typed)).toBe(base);
  });
});
