import { expect } from '@playwright/test';
import { test } from './app.ts';
import {
  deniesPermissions,
  exposesTheBridgeOnly,
  isolatesThePage,
  keepsThePage,
  obeysItsPolicy,
  opensTheWorkspace,
  refusesStrangers,
} from './checks.ts';

test('the page gets its port and the workspace opens, without a complaint', async ({ started }) => {
  const { app, page, complaints } = started;

  await opensTheWorkspace(app, page);

  expect(app.urlOf(page)).toMatch(/^app:\/\/signalbox\/index\.html#\//);
  expect(complaints).toEqual([]);
});

test('the page finds the bridge, and nothing else of Electron or Node', async ({ started }) => {
  await exposesTheBridgeOnly(started.app, started.page);
});

test('the page is sandboxed, isolated and without Node', async ({ started }) => {
  await isolatesThePage(started.app, started.page);
});

test('links, scripts and new windows leave the page where it is', async ({ started }) => {
  await keepsThePage(started.app, started.page);
});

test('the Content-Security-Policy holds', async ({ started }) => {
  await obeysItsPolicy(started.app, started.page);
});

test('every permission is denied', async ({ started }) => {
  await deniesPermissions(started.app, started.page);
});

test('a stranger gets no port', async ({ started }) => {
  await refusesStrangers(started.app, started.page);
});
