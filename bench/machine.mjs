import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';

const sdk = execFileSync('dotnet', ['--version'], { encoding: 'utf8' }).trim();

/** The machine that the figures were measured on, in one line. */
export const machine =
  `${cpus().length} x ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, .NET SDK ${sdk}, Node ${process.version}`;
