namespace MediaInfo.Storage.Contracts;

/// <summary>What every storage must do. Each test has a storage, or at least names, of its own.</summary>
public abstract class StorageContract(StorageRig rig) : IAsyncLifetime
{
    protected StorageRig Rig => rig;

    protected string Account => rig.Account;

    /// <summary>An account that the settings do not name, like one that was removed from them.</summary>
    protected string Another { get; } = TestSupport.Unique.Name("another");

    protected static CancellationToken Cancelled => new(canceled: true);

    public Task InitializeAsync() => rig.StartAsync();

    public Task DisposeAsync() => rig.StopAsync();
}
