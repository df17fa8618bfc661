using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>An action on one queue. It refuses names that are illegal or not the account's.</summary>
/// <param name="access">Which queues the account may use.</param>
public abstract class MnsQueueAction(QueueAccess access) : IMnsAction
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public abstract string Method { get; }

    /// <inheritdoc />
    public abstract MnsResource Resource { get; }

    /// <inheritdoc />
    public virtual bool Fits(MnsQuery query, string? root) => true;

    /// <inheritdoc />
    public Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        var queue = call.Path.Name;
        MnsError? error = queue.Length is 0 or > QueueName.MaxLength ? MnsErrors.QueueNameLength
            : !QueueName.IsLegal(queue) ? MnsErrors.InvalidQueueName
            : !access.MayUse(call.Account, queue) ? MnsErrors.AccessDenied
            : null;
        return error is null ? ActAsync(call, queue, cancellationToken) : Task.FromResult<MnsAnswer>(error);
    }

    /// <summary>Performs the action.</summary>
    protected abstract Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken);
}
