import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SampleDelivery, SampleTrains } from '../shared/model/sample.ts';
import { browserTrains } from './sample/browser-trains.ts';
import { sampleDelivery } from './sample/delivery.ts';
import { electronTrain } from './sample/electron-train.ts';
import { nodeTrain } from './sample/node-train.ts';

/** One item a line: small, and a change shows in a diff as the lines that changed. */
function write(value: unknown, depth: number): string {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[\n${value.map((one) => write(one, depth - 1)).join(',\n')}\n]`;
  const fields = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${write(one, depth - 1)}`);
  return `{${fields.join(',\n')}}`;
}

/** The files of `resources/sample`, by name: the same bytes from the same packages. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const trains = SampleTrains.parse({ trains: [nodeTrain(), electronTrain(), ...browserTrains()] });
  const delivery = SampleDelivery.parse(sampleDelivery(trains.trains));
  return new Map([
    ['trains.json', `${write(trains, 4)}\n`],
    ['delivery.json', `${write(delivery, 4)}\n`],
  ]);
}

if (process.argv[1] === 'sample') {
  const folder = join(dirname(import.meta.dirname), 'resources', 'sample');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of sampleFiles()) {
    writeFileSync(join(folder, name), text);
    console.error(`wrote resources/sample/${name}: ${text.length} characters`);
  }
}
