import { createRequire } from 'node:module';
import { local } from './mps-clients.mjs';

// CommonJS with re-exports that an ES import does not see.
const require = createRequire(import.meta.url);
const { BasicCredentials } = require('@huaweicloud/huaweicloud-sdk-core');
// The generated clients import it from this path.
const { ClientBuilder } = require('@huaweicloud/huaweicloud-sdk-core/ClientBuilder');

export const project = 'local-project';
const url = '/v1/{project_id}/extract-metadata';

/** The vendor's core SDK with its own signer, called as its generated MPC client calls it. */
export class MpcClient {
  constructor(endpoint, { key = local, projectId = project } = {}) {
    const credential = new BasicCredentials().withAk(key.accessKeyId).withSk(key.accessKeySecret).withProjectId(projectId);
    this.client = new ClientBuilder((client) => client).withCredential(credential).withEndpoint(endpoint).build();
    this.projectId = projectId;
  }

  /** The answer to a new task. */
  create(body) {
    return this.#send('POST', { data: body });
  }

  /** `{ total, tasks }`. */
  list(queryParams = {}) {
    return this.#send('GET', { queryParams });
  }

  cancel(taskId) {
    return this.#send('DELETE', { queryParams: { task_id: taskId } });
  }

  async #send(method, { data, queryParams = {} }) {
    const pathParams = { project_id: this.projectId };
    // Same as in the generated client.
    const options = { method, url, contentType: 'application/json', queryParams, pathParams, headers: {}, data };
    try {
      return await this.client.sendRequest(options);
    } catch (error) {
      throw Object.assign(new Error(error.errorMsg ?? error.message, { cause: error }), {
        code: error.errorCode,
        status: error.httpStatusCode,
        requestId: error.requestId,
      });
    }
  }
}
