using MediaInfo.Core.Accounts;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Pipelines;

/// <summary>Decides which storage queues each account may have messages sent to.</summary>
public sealed class QueueAccess(AccountOptions accounts, IReservedNames reserved) : ISettingsCheck
{
    private readonly NameOwners _owners = accounts.QueueOwners();

    /// <summary>Whether the account may name the queue. The same answer for a queue of another account, of the service and of the host.</summary>
    public bool MayUse(string account, string queue) =>
        NotifyTarget.IsLegalQueue(queue) && !reserved.IsReservedQueue(queue) && _owners.GrantOf(account, queue) is not null;

    /// <inheritdoc />
    public IEnumerable<string> Problems() => accounts.List.Index()
        .Where(account => account.Item.CallbackQueue is { } queue && (!NotifyTarget.IsLegalQueue(queue) || reserved.IsReservedQueue(queue)))
        .Select(account =>
            $"Accounts:List:{account.Index}:CallbackQueue is no queue's name that an account can have: {account.Item.CallbackQueue}");
}
