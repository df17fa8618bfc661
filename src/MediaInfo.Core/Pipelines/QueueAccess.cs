using MediaInfo.Core.Accounts;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Messaging;

namespace MediaInfo.Core.Pipelines;

/// <summary>Decides which message queues each account may use, as a target and through the API of queues.</summary>
public sealed class QueueAccess(AccountOptions accounts, IReservedNames reserved) : ISettingsCheck
{
    private readonly NameOwners _owners = accounts.QueueOwners();

    /// <summary>
    /// Whether the account may use the queue. The answer does not reveal whether another account or the service owns it.
    /// </summary>
    public bool MayUse(string account, string queue) =>
        QueueName.IsLegal(queue) && !reserved.IsReservedQueue(queue) && _owners.GrantOf(account, queue) is not null;

    /// <inheritdoc />
    public IEnumerable<string> Problems() =>
        from account in accounts.List.Index()
        let queue = account.Item.CallbackQueue
        where queue is not null && (!QueueName.IsLegal(queue) || reserved.IsReservedQueue(queue))
        select $"Accounts:List:{account.Index}:CallbackQueue is not a queue name that an account may use: {queue}";
}
