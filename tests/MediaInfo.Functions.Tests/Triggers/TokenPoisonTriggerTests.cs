using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Tests.Triggers;

public sealed class TokenPoisonTriggerTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_tokens_job_ends_as_failed_and_is_announced_and_the_token_is_sent_on()
    {
        var key = await _app.AddJobAsync();

        await GiveUpAsync(Messages.WriteToken(key));

        var job = await _app.JobAsync(key);
        Assert.Equal((JobState.Failed, FailureReason.Internal), (job.State, job.Failure!.Reason));
        Assert.Single(_app.Callbacks.Delivered);
        Assert.Equal([Messages.WriteToken(key)], _app.Queues.Tokens.Texts);
        var (_, level, text) = Assert.Single(_app.Logs.Entries, entry => entry.Event == 4102);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains(key.Id, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Succeeded)]
    public async Task A_job_started_by_another_token_is_left_alone_and_the_token_is_sent_on(JobState state)
    {
        var key = await _app.AddJobAsync();
        await _app.ChangeAsync(key, job => job with { State = state });

        await GiveUpAsync(Messages.WriteToken(key));

        Assert.Equal(state, (await _app.JobAsync(key)).State);
        Assert.Empty(_app.Callbacks.Delivered);
        Assert.Single(_app.Queues.Tokens.Texts);
    }

    [Fact]
    public async Task A_job_that_waits_for_its_pipeline_is_left_alone()
    {
        var key = await _app.AddJobAsync();
        await _app.SetPipelineAsync(PipelineState.Paused);

        await GiveUpAsync(Messages.WriteToken(key));

        Assert.Equal(JobState.Waiting, (await _app.JobAsync(key)).State);
        Assert.Single(_app.Queues.Tokens.Texts);
    }

    [Fact]
    public async Task A_malformed_token_is_logged_truncated()
    {
        await GiveUpAsync("odd" + new string(' ', 100_000));

        var (_, level, text) = Assert.Single(_app.Logs.Entries, entry => entry.Event == 4103);
        Assert.Equal(LogLevel.Error, level);
        Assert.InRange(text.Length, 3, 2000);
        Assert.Empty(_app.Queues.Tokens.Texts);
    }

    [Fact]
    public async Task A_token_that_cannot_be_sent_on_stays_in_the_queue()
    {
        var key = await _app.AddJobAsync();
        _app.Queues.Tokens.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => GiveUpAsync(Messages.WriteToken(key)));
    }

    private Task GiveUpAsync(string message) => _app.Create<TokenPoisonTrigger>().RunAsync(message, CancellationToken.None);
}
