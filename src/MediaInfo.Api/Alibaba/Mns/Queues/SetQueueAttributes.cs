using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>PUT of a queue with metaoverride=true: changes its attributes.</summary>
/// <remarks>
/// Source: "SetQueueAttributes" of Simple Message Queue. The body is the element Queue with what changes. Other processes of the
/// service notice a change within a minute.
/// </remarks>
/// <parameter name="metaoverride" required="true" example="true" values="true">"true".</parameter>
/// <body element="Queue" />
/// <answer status="204">Done.</answer>
public sealed class SetQueueAttributes(IMessageQueues queues, QueueDirectory directory, QueueAccess access)
    : MnsQueueAction(access)
{
    /// <summary>The parameter that tells this action from <see cref="CreateQueue"/>.</summary>
    internal const string Override = "metaoverride";

    /// <inheritdoc />
    public override string Name => nameof(SetQueueAttributes);

    /// <inheritdoc />
    public override string Method => HttpMethods.Put;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.Queue;

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) => query.Says(Override);

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        var (root, error) = call.Read(QueueXml.Root);
        if (root is null)
        {
            return error!;
        }

        var (change, problem) = QueueXml.Read(root);
        if (change is null)
        {
            return problem!;
        }

        var isThere = await queues.ChangeAsync(queue, change, cancellationToken);
        directory.Forget(queue);
        return isThere ? MnsAnswer.NoContent() : MnsErrors.QueueNotExist;
    }
}
