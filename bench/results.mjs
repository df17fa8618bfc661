import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const resultsFile = fileURLToPath(new URL('RESULTS.md', import.meta.url));

/** The section that eng/measure-func.sh writes; eng/bench.sh, which writes all others, keeps it. */
export const functionsTitle = 'The Functions host';

/** A section of RESULTS.md from its heading on, or nothing. */
export function sectionOf(title) {
  return sections().find((part) => part.startsWith(`## ${title}\n`));
}

/** Writes a section in the place of the one of this title, or at the end. */
export function saveSection(title, text) {
  const all = sections();
  const at = all.findIndex((part) => part.startsWith(`## ${title}\n`));
  all.splice(at < 0 ? all.length : at, 1, `## ${title}\n\n${text}`);
  writeFileSync(resultsFile, `${all.join('\n\n')}\n`);
}

const sections = () => readFileSync(resultsFile, 'utf8').split(/\n(?=## )/).map((part) => part.trim());
