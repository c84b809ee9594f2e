import fs from 'node:fs';
import path from 'node:path';
import { type InputOptions, rolldown } from 'rolldown';
import { buildPreload, nodeInput } from '../../../scripts/build.ts';
import { ROOT } from './app.ts';

/** A mistake in the sources: a text that is there once, and what stands there instead. */
export interface Plant {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Puts the mistake in while the sources are read, and counts how often it found its place. */
function planting(plant: Plant, found: { times: number }) {
  return {
    name: 'planted-fault',
    transform: (code: string, id: string) => {
      if (id !== path.join(ROOT, plant.file)) return null;
      const parts = code.split(plant.find);
      found.times += parts.length - 1;
      return parts.join(plant.replace);
    },
  };
}

function withPlugin(input: InputOptions, plugin: InputOptions['plugins']): InputOptions {
  return { ...input, plugins: plugin };
}

/**
 * Builds main and preload with a mistake in them into a folder that otherwise is the built application: the core, the
 * page and the packages are the real ones.
 */
export async function buildWithFault(folder: string, plant: Plant): Promise<string> {
  const found = { times: 0 };
  const plugin = planting(plant, found);
  const dist = path.join(folder, 'dist');
  fs.mkdirSync(path.join(dist, 'electron'), { recursive: true });
  fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  for (const part of ['core', 'renderer']) fs.symlinkSync(path.join(ROOT, 'dist', part), path.join(dist, part));

  const bundle = await rolldown(withPlugin(nodeInput({ main: 'electron/shell/main.ts' }), plugin));
  await bundle.write({
    dir: path.join(dist, 'electron'),
    format: 'esm',
    entryFileNames: '[name].js',
    codeSplitting: false,
  });
  await bundle.close();
  const preload = path.join(dist, 'electron', 'preload.cjs');
  await buildPreload(withPlugin(nodeInput('electron/preload/preload.ts'), plugin), preload);
  if (found.times !== 1) throw new Error(`${plant.find} is in ${plant.file} ${found.times} times, not once`);
  return folder;
}
