namespace MediaInfo.Storage.Contracts.Health;

/// <summary>The contract of a storage's <see cref="Core.Health.IReadiness"/>.</summary>
public abstract class ReadinessContract(StorageRig rig) : StorageContract(rig)
{
    [Fact]
    public async Task A_storage_that_was_prepared_is_ready()
    {
        var check = Assert.Single(Rig.Readiness);

        var readiness = await check.CheckAsync(default);

        Assert.True(readiness.IsReady, readiness.Detail);
        Assert.Equal("storage", check.Name);
        Assert.NotEmpty(readiness.Detail);
        Assert.DoesNotContain('\n', readiness.Detail);
    }
}
