import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../../../shared/model/failure.ts';
import type { Terminal } from './terminal.ts';

async function readInputFile(file: string, terminal: Terminal): Promise<string> {
  try {
    return await readFile(resolve(terminal.folder, file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Failure('BAD_INPUT', `The input file ${file} cannot be read (${reason}).`, {
      where: file,
      remedy: 'Check its name and that you may read it.',
    });
  }
}

function parse(text: string, from: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new Failure('BAD_INPUT', `The input is not JSON: ${reason}`, {
      where: from,
      remedy: 'Quote it for your shell, such as --input \'{"limit":10}\', or put it in a file: --input @file.json.',
    });
  }
}

/** The value of `--input`: JSON itself, `@file`, or `-` for standard input; `{}` where nothing was given. */
export async function readInput(given: string | undefined, terminal: Terminal): Promise<unknown> {
  if (given === undefined) return {};
  if (given === '-') return parse(await terminal.readAll(), 'standard input');
  if (given.startsWith('@')) return parse(await readInputFile(given.slice(1), terminal), given.slice(1));
  return parse(given, '--input');
}
