import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../artifacts/bin/MediaInfo.Benchmarks/release/MediaInfo.Benchmarks.dll', import.meta.url));

/** Runs MediaInfo.Benchmarks, the part of the benchmarks that needs the service's own code. */
export function benchmarks(...args) {
  execFileSync('dotnet', [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}
