using MediaInfo.Core.Accounts;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>The queues of this service in the storage account.</summary>
public sealed class StorageWorkQueues : IWorkQueues
{
    private readonly StorageClients _clients;
    private readonly AccountOptions _accounts;
    private readonly LaneLooks _looks;
    private readonly TimeProvider _time;
    private readonly ILogger<StorageWorkQueue> _logger;

    /// <summary>Creates the queue clients; sends no requests yet.</summary>
    public StorageWorkQueues(
        StorageClients clients, AccountOptions accounts, LaneLooks looks, TimeProvider time, ILogger<StorageWorkQueue> logger)
    {
        (_clients, _accounts, _looks, _time, _logger) = (clients, accounts, looks, time, logger);
        Analyses = Lanes(StorageNames.AnalysesLanes, StorageNames.AnalysesPoisonQueue);
        Callbacks = looks.CallbacksByTrigger
            ? new StorageWorkQueue(clients, StorageNames.CallbacksQueue, logger)
            : Lanes(StorageNames.CallbacksLanes, StorageNames.CallbacksPoisonQueue);
        Calls = looks.CallbacksByTrigger ? Callbacks : Analyses;
    }

    /// <inheritdoc />
    public IWorkQueue Analyses { get; }

    /// <inheritdoc />
    public IWorkQueue Calls { get; }

    /// <inheritdoc />
    public IWorkQueue Callbacks { get; }

    private StorageLanes Lanes(LaneNames names, string poison)
    {
        string[] accounts = [.. _accounts.List.Select(account => account.Id)];
        var shared = names.SharedOf(accounts)
            .ToDictionary(pair => pair.Key, pair => (Open(pair.Key), pair.Value), StringComparer.Ordinal);
        var directory = new LaneDirectory(
            cancellationToken => _clients.LanesAsync(names, cancellationToken), shared, _time, _logger);
        return new StorageLanes(names, accounts, Open, directory, _looks.Every, _time);

        IWorkQueue Open(string name) => new StorageWorkQueue(_clients, name, _logger, poison);
    }
}
