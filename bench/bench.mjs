// Measures the service and a peer in the same run and prints tables. Without arguments it measures all that RESULTS.md lists.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embedded } from './embedded.mjs';
import { fairness } from './fairness.mjs';
import { footprint } from './footprint.mjs';
import { growth } from './growth.mjs';
import { machine } from './machine.mjs';
import { frames } from './frames.mjs';
import { reading } from './reading.mjs';
import { functionsTitle, resultsFile, sectionOf } from './results.mjs';
import { signatures } from './signatures.mjs';
import { speed } from './speed.mjs';

const sections = {
  speed: {
    title: 'Speed',
    text: 'Peers: static ffprobe on signed URLs of the same storage, and the service answering that it lives. Clips of a few kilobytes.',
    measure: speed,
  },
  embedded: {
    title: 'The embedded store',
    text: `Standalone on its own database and folder of media, beside static ffprobe on the same files, started by xargs. Clips of a few
kilobytes, on loopback; the client signs before the clock starts.`,
    measure: embedded,
  },
  signatures: {
    title: 'Signatures',
    text: 'One check of the signature of a query for ten jobs, on one core, beside the bare HMAC-SHA1 of the text that is signed.',
    measure: signatures,
  },
  growth: {
    title: 'Growth',
    text: 'Milliseconds of one request at so many stored jobs, and of the same work asked of the storage emulator alone. Medians.',
    measure: growth,
  },
  footprint: {
    title: 'Memory and start',
    text: 'Resident memory of the process, without and with its ffprobes, beside plain ffprobes; the start beside that of the storage emulator.',
    measure: footprint,
  },
  fairness: {
    title: 'Fair shares',
    text: `What one account's work takes while another account holds up what it can, beside what it takes in quiet, in the same
run: 40 live playlists at priority 10 that never end, and 60 callback addresses that never answer.`,
    measure: fairness,
  },
  reading: {
    title: 'Reading large objects',
    text: `Every answer of storage comes 20 ms late and at 60 MB/s. "In series" is the longest chain of requests that each came after
the answer of the one before; MB is what storage handed to the network; ms is the whole signed call, for plain ffprobe the
process. Medians.`,
    measure: reading,
  },
  frames: {
    title: 'Taking a frame',
    text: `One frame at 50 minutes of a film of two hours (160x90, two frames a second, a key frame every ten), over storage as above. Plain
ffmpeg seeks before it decodes, as the service does, and reads the same address. The object was described before. Medians.`,
    measure: frames,
  },
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in sections));
if (unknown.length > 0) {
  throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
}

const folder = await mkdtemp(join(tmpdir(), 'mediainfo-bench-'));
const parts = [`# Benchmarks\n\nWritten by \`bash eng/bench.sh\` on ${machine}, the storage emulator on the same cores.`];
try {
  console.log(`machine: ${machine}`);
  for (const name of chosen.length > 0 ? chosen : Object.keys(sections)) {
    const { title, text, measure } = sections[name];
    const lines = await measure(folder);
    console.log(`\n## ${title}\n\n${lines.join('\n')}`);
    parts.push(`## ${title}\n\n${text}\n\n${lines.join('\n')}`);
  }
  if (chosen.length === 0) {
    parts.push(...[sectionOf(functionsTitle)].filter(Boolean));
    await writeFile(resultsFile, `${parts.join('\n\n')}\n`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
