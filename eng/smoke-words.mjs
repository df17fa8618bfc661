// What to do about each thing that can go wrong in eng/smoke.mjs.

/** Whether the service says that it is ready. An address without a service is not ready either. */
export async function answersReady(endpoint) {
  const answer = await fetch(`${endpoint}/health/ready`, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.status === 200;
}

/** Whether an error may go away by itself: a role takes minutes to apply. */
export const isPending = ({ code, statusCode }) => statusCode === 403 && code === 'AuthorizationPermissionMismatch';

const signIn = 'You are not signed in. Run `azd auth login`, or `az login`, and try again.';

/** One or two sentences for a person: what is wrong at this step, and what to do. */
export function explain(step, error, { endpoint, env }) {
  if (/Credential|Authentication\w*Error/.test(error.name)) {
    return signIn;
  }
  return { ready, secret, upload, submit, job, message }[step](error, { endpoint, env });
}

const isClosed = ({ code, statusCode }) =>
  (statusCode === 403 && /AuthorizationFailure|PublicAccess|ForbiddenByFirewall|ForbiddenByConnection/.test(code)) ||
  /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT/.test(code);

const closed = (what) => `${what} is closed to this machine, or cannot be reached. Run the test where its network is allowed, ` +
  'add this machine\'s address to MEDIAINFO_ALLOWED_IPS and run `azd provision`, or set MEDIAINFO_SMOKE_TEST to false.';

const ready = (error, { endpoint }) => `The app at ${endpoint} does not get ready: ${endpoint}/health/ready does not answer 200. ` +
  'After a first deployment its roles may need some more minutes. Otherwise its log says what is wrong (docs/operate.md).';

function secret(error) {
  return isClosed(error)
    ? closed('The vault')
    : 'The secret of the access key cannot be read from the vault. Set MEDIAINFO_ACCESS_KEY_SECRET, ' +
      'or get the role Key Vault Secrets User on the vault.';
}

function upload(error) {
  if (isClosed(error)) {
    return closed('The media account');
  }
  return error.statusCode === 403
    ? 'You may not upload to the media account. Set MEDIAINFO_OPERATOR_DATA_ROLES to true and run `azd provision`, ' +
      'or get the role Storage Blob Data Contributor there. A new role takes up to ten minutes.'
    : 'The sample cannot be uploaded to the media account.';
}

function submit(error, { env }) {
  const id = env.MEDIAINFO_ACCESS_KEY_ID;
  if (/^SignatureDoesNotMatch|^IncompleteSignature/.test(error.code)) {
    return `The app does not accept the signature: the secret of the key ${id} is not the one that the app has. It reads the vault ` +
      'when it starts: if the secret or the app\'s role on the vault is new, run `az functionapp restart`.';
  }
  if (/^InvalidAccessKeyId/.test(error.code)) {
    return `The app does not know the key ${id}. Run \`azd provision\`, which sets it.`;
  }
  return /^Forbidden|^NoPermission/.test(error.code)
    ? `The key ${id} may not submit jobs: MEDIAINFO_ACCESS_KEY_ACTIONS does not allow mts:SubmitMediaInfoJob.`
    : 'The app does not accept the job.';
}

const job = () => 'The sample was not analysed. If the app may not read the media account, its roles are missing or new: ' +
  'wait ten minutes and try again. Otherwise search the log for the job (docs/operate.md).';

function message(error, { env }) {
  const queue = env.MEDIAINFO_CALLBACK_QUEUE;
  if (isClosed(error)) {
    return closed('The account of the callback queue');
  }
  return error.statusCode === 403
    ? `You may not read the queue ${queue}. Set MEDIAINFO_OPERATOR_DATA_ROLES to true and run \`azd provision\`, ` +
      'or get the role Storage Queue Data Message Processor on it. A new role takes up to ten minutes.'
    : `The job ended, but its completion message did not arrive in the queue ${queue}, or somebody else took it.`;
}
