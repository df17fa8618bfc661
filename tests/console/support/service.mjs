import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Embedded } from '../../sdk/support/embedded.mjs';
import { startBrowser } from './browser.mjs';
import { Visit } from './visit.mjs';

// Clients honour a proxy even for the loopback address.
process.env.NO_PROXY = process.env.no_proxy = '127.0.0.1,localhost';

/** The first key of local.settings.sample.json: it may do everything. */
export const key = { id: 'testid', secret: 'testsecret' };

/** Standalone with its console on, on its embedded store, and a browser. */
export class ConsoleService {
  #visits = [];

  /** Starts both. Settings are added to those of the console; `stop` ends both and removes all files. */
  static async start(settings = {}) {
    const service = new ConsoleService();
    service.folder = await mkdtemp(join(tmpdir(), 'mediainfo-console-'));
    try {
      service.store = await new Embedded(service.folder, { MediaInfo__Console__Enabled: 'true', ...settings }).start();
      service.browser = await startBrowser();
    } catch (error) {
      await service.stop();
      throw error;
    }
    return service;
  }

  get endpoint() {
    return this.store.endpoint;
  }

  /** Puts a clip of tests/media into example-bucket; returns its key. */
  put(name, clip) {
    return this.store.put(name, clip);
  }

  /** What the description says of every action: its name, its dialect and more. */
  async actions() {
    const { paths } = await (await fetch(`${this.endpoint}/openapi.json`)).json();
    return Object.values(paths).flatMap((methods) => Object.values(methods)).map((operation) => operation['x-action']).filter(Boolean);
  }

  /**
   * Opens a path below /console in a new window of its own, which remembers nothing of others. Options are those of Playwright's
   * newContext, such as `viewport`, `locale` and `colorScheme`.
   */
  async open(path = '/', options = {}) {
    const visit = await Visit.open(this.browser, this.endpoint, path, options);
    this.#visits.push(visit);
    return visit;
  }

  /** The same, signed in with the key that may do everything, or another one. */
  async openSignedIn(path = '/', options = {}, as = key) {
    const visit = await this.open(path, options);
    await visit.signIn(as);
    return visit;
  }

  async stop() {
    for (const visit of this.#visits) {
      await visit.close();
    }
    await this.browser?.close();
    await this.store?.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
