import { createRequire } from 'node:module';
import { MpcClient as Sdk } from './mpc-sdk.mjs';
import { local } from './mps-clients.mjs';

// CommonJS with re-exports that an ES import does not see.
const require = createRequire(import.meta.url);
const { BasicCredentials } = require('@huaweicloud/huaweicloud-sdk-core');

export const project = 'local-project';

/** The vendor's client, with its errors as `{ code, status, requestId }`. */
export class MpcClient {
  constructor(endpoint, { key = local, projectId = project } = {}) {
    const credential = new BasicCredentials().withAk(key.accessKeyId).withSk(key.accessKeySecret).withProjectId(projectId);
    this.client = Sdk.newBuilder().withCredential(credential).withEndpoint(endpoint).build();
  }

  /** The answer to a new task. */
  create(body) {
    return answered(() => this.client.createExtractTask({ body }));
  }

  /** `{ total, tasks }`. */
  list(request = {}) {
    return answered(() => this.client.listExtractTask(request));
  }

  cancel(taskId) {
    return answered(() => this.client.deleteExtractTask({ task_id: taskId }));
  }
}

async function answered(call) {
  try {
    return await call();
  } catch (error) {
    throw Object.assign(new Error(error.errorMsg ?? error.message, { cause: error }), {
      code: error.errorCode,
      status: error.httpStatusCode,
      requestId: error.requestId,
    });
  }
}
