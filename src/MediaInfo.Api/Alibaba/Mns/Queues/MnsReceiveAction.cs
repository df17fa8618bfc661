using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>What ReceiveMessage and BatchReceiveMessage share: they take messages, and wait for them if asked to.</summary>
/// <param name="polling">Receives and waits.</param>
/// <param name="directory">The queues' settings.</param>
/// <param name="awaited">Queues that are there before their first message.</param>
/// <param name="places">The places of waiting calls.</param>
/// <param name="access">Which queues the account may use.</param>
public abstract class MnsReceiveAction(
    QueuePolling polling, QueueDirectory directory, AwaitedQueues awaited, WaitPlaces places, QueueAccess access)
    : MnsQueueAction(access)
{
    private const int LongestWait = 30;
    private const string WaitSeconds = "waitseconds";

    /// <inheritdoc />
    public override string Method => HttpMethods.Get;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.QueueMessages;

    /// <summary>The messages, at least one; or why there are none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="max">The most messages.</param>
    /// <param name="cancellationToken">The caller is gone.</param>
    protected async Task<(IReadOnlyList<QueueMessage> Messages, MnsError? Error)> ReceiveAsync(
        MnsCall call, string queue, int max, CancellationToken cancellationToken)
    {
        if (await SettingsOfAsync(call.Account, queue, cancellationToken) is not { } settings)
        {
            return ([], MnsErrors.QueueNotExist);
        }

        if (WaitOf(call, settings) is not { } wait)
        {
            return ([], MnsErrors.Range(WaitSeconds, 0, LongestWait, "seconds"));
        }

        using var place = wait > TimeSpan.Zero ? places.TryEnter(call.Account) : null;
        if (wait > TimeSpan.Zero && place is null)
        {
            return ([], MnsErrors.Throttled);
        }

        var messages = await polling.ReceiveAsync(
            queue, max, settings.Visibility, wait, places.Stopping, cancellationToken);
        if (messages is null)
        {
            directory.Forget(queue);
            return ([], MnsErrors.QueueNotExist);
        }

        return messages.Count > 0 ? (messages, null) : ([], MnsErrors.MessageNotExist);
    }

    private async Task<QueueSettings?> SettingsOfAsync(string account, string queue, CancellationToken cancellationToken) =>
        await directory.SettingsOfAsync(queue, cancellationToken)
        ?? (await awaited.EnsureAsync(account, queue, cancellationToken)
            ? await directory.SettingsOfAsync(queue, cancellationToken)
            : null);

    private static TimeSpan? WaitOf(MnsCall call, QueueSettings settings) =>
        call.Query[WaitSeconds] is not { } text ? settings.Wait
        : MnsNumber.Read(text, 0, LongestWait) is { } seconds ? TimeSpan.FromSeconds(seconds)
        : null;
}
