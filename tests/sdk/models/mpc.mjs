// What the vendor's SDK for MPC v1 knows of each call that the service has. No registry of Node packages has that SDK. The names and
// types are those of its Node.js release 3.1.209; which numbers are whole is from its Java release. A type is 'string', 'number',
// 'integer', `[type]` for a list, or an object of members.

const strings = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'string']));
const integers = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'integer']));

const ObsObjInfo = strings('bucket location object file_name');
const HlsEncrypt = strings('key url iv algorithm');
const Encryption = { hls_encrypt: HlsEncrypt };
const CreateExtractTaskReq = { input: ObsObjInfo, output: ObsObjInfo, user_data: 'string', sync: 'integer', encryption: Encryption };
const VideoInfo = {
  ...integers('width height bitrate bitrate_bps frame_rate rotate'),
  ...strings('codec duration duration_ms'),
};
const AudioInfo = { ...integers('sample channels bitrate bitrate_bps'), ...strings('codec duration duration_ms') };
const MetaData = {
  ...integers('size duration bitrate'),
  duration_ms: 'number',
  ...strings('format md5'),
  video: [VideoInfo],
  audio: [AudioInfo],
};
const ExtractTask = {
  ...strings('task_id status create_time start_time end_time error_code description user_data'),
  input: ObsObjInfo,
  output: ObsObjInfo,
  metadata: MetaData,
};

/**
 * Every call, as `{ method, headers, query, body, answer }`, and the models that a caller makes. `required` names the parameters
 * without which the SDK sends nothing.
 */
export const mpc = {
  path: '/v1/{project_id}/extract-metadata',
  models: { ObsObjInfo, HlsEncrypt, Encryption, CreateExtractTaskReq },
  calls: {
    CreateExtractTask: {
      method: 'POST',
      body: CreateExtractTaskReq,
      required: ['body'],
      answer: {
        ...strings('task_id status create_time output_file_name description'),
        output: ObsObjInfo,
        metadata: MetaData,
      },
    },
    ListExtractTask: {
      method: 'GET',
      headers: strings('x-language'),
      query: { ...strings('status start_time end_time'), ...integers('page size'), task_id: ['string'] },
      answer: { total: 'integer', tasks: [ExtractTask] },
    },
    DeleteExtractTask: { method: 'DELETE', query: strings('task_id'), required: ['task_id'], answer: {} },
  },
};
