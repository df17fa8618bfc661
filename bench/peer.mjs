import { spawn } from 'node:child_process';
import { chmod, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobSASPermissions, generateBlobSASQueryParameters } from '@azure/storage-blob';
import { ffprobe } from '../tests/sdk/support/paths.mjs';

/** Plain static ffprobe on signed URLs of the same storage: what the service is measured against. */
export class PlainFfprobe {
  static async in(folder, bucket) {
    const binary = join(folder, 'ffprobe');
    await copyFile(ffprobe, binary);
    await chmod(binary, 0o700);
    return new PlainFfprobe(binary, bucket);
  }

  constructor(binary, bucket) {
    this.binary = binary;
    this.container = bucket.container;
  }

  urlOf(key) {
    const permissions = BlobSASPermissions.parse('r');
    const expiresOn = new Date(Date.now() + 3_600_000);
    const sas = generateBlobSASQueryParameters(
      { containerName: this.container.containerName, blobName: key, permissions, expiresOn },
      this.container.credential,
    );
    return `${this.container.getBlobClient(key).url}?${sas}`;
  }

  probe(key) {
    const show = ['-show_format', '-show_streams', '-show_programs', '-show_chapters'];
    const command = ['-v', 'warning', '-hide_banner', '-of', 'json=compact=1', ...show, '-i', this.urlOf(key)];
    return new Promise((resolve, reject) => {
      // Without GCONV_PATH this build dies on the names in a transport stream.
      const child = spawn(this.binary, command, { env: { GCONV_PATH: '/nonexistent' }, stdio: ['ignore', 'pipe', 'ignore'] });
      let output = '';
      child.stdout.on('data', (chunk) => { output += chunk; });
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`ffprobe ended with ${code} on ${key}`))));
    });
  }
}
