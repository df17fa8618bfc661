/** A type that the vendor's SDKs give a parameter; text unless it is here. */
export type SdkType = 'integer' | 'long' | 'boolean' | SdkObject;

/** An object with a class of its own: the request's class and the parameter's name, joined. */
export interface SdkObject {
  readonly [member: string]: SdkType | 'string';
}

const reading = { Type: 'string', Media: 'string' } as const;
const paged = { PageNumber: 'integer', PageSize: 'integer' } as const;
const schedule = { PipelineId: 'string', Priority: 'integer' } as const;

/** The parameters of the SDKs for MPS and IMS that are no text, by the action's id. */
export const sdkTypes: Readonly<Record<string, Readonly<Record<string, SdkType>>>> = {
  'mps.AddPipeline': { SpeedLevel: 'long' },
  'mps.QuerySnapshotJobList': { MaximumPageSize: 'long' },
  'mps.SearchPipeline': { PageNumber: 'long', PageSize: 'long' },
  'mps.SubmitMediaInfoJob': { Async: 'boolean' },
  'ims.SubmitMediaInfoJob': { Input: reading, ScheduleConfig: schedule },
  'ims.SubmitSyncMediaInfoJob': { Input: reading, ScheduleConfig: schedule },
  'ims.SubmitSmarttagJob': { Input: reading, ScheduleConfig: { PipelineId: 'string', Priority: 'string' } },
  'ims.SubmitSnapshotJob': {
    Input: reading,
    Output: reading,
    ScheduleConfig: { PipelineId: 'string' },
    TemplateConfig: {
      TemplateId: 'string',
      OverwriteParams: {
        BlackLevel: 'integer', Count: 'integer', Height: 'integer', Interval: 'integer', PixelBlackThreshold: 'integer',
        Time: 'integer', Width: 'integer', FrameType: 'string', Type: 'string', IsSptFrag: 'boolean',
        SpriteSnapshotConfig: {
          CellHeight: 'integer', CellWidth: 'integer', Columns: 'integer', Lines: 'integer', Margin: 'integer', Padding: 'integer',
          Color: 'string',
        },
      },
    },
  },
  'ims.ListMediaInfoJobs': { PageSize: 'integer' },
  'ims.RegisterMediaInfo': { CateId: 'long', Overwrite: 'boolean' },
  'ims.GetMediaInfo': { AuthTimeout: 'long' },
  'ims.BatchGetMediaInfos': { AuthTimeout: 'long' },
  'ims.ListMediaBasicInfos': { AuthTimeout: 'long', IncludeFileBasicInfo: 'boolean', MaxResults: 'integer' },
  'ims.UpdateMediaInfo': { AppendTags: 'boolean', CateId: 'long' },
  'ims.DeleteMediaInfos': { DeletePhysicalFiles: 'boolean' },
  'ims.SearchMedia': { PageNo: 'integer', PageSize: 'integer' },
  'ims.AddCategory': { ParentId: 'long' },
  'ims.GetCategories': { CateId: 'long', PageNo: 'long', PageSize: 'long' },
  'ims.UpdateCategory': { CateId: 'long' },
  'ims.DeleteCategory': { CateId: 'long' },
  'ims.CreateCustomTemplate': { Subtype: 'integer', Type: 'integer' },
  'ims.GetCustomTemplate': { Subtype: 'integer', Type: 'integer' },
  'ims.ListCustomTemplates': paged,
  'ims.ListSystemTemplates': paged,
  'ims.ListSnapshotJobs': { PageSize: 'integer' },
  'ims.GetSnapshotUrls': { ...paged, Timeout: 'integer' },
};
