import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepLogShort, logOf, sizeOnDisk } from '../../../../electron/core/db/log-keeper.ts';
import { testFolder } from '../../../support/core.ts';

describe('electron/core/db/log-keeper', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = testFolder();
    file = path.join(folder, 'plan.signalbox');
    fs.writeFileSync(file, 'file');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  function keeper(answer: () => Promise<boolean>) {
    const told = { tidied: 0, errors: [] as unknown[] };
    const kept = keepLogShort({
      file,
      tidy: () => {
        told.tidied += 1;
        return answer();
      },
      onError: (error) => told.errors.push(error),
      every: 3_600_000,
    });
    return { ...kept, told };
  }

  async function looks(look: () => Promise<void>, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) await look();
  }

  it('leaves an empty log and one that still grows alone, and brings over one that rests, once', async () => {
    const { look, close, told } = keeper(async () => true);

    await looks(look, 3);
    fs.writeFileSync(logOf(file), 'a');
    await look();
    fs.appendFileSync(logOf(file), 'b');
    await look();
    const whileWritten = told.tidied;
    await looks(look, 4);
    close();

    expect(whileWritten).toBe(0);
    expect(told.tidied).toBe(1);
  });

  it('tries again while a reader keeps some of it, and goes quiet after an error until something is written', async () => {
    const answers = [async () => false, async () => true, () => Promise.reject(new Error('full')), async () => true];
    const { look, close, told } = keeper(
      () => answers[told.tidied - 1]?.() ?? Promise.reject(new Error('asked again')),
    );

    fs.writeFileSync(logOf(file), 'a');
    await looks(look, 5);
    const afterReader = told.tidied;
    fs.appendFileSync(logOf(file), 'b');
    await looks(look, 5);
    const afterError = told.tidied;
    fs.appendFileSync(logOf(file), 'c');
    await looks(look, 5);
    close();

    expect([afterReader, afterError, told.tidied]).toEqual([2, 3, 4]);
    expect(told.errors).toEqual([new Error('full')]);
  });

  it('counts the log as part of what a workspace takes', () => {
    const alone = sizeOnDisk(file);
    fs.writeFileSync(logOf(file), 'twelve bytes');

    expect([alone, sizeOnDisk(file)]).toEqual([4, 16]);
  });
});
