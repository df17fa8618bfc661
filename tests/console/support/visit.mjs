import assert from 'node:assert/strict';
import { key } from './service.mjs';

// In the page: each violation of the content security policy becomes a line that the visit collects.
const watchPolicy = () => document.addEventListener('securitypolicyviolation', (event) => {
  globalThis.reportViolation(`${event.effectiveDirective} blocked ${event.blockedURI || 'inline'} at ${event.sourceFile}:${event.lineNumber}`);
});

/** A window of the browser on the console, which collects what must not happen. */
export class Visit {
  /** Errors of scripts, violations of the policy, requests to other origins. */
  faults = [];

  /** Every request of the page: its URL, its type and the bytes of its body as sent. */
  requests = [];

  static async open(browser, endpoint, path, options) {
    const visit = new Visit();
    visit.endpoint = endpoint;
    visit.context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
    await visit.context.exposeFunction('reportViolation', (text) => visit.faults.push(`policy: ${text}`));
    await visit.context.addInitScript(watchPolicy);
    visit.page = await visit.context.newPage();
    visit.#listen();
    await visit.go(path);
    return visit;
  }

  #listen() {
    this.page.on('pageerror', (error) => this.faults.push(`error: ${error.stack ?? error.message}`));
    this.page.on('console', (message) => {
      // The browser writes a line for each answer that is an error, which is no fault of the page.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.faults.push(`console: ${message.text()}`);
      }
    });
    this.page.on('request', (request) => {
      this.requests.push({ url: request.url(), type: request.resourceType(), request });
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'blob:' && protocol !== 'data:' && origin !== this.endpoint) {
        this.faults.push(`request to another origin: ${request.url()}`);
      }
    });
  }

  /** Goes to a path below /console, as typing it into the address bar does: the page forgets the key. */
  async go(path) {
    await this.page.goto(`${this.endpoint}/console${path}`);
    await this.page.getByRole('banner').waitFor();
  }

  /** Shows an action's page as a link does, without loading the page anew: the key stays in memory. */
  async showAction({ dialect, name }) {
    await this.page.evaluate((path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/console/explorer/${dialect}/${name}`);
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  /** The path below /console with the query. */
  get place() {
    const { pathname, search } = new URL(this.page.url());
    return pathname.replace('/console', '') + search;
  }

  /** Signs in on a page that asks for it. */
  async signIn(as = key) {
    await this.page.getByLabel(/Key id|AccessKey ID/).fill(as.id);
    await this.page.getByLabel(/^Secret$|AccessKey Secret/).fill(as.secret);
    await this.page.getByRole('button', { name: /^(Sign in|登录)$/ }).click();
    await this.page.getByRole('button', { name: /^(Sign out|退出)$/ }).or(this.page.getByRole('button', { name: /^(Menu|菜单)$/ }))
      .first().waitFor();
    await this.page.getByLabel(/^Secret$|AccessKey Secret/).waitFor({ state: 'detached' });
  }

  /** Fails if a script failed, the policy was violated or another origin was asked. */
  assertNoFaults() {
    assert.deepEqual(this.faults, []);
  }

  async close() {
    await this.context.close();
  }
}
