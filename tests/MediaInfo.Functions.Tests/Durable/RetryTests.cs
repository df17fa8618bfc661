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
    [InlineData(ActivityNames.Turn)]
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
    public async Task A_retried_step_does_not_read_again_what_is_stored()
    {
        var attempts = 0;
        _rig.Engine.Around = async (name, run) =>
        {
            await run();
            if (name is ActivityNames.ReadStreams && Interlocked.Increment(ref attempts) == 1)
            {
                throw new IOException("The answer was lost");
            }
        };
        var key = await _rig.AddJobAsync(extras: new AnalysisExtras(Digest: true, Packets: false));

        var ran = await _rig.RunAsync(key);

        Assert.Equal(2, ran.Count(name => name is ActivityNames.ReadStreams));
        Assert.Equal([key], _rig.Gate.Begun);
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(key)).State);
    }

    [Fact]
    public async Task The_last_resort_is_retried_for_about_a_day()
    {
        Fail(name => name is ActivityNames.Turn or ActivityNames.Abandon);

        var ran = await _rig.RunAsync(await _rig.AddJobAsync());

        Assert.Equal(100, ran.Count(name => name is ActivityNames.Abandon));
        var pauses = _rig.Engine.Pauses.Skip(MinutesOfTrouble.Length).Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause);
        Assert.InRange(pauses, TimeSpan.FromHours(22), TimeSpan.FromHours(26));
    }

    private void Fail(Func<string, bool> fails) =>
        _rig.Engine.Around = (name, run) => fails(name) ? throw new IOException("Unavailable") : run();
}
