import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The process and everything that it started and that still runs. */
export function treeOf(pid) {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

/** Seconds of processor time of a tree, with those of its ended children. */
export const processorTime = (pid) => treeOf(pid).reduce((sum, one) => sum + ticksOf(one), 0) / ticksPerSecond;

/** Seconds of processor time of one process, without its children. */
export const ownTime = (pid) => fields(pid).slice(11, 13).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;

/** Resident memory of a process in bytes; 0 if it has ended. */
export const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(ofProcess(pid, 'status'))?.[1] ?? 0) * 1024;

/** Seconds of processor time of this process's ended children. */
export const timeOfEndedChildren = () => fields(process.pid).slice(13, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;

/** Ends the tree at once, as a crash of the machine would. */
export function killTree(pid) {
  for (const one of treeOf(pid)) {
    try {
      process.kill(one, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') {
        throw error;
      }
    }
  }
}

// utime, stime, cutime, cstime.
const ticksOf = (pid) => fields(pid).slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);

// From the third field on. The second one is the name, which may have spaces and brackets of its own.
function fields(pid) {
  const stat = ofProcess(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** The processes that a process started and that still run. */
export function childrenOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => ofProcess(pid, `task/${thread}/children`).split(' ').filter(Boolean).map(Number));
  } catch {
    return [];
  }
}

/** A file of the process under /proc; empty if the process has ended since it was listed. */
export function ofProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
