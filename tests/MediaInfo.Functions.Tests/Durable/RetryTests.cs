using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Functions.Tests.Durable;

/// <summary>How often and how long the durable engine retries a failing step, and what happens then.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class RetryTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan[] MinutesOfTrouble =
        [.. new[] { 2, 4, 8, 16, 32, 60, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    private DurableRig _rig = null!;

    public async Task InitializeAsync() => _rig = await DurableRig.StartAsync(azurite.Azurite);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(ActivityNames.Start)]
    [InlineData(ActivityNames.ReadStreams)]
    [InlineData(ActivityNames.Digest)]
    [InlineData(ActivityNames.CountPackets)]
    [InlineData(ActivityNames.End)]
    [InlineData(ActivityNames.Notify)]
    public async Task Each_step_is_retried_for_minutes_before_the_job_is_abandoned(string failing)
    {
        Fail(name => string.Equals(name, failing, StringComparison.Ordinal));

        var ran = await _rig.RunAsync(await _rig.AddJobAsync(extras: new AnalysisExtras(Digest: true, Packets: true)));

        Assert.Equal(MinutesOfTrouble, _rig.Engine.Pauses);
        Assert.Equal(8, ran.Count(name => string.Equals(name, failing, StringComparison.Ordinal)));
        Assert.Equal(ActivityNames.Abandon, ran[^1]);
    }

    [Fact]
    public async Task The_last_resort_is_retried_for_about_a_day()
    {
        Fail(name => name is ActivityNames.Start or ActivityNames.Abandon);

        var ran = await _rig.RunAsync(await _rig.AddJobAsync());

        Assert.Equal(100, ran.Count(name => name is ActivityNames.Abandon));
        var pauses = _rig.Engine.Pauses.Skip(MinutesOfTrouble.Length).Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause);
        Assert.InRange(pauses, TimeSpan.FromHours(22), TimeSpan.FromHours(26));
    }

    private void Fail(Func<string, bool> fails) =>
        _rig.Engine.Around = (name, run) => fails(name) ? throw new IOException("Unavailable") : run();
}
