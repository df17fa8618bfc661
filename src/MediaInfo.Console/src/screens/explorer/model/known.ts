import type { AccountInfo } from '../../../api/account.ts';
import type { Action } from './Action.ts';
import type { Known } from './values.ts';

const uses = /^(Batch)?(Submit|Send)/;
const creates = /^(Create|Add)/;

/**
 * Values of the account that the form of an action begins with, by the name of the parameter. What an action changes, removes or
 * takes is left to be named: nobody should pause a pipeline or lose messages by trying out a form.
 */
export function knownValues(action: Action, account: AccountInfo | undefined): Known {
  const own = { PipelineId: account?.PipelineId, PipelineIds: account?.PipelineId, QueueName: account?.Queue };
  const named = !action.changesState || uses.test(action.name) ? own : creates.test(action.name) ? {} : { PipelineId: '', QueueName: '' };
  return { project_id: account?.Project, ...named };
}
