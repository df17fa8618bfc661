import { spawn } from 'node:child_process';
import { chmod, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobSASPermissions, generateBlobSASQueryParameters } from '@azure/storage-blob';
import { ffprobe } from '../tests/sdk/support/paths.mjs';

/** The peer that the service is measured against: plain static ffprobe on signed URLs of the same storage. */
export class PlainFfprobe {
  static async in(folder, bucket, authority) {
    return new PlainFfprobe(await copyOfFfprobe(folder), bucket, authority);
  }

  /** `authority`: host and port to read from instead of the storage's own. */
  constructor(binary, bucket, authority) {
    this.binary = binary;
    this.authority = authority;
    this.container = bucket.container;
  }

  // Segment URLs in a playlist carry no signature, so playlists and segments are read from a public container.
  urlOf(key) {
    const permissions = BlobSASPermissions.parse('r');
    const expiresOn = new Date(Date.now() + 3_600_000);
    const sas = generateBlobSASQueryParameters(
      { containerName: this.container.containerName, blobName: key, permissions, expiresOn },
      this.container.credential,
    );
    const url = new URL(`${this.container.getBlobClient(key).url}?${sas}`);
    url.host = this.authority ?? url.host;
    url.search = key.endsWith('.m3u8') ? '' : url.search;
    return url.href;
  }

  probe(key) {
    return probe(this.binary, this.urlOf(key), key);
  }
}

/** What ffprobe is asked for; the input comes last. */
export const show = ['-v', 'warning', '-hide_banner', '-of', 'json=compact=1', '-show_format', '-show_streams', '-show_programs', '-show_chapters', '-i'];

/** Its environment. Without GCONV_PATH this build crashes on the names in a transport stream. */
export const environment = { GCONV_PATH: '/nonexistent' };

/** Copies the packaged ffprobe, which may lack the right to run. */
export async function copyOfFfprobe(folder) {
  const binary = join(folder, 'ffprobe');
  await copyFile(ffprobe, binary);
  await chmod(binary, 0o700);
  return binary;
}

/** Runs ffprobe on a file or a URL; returns what it printed. An error has the name, since a URL can be signed. */
export function probe(binary, input, name = input) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, [...show, input], { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`ffprobe ended with ${code} on ${name}`))));
  });
}
