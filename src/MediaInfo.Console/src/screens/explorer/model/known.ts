import type { AccountInfo } from '../../../api/account.ts';
import type { Known } from './values.ts';

/** Values of the account that forms begin with, by the name of the parameter. */
export function knownValues(account: AccountInfo | undefined): Known {
  return {
    project_id: account?.Project,
    PipelineId: account?.PipelineId,
    PipelineIds: account?.PipelineId,
    QueueName: account?.Queue,
  };
}
