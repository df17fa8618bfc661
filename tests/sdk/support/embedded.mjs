import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mediaFile } from './paths.mjs';
import { startStandalone } from './standalone.mjs';

const bucket = 'example-bucket';

/** Standalone on its embedded store in a folder, with nothing beside it. */
export class Embedded {
  #host;

  constructor(folder, settings = {}) {
    this.folder = folder;
    this.data = join(folder, 'data');
    this.settings = { MediaInfo__Storage__Local__Directory: this.data, ...settings };
  }

  async start(more = {}, how = {}) {
    // The settings of the tests name the emulator.
    this.#host = await startStandalone(this.folder, '', { ...this.settings, ...more }, how);
    return this;
  }

  get endpoint() {
    return this.#host.endpoint;
  }

  get pid() {
    return this.#host.pid;
  }

  /** The file of an object. */
  fileOf(key) {
    return join(this.data, 'media', bucket, key);
  }

  /** Puts a clip of the tests into the bucket; returns its key. */
  async put(key, clip) {
    await mkdir(dirname(this.fileOf(key)), { recursive: true });
    await copyFile(mediaFile(clip), this.fileOf(key));
    return key;
  }

  async stop() {
    await this.#host?.stop();
  }
}
