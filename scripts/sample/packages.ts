import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { Day } from '../../shared/model/time.ts';

const require = createRequire(import.meta.url);

/** Reads a JSON file of an installed package, checked by the fields that are used of it. */
export function readPackageFile<T extends z.ZodType>(name: string, file: string, schema: T): z.infer<T> {
  const folder = dirname(packageFile(name));
  return schema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

function packageFile(name: string): string {
  const folder = require.resolve.paths(name)?.find((one) => {
    try {
      readFileSync(join(one, name, 'package.json'));
      return true;
    } catch {
      return false;
    }
  });
  if (folder === undefined) throw new Error(`the package ${name} is not installed: run npm ci`);
  return join(folder, name, 'package.json');
}

/** The installed version of a package, for the attribution. */
export function packageVersion(name: string): string {
  return readPackageFile(name, 'package.json', z.object({ version: z.string() })).version;
}

/** The civil day, in UTC, of a moment that a source gives. */
export function dayOfMoment(text: string): Day {
  return Day.parse(new Date(text).toISOString().slice(0, 10));
}
