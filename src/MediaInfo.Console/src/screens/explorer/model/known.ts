import type { AccountInfo } from '../../../api/account.ts';
import type { Action } from './Action.ts';
import type { Known } from './values.ts';

/**
 * Values of the account that the form of an action begins with, by the name of the parameter. An action that changes or removes
 * what it names begins with the example instead: nobody should pause a pipeline or lose a queue by trying out a form.
 */
export function knownValues(action: Action, account: AccountInfo | undefined): Known {
  const isHarmless = !action.changesState || action.name.startsWith('Submit');
  return {
    project_id: account?.Project,
    ...(isHarmless ? { PipelineId: account?.PipelineId, PipelineIds: account?.PipelineId, QueueName: account?.Queue } : {}),
  };
}
