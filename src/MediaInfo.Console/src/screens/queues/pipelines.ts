import { callRpc, versions, type CallOptions } from '../../api/client.ts';

export interface NotifyConfig {
  readonly QueueName?: string;
  readonly Topic?: string;
  readonly MqTopic?: string;
  readonly Url?: string;
}

export interface Pipeline {
  readonly Id: string;
  readonly Name: string;
  readonly State: 'Active' | 'Paused';
  readonly NotifyConfig?: NotifyConfig;
}

// FlatLists gives an account the list without its wrapper.
interface SearchAnswer {
  readonly PipelineList: { readonly Pipeline: readonly Pipeline[] } | readonly Pipeline[];
}

/** The account's pipelines; it may have a hundred. */
export async function listPipelines(options: CallOptions): Promise<readonly Pipeline[]> {
  const { PipelineList: list } = await callRpc<SearchAnswer>('SearchPipeline', { PageSize: '100' }, { ...options, version: versions.mps });
  return 'Pipeline' in list ? list.Pipeline : list;
}

/** Pauses or resumes a pipeline; the rest of it stays as it is. */
export const setState = (pipeline: Pipeline, state: Pipeline['State']): Promise<unknown> =>
  callRpc('UpdatePipeline', { PipelineId: pipeline.Id, Name: pipeline.Name, State: state }, { version: versions.mps });
