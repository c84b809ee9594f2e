import { readFileSync, writeFileSync } from 'node:fs';
import { embedHelp } from './readme/embed-help.ts';

// The main tasks of the README are the help's own words: this copies them over after the help has changed.
const before = readFileSync('README.md', 'utf8');
const after = embedHelp(before, (name) => readFileSync(`resources/help/${name}.md`, 'utf8'));
if (after !== before) writeFileSync('README.md', after);
console.log(after === before ? 'README.md was up to date' : 'README.md now says what the help says');
