using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>PUT of a queue: creates it.</summary>
/// <remarks>
/// Source: "CreateQueue" of Simple Message Queue. The body is the element Queue; an element that it lacks has its default.
/// A queue that the service has created for its own messages gets the attributes of the first call.
/// </remarks>
/// <body element="Queue" required="false" />
/// <answer status="201">The queue is new. Location is its address.</answer>
/// <answer status="204">There was one with the same attributes.</answer>
public sealed class CreateQueue(IMessageQueues queues, QueueDirectory directory, QueueAccess access, MnsOptions options)
    : MnsQueueAction(access)
{
    private readonly QueueAccess _access = access;

    /// <inheritdoc />
    public override string Name => nameof(CreateQueue);

    /// <inheritdoc />
    public override string Method => HttpMethods.Put;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.Queue;

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) => !query.Says(SetQueueAttributes.Override);

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        var (change, error) = Read(call);
        if (change is null)
        {
            return error!;
        }

        if (await queues.FindAsync(queue, cancellationToken) is null && await IsFullAsync(call, cancellationToken))
        {
            return MnsErrors.TooManyQueues;
        }

        var settings = change.ApplyTo(QueueSettings.Default);
        var created = await queues.CreateAsync(queue, settings, cancellationToken);
        directory.Forget(queue);
        return created switch
        {
            QueueCreation.Created => MnsAnswer.Created(QueueXml.Address(call, queue)),
            QueueCreation.Same => MnsAnswer.NoContent(QueueXml.Address(call, queue)),
            QueueCreation.Different => MnsErrors.QueueAlreadyExist,
            _ => MnsErrors.QueueDeletedRecently,
        };
    }

    private static (QueueSettingsChange? Change, MnsError? Error) Read(MnsCall call)
    {
        if (call.Body.IsEmpty)
        {
            return (new QueueSettingsChange(), null);
        }

        var (root, error) = call.Read(QueueXml.Root);
        return root is null ? (null, error) : QueueXml.Read(root);
    }

    private async Task<bool> IsFullAsync(MnsCall call, CancellationToken cancellationToken) =>
        (await queues.ListAsync(prefix: "", cancellationToken)).Count(name => _access.MayUse(call.Account, name))
            >= options.MostQueues;
}
