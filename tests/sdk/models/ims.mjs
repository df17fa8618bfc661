// What the vendor's SDK for ICE 2020-11-09 knows of each action that the service has: members of the request and of the answer, by
// their name on the wire. No registry of Node packages has that SDK. The names and types are those of its TypeScript release 6.20.2.
// A type is 'string', 'number', 'integer', 'boolean', 'map', `[type]` for a list, or an object of members; numbers are whole but for
// those of SearchMedia's findings.

const strings = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'string']));

const requestId = strings('RequestId');
const typeAndMedia = strings('Type Media');
const schedule = { PipelineId: 'string', Priority: 'integer' };

// Streams of a job; its video alone is in snake case.
const stream = 'CodecLongName CodecName CodecTag CodecTagString CodecTimeBase Duration Index Lang StartTime Timebase';
const sound = `${stream} Bitrate ChannelLayout Channels SampleFmt SampleRate`;
const size = 'Bitrate Duration FileName FileSize FileStatus FileType FileUrl FormatName Height Region Width';
const jobVideo = 'Avg_fps Bit_rate Codec_long_name Codec_name Codec_tag Codec_tag_string Codec_time_base Dar Duration Fps '
  + 'Has_b_frames Height Index Lang Level NumFrames PixFmt Profile Rotate Sar Start_time Time_base Width';
const job = {
  ...strings('FinishTime JobId Name RequestId Status SubmitTime TriggerSource UserData'),
  Async: 'boolean',
  Input: typeAndMedia,
  MediaInfoProperty: {
    AudioStreamInfoList: [strings(sound)],
    FileBasicInfo: strings(`${size} MediaId`),
    VideoStreamInfoList: [strings(jobVideo)],
  },
  ScheduleConfig: schedule,
  SubmitResultJson: 'map',
};
const submission = { ...strings('Name UserData'), Input: typeAndMedia, ScheduleConfig: schedule };
const oneJob = { ...requestId, MediaInfoJob: job };

// An asset of the library.
const libraryVideo = `${stream} AvgFPS Bitrate Dar Fps HasBFrames Height Level Nb_frames NumFrames PixFmt Profile Rotate Sar Width`;
const datedFile = strings(`${size} CreateTime ModifiedTime`);
const streams = {
  AudioStreamInfoList: [strings(`${sound} Fps NumFrames Profile`)],
  SubtitleStreamInfoList: [strings(stream)],
  VideoStreamInfoList: [strings(libraryVideo)],
};
const basic = strings('Biz BusinessType Category CoverURL CreateTime DeletedTime Description InputURL MediaId MediaTags MediaType '
  + 'ModifiedTime Snapshots Source SpriteImages Status Title UserData');
const listed = { ...basic, ...strings('ReferenceId TranscodeStatus UploadSource'), CateId: 'integer' };
const page = { AuthTimeout: 'integer' };
const owners = strings('BusinessType CoverURL Description InputURL MediaTags ReferenceId Title UserData');
const media = { ...requestId, ...strings('MediaId') };
const eventCallback = strings('AuthKey AuthSwitch CallbackQueueName CallbackType CallbackURL EventTypeList');
const category = { ...strings('CateName Type'), CateId: 'integer', Level: 'integer', ParentId: 'integer' };

// What an analysis finds in an asset, which SearchMedia answers.
const found = { ...strings('ClipId Content'), From: 'number', Timestamp: 'number', To: 'number' };
const occurrence = {
  ...strings('Content FinegrainId FinegrainName Image TableBatchSeqId clipId'),
  From: 'number',
  Score: 'number',
  To: 'number',
  Tracks: [{ Position: 'string', Size: 'number', Timestamp: 'number' }],
};
const label = { ...strings('Category FaceId LabelId LabelName LabelType Source'), Occurrences: [occurrence] };
const roughData = strings('AiCategory AiJobId Result SaveType Status');

// A snapshot job, and templates.
const grid = { ...Object.fromEntries('CellHeight CellWidth Columns Lines Margin Padding'.split(' ').map((name) => [name, 'integer'])), Color: 'string' };
const overwritten = {
  ...Object.fromEntries('BlackLevel Count Height Interval PixelBlackThreshold Time Width'.split(' ').map((name) => [name, 'integer'])),
  ...strings('FrameType Type'),
  IsSptFrag: 'boolean',
  SpriteSnapshotConfig: grid,
};
const ossFile = { ...typeAndMedia, OssFile: strings('Bucket Location Object') };
const listedShots = {
  ...strings('CreateTime FinishTime JobId ModifiedTime Name PipelineId Status SubmitTime TemplateId TriggerSource Type'),
  Async: 'boolean',
  Count: 'integer',
  Input: typeAndMedia,
  Output: typeAndMedia,
};
const shots = { ...listedShots, ...strings('Code Message TemplateConfig UserData'), Input: ossFile, Output: ossFile };
const systemTemplate = {
  ...strings('Status SubtypeName TemplateConfig TemplateId TemplateName TypeName'), Subtype: 'integer', Type: 'integer',
};
const template = {
  ...systemTemplate,
  ...strings('CreateTime ModifiedTime'),
  FrontendHint: { TranscodeTemplateHint: strings('BitrateControlType') },
  IsDefault: 'boolean',
};
const { FrontendHint, SubtypeName, ...createdTemplate } = { ...template, Subtype: 'string' };
const templatePage = { ...strings('Name Subtype TemplateId Type'), PageNumber: 'integer', PageSize: 'integer' };

/** Every action, as `{ request, answer }`; an action without parameters has no request. */
export const ims = {
  version: '2020-11-09',
  actions: {
    SubmitMediaInfoJob: { request: submission, answer: oneJob },
    SubmitSyncMediaInfoJob: { request: submission, answer: oneJob },
    GetMediaInfoJob: { request: strings('JobId'), answer: oneJob },
    ListMediaInfoJobs: {
      request: { ...strings('EndOfCreateTime JobId NextPageToken OrderBy StartOfCreateTime Status'), PageSize: 'integer' },
      answer: { ...requestId, Jobs: [job], NextPageToken: 'string' },
    },
    RegisterMediaInfo: {
      request: {
        ...owners,
        ...strings('ClientToken MediaType RegisterConfig SmartTagTemplateId WorkflowId'),
        CateId: 'integer',
        Overwrite: 'boolean',
      },
      answer: media,
    },
    GetMediaInfo: {
      request: { ...page, ...strings('InputURL MediaId OutputType ReturnDetailedInfo') },
      answer: {
        ...requestId,
        MediaInfo: {
          AiRoughData: {
            ...roughData,
            StandardSmartTagJob: { ...strings('AiJobId ResultUrl Status'), Results: [strings('Data Type')] },
          },
          FileInfoList: [{ ...streams, FileBasicInfo: datedFile }],
          MediaBasicInfo: { ...basic, ...strings('CateName ReferenceId UploadSource'), CateId: 'integer' },
          MediaId: 'string',
        },
      },
    },
    BatchGetMediaInfos: {
      request: { ...page, ...strings('AdditionType MediaIds') },
      answer: {
        ...requestId,
        IgnoredList: ['string'],
        MediaInfos: [{
          FileInfoList: [{ ...streams, FileBasicInfo: strings(size) }],
          MediaBasicInfo: { ...basic, TranscodeStatus: 'string' },
          MediaDynamicInfo: { DynamicMetaData: strings('Data') },
          MediaId: 'string',
        }],
      },
    },
    ListMediaBasicInfos: {
      request: {
        ...page,
        ...strings('BusinessType EndTime MediaId MediaType NextToken SortBy Source StartTime Status'),
        IncludeFileBasicInfo: 'boolean',
        MaxResults: 'integer',
      },
      answer: {
        ...requestId,
        MaxResults: 'integer',
        MediaInfos: [{ FileInfoList: [{ FileBasicInfo: datedFile }], MediaBasicInfo: listed, MediaId: 'string' }],
        NextToken: 'string',
        TotalCount: 'integer',
      },
    },
    UpdateMediaInfo: {
      request: { ...owners, ...strings('Category MediaId'), AppendTags: 'boolean', CateId: 'integer' },
      answer: media,
    },
    DeleteMediaInfos: {
      request: { ...strings('InputURLs MediaIds'), DeletePhysicalFiles: 'boolean' },
      answer: { ...requestId, ForbiddenList: ['string'], IgnoredList: ['string'] },
    },
    SearchMedia: {
      request: { ...strings('CustomFilters EntityId Match ScrollToken SearchLibName SortBy'), PageNo: 'integer', PageSize: 'integer' },
      answer: {
        ...requestId,
        ...strings('Code ScrollToken Success'),
        MediaInfoList: [{
          AiData: { AiLabelInfo: [label], AsrInfo: [found], OcrInfo: [found] },
          AiRoughData: roughData,
          CustomFields: 'string',
          FileInfoList: [{ FileBasicInfo: { ...datedFile, ImagesInput: 'string' } }],
          IndexStatusList: [strings('IndexStatus IndexType')],
          MediaBasicInfo: { ...listed, ...strings('CateName Namespace StreamStatus VisionDescription') },
          MediaId: 'string',
        }],
        Total: 'integer',
      },
    },
    SubmitSmarttagJob: {
      request: {
        ...strings('Content ContentAddr ContentType NotifyUrl Params TemplateConfig TemplateId Title UserData'),
        Input: typeAndMedia,
        ScheduleConfig: strings('PipelineId Priority'),
      },
      answer: { ...requestId, JobId: 'string' },
    },
    QuerySmarttagJob: {
      request: strings('JobId Params'),
      answer: {
        ...requestId,
        ...strings('JobStatus UserData'),
        Results: { Result: [strings('Data Type')] },
        Usages: { Usage: [{ Quota: 'integer', Type: 'string' }] },
      },
    },
    SubmitMediaAiAnalysisJob: { request: strings('AnalysisParams Input UserData'), answer: media },
    SetEventCallback: { request: eventCallback, answer: { ...requestId, Success: 'boolean' } },
    GetEventCallback: { answer: { ...requestId, ...eventCallback } },
    AddCategory: { request: { ...strings('CateName Type'), ParentId: 'integer' }, answer: { ...requestId, Category: category } },
    GetCategories: {
      request: { ...strings('SortBy Type'), CateId: 'integer', PageNo: 'integer', PageSize: 'integer' },
      answer: {
        ...requestId,
        Category: category,
        SubCategories: { Category: [{ ...category, SubTotal: 'integer' }] },
        SubTotal: 'integer',
      },
    },
    UpdateCategory: { request: { CateId: 'integer', CateName: 'string' }, answer: requestId },
    DeleteCategory: { request: { CateId: 'integer' }, answer: requestId },
    CreateCustomTemplate: {
      request: { ...strings('Name TemplateConfig'), Subtype: 'integer', Type: 'integer' },
      answer: { ...requestId, CustomTemplate: createdTemplate },
    },
    GetCustomTemplate: {
      request: { ...strings('TemplateId'), Subtype: 'integer', Type: 'integer' },
      answer: { ...requestId, CustomTemplate: template },
    },
    ListCustomTemplates: {
      request: { ...templatePage, OrderBy: 'string' },
      answer: { ...requestId, CustomTemplateList: [template], Total: 'integer' },
    },
    UpdateCustomTemplate: { request: strings('Name TemplateConfig TemplateId'), answer: { ...requestId, Success: 'boolean' } },
    DeleteCustomTemplate: { request: strings('TemplateId'), answer: { ...requestId, Success: 'boolean' } },
    GetSystemTemplate: { request: strings('TemplateId'), answer: { ...requestId, SystemTemplate: systemTemplate } },
    ListSystemTemplates: {
      request: { ...templatePage, Status: 'string' },
      answer: { ...requestId, SystemTemplateList: [systemTemplate], Total: 'integer' },
    },
    SubmitSnapshotJob: {
      request: {
        ...strings('Name UserData'),
        Input: typeAndMedia,
        Output: typeAndMedia,
        ScheduleConfig: strings('PipelineId'),
        TemplateConfig: { TemplateId: 'string', OverwriteParams: overwritten },
      },
      answer: { ...requestId, ...strings('JobId') },
    },
    GetSnapshotJob: { request: strings('JobId'), answer: { ...requestId, SnapshotJob: shots } },
    ListSnapshotJobs: {
      request: { ...strings('EndOfCreateTime JobId NextPageToken OrderBy StartOfCreateTime Status'), PageSize: 'integer' },
      answer: { ...requestId, Jobs: [listedShots], NextPageToken: 'string' },
    },
    GetSnapshotUrls: {
      request: { ...strings('JobId OrderBy'), PageNumber: 'integer', PageSize: 'integer', Timeout: 'integer' },
      answer: { ...requestId, ...strings('WebVTTUrl'), SnapshotUrls: ['string'], Total: 'integer' },
    },
  },
};
