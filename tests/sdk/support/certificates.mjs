import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A fresh self-signed certificate for the name; undefined if the machine has no openssl. */
export async function selfSigned(folder, name) {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  try {
    await run('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', cert]);
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
  return { file: cert, tls: { key: await readFile(key), cert: await readFile(cert) } };
}

/**
 * A certificate for the loopback address, signed by a fresh private authority; undefined if the machine has no openssl.
 * Returns the files of the authority (`ca`), of the certificate (`cert`) and of its key (`key`).
 */
export async function signedByOwnAuthority(folder) {
  const at = (name) => join(folder, name);
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const request = ['req', '-x509', ...kind];
  const basic = (isCa) => ['-addext', `basicConstraints=critical,CA:${isCa ? 'TRUE' : 'FALSE'}`];
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost', '-addext', 'extendedKeyUsage=serverAuth'];
  const signer = ['-CA', at('ca.pem'), '-CAkey', at('ca.key')];
  try {
    await run('openssl', [...request, '-subj', '/CN=Tests', ...basic(true), '-keyout', at('ca.key'), '-out', at('ca.pem')]);
    await run('openssl', [
      ...request, ...signer, '-subj', '/CN=127.0.0.1', ...basic(false), ...names, '-keyout', at('server.key'), '-out', at('server.pem'),
    ]);
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
  return { ca: at('ca.pem'), cert: at('server.pem'), key: at('server.key') };
}
