import { spawn } from 'node:child_process';
import { chmod, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobSASPermissions, generateBlobSASQueryParameters } from '@azure/storage-blob';
import { ffprobe } from '../tests/sdk/support/paths.mjs';

/** The peer that the service is measured against: plain static ffprobe on signed URLs of the same storage. */
export class PlainFfprobe {
  static async in(folder, bucket, authority) {
    const binary = join(folder, 'ffprobe');
    await copyFile(ffprobe, binary);
    await chmod(binary, 0o700);
    return new PlainFfprobe(binary, bucket, authority);
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
    const show = ['-show_format', '-show_streams', '-show_programs', '-show_chapters'];
    const command = ['-v', 'warning', '-hide_banner', '-of', 'json=compact=1', ...show, '-i', this.urlOf(key)];
    return new Promise((resolve, reject) => {
      // Without GCONV_PATH this build crashes on the names in a transport stream.
      const child = spawn(this.binary, command, { env: { GCONV_PATH: '/nonexistent' }, stdio: ['ignore', 'pipe', 'ignore'] });
      let output = '';
      child.stdout.on('data', (chunk) => { output += chunk; });
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`ffprobe ended with ${code} on ${key}`))));
    });
  }
}
