import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  AccountSASPermissions, AccountSASResourceTypes, AccountSASServices, BlobServiceClient, generateAccountSASQueryParameters,
} from '@azure/storage-blob';
import { startAzurite } from '../../sdk/support/azurite.mjs';
import { signedByOwnAuthority } from '../../sdk/support/certificates.mjs';
import { Embedded } from '../../sdk/support/embedded.mjs';
import { listen } from '../../sdk/support/listener.mjs';
import { mpsClients } from '../../sdk/support/mps-clients.mjs';
import { jobsBy } from '../../sdk/support/mps.mjs';
import { Bucket } from '../../sdk/support/objects.mjs';
import { ffprobe, inRepository, mediaFile, standaloneDll } from '../../sdk/support/paths.mjs';
import { freePorts } from '../../sdk/support/ports.mjs';
import { startStandalone } from '../../sdk/support/standalone.mjs';
import { registries } from './registries.mjs';

const run = promisify(execFile);
const clip = 'sample.mp4';
const key = 'demo/sample.mp4';
// What shows that a snippet is about a storage account.
const ofStorage = /AzureWebJobsStorage|@azure\/|\.core\.windows\.net/;

/** Where the snippets of a page run: a service on its embedded store, a folder, an empty home, and what a user would have. */
export class Place {
  #parts = [];

  static async open() {
    const place = new Place();
    place.folder = await mkdtemp(join(tmpdir(), 'mediainfo-docs-'));
    await place.#furnish();
    place.service = await new Embedded(place.folder, { MediaInfo__Callbacks__AllowPrivateAddresses: 'true' }).start();
    await place.service.put(key, clip);
    place.job = await analysed(place.service.endpoint);
    return place;
  }

  at(...path) {
    return join(this.folder, ...path);
  }

  get data() {
    return this.service.data;
  }

  get port() {
    return new URL(this.service.endpoint).port;
  }

  /** A new empty folder. */
  async emptyFolder() {
    return mkdtemp(this.at('empty-'));
  }

  /** Copies the files beside the README that the snippet names, because it must not write where they are. */
  async give(text) {
    const besideReadme = readdirSync(inRepository('.'), { withFileTypes: true }).filter((entry) => entry.isFile());
    const named = besideReadme.map(({ name }) => name).filter((name) => text.split(/\s+/).includes(name));
    await Promise.all(named.map((name) => copyFile(inRepository(name), this.at('work', name))));
  }

  /** Starts the service again, with more settings. */
  async restart(settings) {
    await this.service.stop();
    await this.service.start(settings);
  }

  /** Azurite, and the service on it. */
  async azurite() {
    if (!this.emulator) {
      const folder = this.at('on-azurite');
      await mkdir(folder);
      this.emulator = await startAzurite(folder);
      this.#parts.push(this.emulator);
      const bucket = await new Bucket(this.emulator.connectionString).create();
      await bucket.uploadFile(key, mediaFile(clip));
      this.onAzurite = await startStandalone(folder, this.emulator.connectionString);
      this.#parts.push(this.onAzurite);
      await analysed(this.onAzurite.endpoint);
    }
    return this.emulator;
  }

  /** A snippet with the addresses and the paths of this place in the place of those that it prints. */
  async own(text) {
    const onStorage = ofStorage.test(text);
    const storage = onStorage ? (await this.azurite()).connectionString : '';
    const [tlsPort] = /:7443\b/.test(text) ? await freePorts(1) : [];
    return [
      [/127\.0\.0\.1:7071\b/g, new URL(onStorage ? this.onAzurite.endpoint : this.service.endpoint).host],
      [/\b0\.0\.0\.0:7443\b/g, `127.0.0.1:${tlsPort}`],
      [/(?<==)UseDevelopmentStorage=true/g, `'${storage}'`],
      [/https:\/\/ACCOUNT\.blob\.core\.windows\.net\//g, `${/BlobEndpoint=([^;]+)/.exec(storage)?.[1]}/`],
      [/(?<=\s)(?=clip\.\w+)/g, `${this.at('work')}/`],
      [/\/path\/to\//g, `${this.at('mine')}/`],
      [/https:\/\/example\.com\//g, `http://127.0.0.1:${this.web.port}/`],
      [/(?<![\w/])\.?data\/(?=mediainfo\.db|media\/)/g, `${this.service.data}/`],
      [/\/opt\/mediainfo\b/g, this.at('opt')],
      [/\/etc\/tls\//g, `${this.at('tls')}/`],
    ].reduce((all, [printed, ours]) => all.replace(printed, () => ours), text);
  }

  /** What the snippet finds in its environment: no home, npm's and NuGet's caches of this machine, and the program on PATH. */
  async env(text) {
    return {
      ...process.env,
      ...(await registries()),
      NO_PROXY: '127.0.0.1,localhost',
      HOME: this.at('home'),
      PATH: `${this.at('bin')}:${process.env.PATH}`,
      MediaInfo__Probe__FfprobePath: ffprobe,
      ...(ofStorage.test(text) && { AzureWebJobsStorage: (await this.azurite()).connectionString }),
    };
  }

  /** Runs a program to its end; returns what it wrote to its output. */
  async run(program, args, { cwd, text = '', env = {} }) {
    const all = { ...(await this.env(text)), ...env };
    try {
      return (await run(program, args, { cwd, env: all, timeout: 400_000, maxBuffer: 64 << 20 })).stdout;
    } catch (error) {
      const { code, signal, stdout, stderr } = error;
      throw new Error(`${program} ${args.join(' ')}\nended with ${code ?? signal}\n${stdout}\n${stderr}`);
    }
  }

  /** A shared access signature of the storage account that may create blobs. */
  async sas() {
    const { connectionString } = await this.azurite();
    const { credential } = BlobServiceClient.fromConnectionString(connectionString);
    return generateAccountSASQueryParameters({
      expiresOn: new Date(Date.now() + 3_600_000),
      permissions: AccountSASPermissions.parse('cw'),
      resourceTypes: AccountSASResourceTypes.parse('o').toString(),
      services: AccountSASServices.parse('b').toString(),
    }, credential).toString();
  }

  /** The variables of a completion message that was posted over HTTP, with its `signature`. */
  async posted() {
    const target = await listen();
    this.#parts.push(target);
    const { call } = mpsClients[0].create(this.service.endpoint);
    const NotifyConfig = JSON.stringify({ Url: `http://127.0.0.1:${target.port}/` });
    const PipelineId = (await call('AddPipeline', { Name: 'posts', NotifyConfig })).Pipeline.Id;
    const jobs = jobsBy(call);
    await jobs.told((await jobs.submit(key, { Async: true, PipelineId })).MediaInfoJob.JobId);
    const [{ headers, body }] = target.received;
    return {
      secret: 'testsecret',
      timestamp: headers['x-mediainfo-timestamp'],
      delivery: headers['x-mediainfo-delivery'],
      body,
      signature: headers['x-mediainfo-signature'],
    };
  }

  async close() {
    await this.service?.stop();
    for (const part of this.#parts.reverse()) {
      await part.stop();
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  async #furnish() {
    await Promise.all(['home', 'bin', 'mine', 'tls', 'work'].map((name) => mkdir(this.at(name))));
    await copyFile(mediaFile(clip), this.at('mine', 'clip.mp4'));
    const program = `#!/bin/sh\nexec dotnet '${standaloneDll}' "$@"\n`;
    await writeFile(this.at('bin', 'mediainfo'), program, { mode: 0o755 });
    await symlink(process.execPath, this.at('bin', 'node'));
    for (const name of ['clip.mp4', 'clip.mxf']) {
      await copyFile(mediaFile(clip), this.at('work', name));
    }
    const certificate = await signedByOwnAuthority(this.at('tls'));
    if (certificate) {
      await copyFile(certificate.cert, this.at('tls', 'server.pem'));
    }
    const content = readFileSync(mediaFile(clip));
    this.web = await listen(({ method }, response) => {
      response.writeHead(200, { 'content-length': content.length }).end(method === 'HEAD' ? undefined : content);
    });
    this.#parts.push(this.web);
  }
}

/** A job that has ended, and whose message waits in the account's queue. */
async function analysed(endpoint) {
  const { analyse, told } = jobsBy(mpsClients[0].create(endpoint).call);
  const job = await analyse(key);
  await told(job.JobId);
  return job;
}
