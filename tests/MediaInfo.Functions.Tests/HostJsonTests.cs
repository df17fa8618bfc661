using System.Text.Json;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Analysis;
using MediaInfo.Probing;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.Functions.Turns;
using MediaInfo.TestSupport;

namespace MediaInfo.Functions.Tests;

public sealed class HostJsonTests
{
    private readonly JsonElement _extensions = ReadHostJson(RepositoryRoot.Combine("host.json")).GetProperty("extensions");

    [Fact]
    public void The_app_includes_the_host_json_at_the_root() =>
        Assert.Equal(
            File.ReadAllText(RepositoryRoot.Combine("host.json")),
            File.ReadAllText(Path.Combine(FunctionsPackage.Folder, "host.json")));

    [Fact]
    public void Routes_have_no_prefix() =>
        Assert.Equal("", _extensions.GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Queue_messages_are_plain_text_and_poisoned_after_five_deliveries()
    {
        var queues = _extensions.GetProperty("queues");
        Assert.Equal("none", queues.GetProperty("messageEncoding").GetString());
        Assert.Equal(5, queues.GetProperty("maxDequeueCount").GetInt32());
        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, 32);
        Assert.InRange(
            TimeSpan.Parse(queues.GetProperty("visibilityTimeout").GetString()!, null),
            TimeSpan.FromSeconds(5),
            TimeSpan.FromMinutes(5));
        Assert.InRange(
            TimeSpan.Parse(queues.GetProperty("maxPollingInterval").GetString()!, null),
            TimeSpan.FromSeconds(0.1),
            TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_free_place_is_filled_while_most_others_are_taken()
    {
        // The host fetches another batch when at most newBatchThreshold calls run, so at most that number plus a batch run at
        // once.
        var queues = _extensions.GetProperty("queues");
        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, queues.GetProperty("newBatchThreshold").GetInt32() / 2);
    }

    [Fact]
    public void One_account_can_take_half_of_the_places_for_completion_messages()
    {
        var queues = _extensions.GetProperty("queues");
        Assert.Equal(
            2 * CallbackShares.Places,
            queues.GetProperty("batchSize").GetInt32() + queues.GetProperty("newBatchThreshold").GetInt32());
    }

    [Fact]
    public void The_function_timeout_covers_the_longest_step()
    {
        var limit =
            TimeSpan.Parse(ReadHostJson(RepositoryRoot.Combine("host.json")).GetProperty("functionTimeout").GetString()!, null);

        // The header pass precedes the pass over the whole object, and storage is retried for a while.
        var longest = new AnalysisOptions().WholeObjectTimeLimit;
        Assert.InRange(limit, longest + new ProbeOptions().TimeLimit + TimeSpan.FromMinutes(5), TimeSpan.FromHours(2));

        // A sweep can be set to take an hour.
        Assert.True(limit > TimeSpan.FromHours(1));
    }

    [Fact]
    public void Turns_that_wait_for_room_leave_activities_to_other_accounts()
    {
        // What an instance with two processors runs by default, with guests.
        var options = new TurnOptions { Concurrency = 2 * 2 };
        var atATime = Durable().GetProperty("maxConcurrentActivityFunctions").GetInt32();
        Assert.InRange(atATime, options.EffectiveConcurrency + options.EffectiveGuestConcurrency + 1, 32);
    }

    [Fact]
    public void The_number_of_concurrent_orchestrations_is_limited() =>
        Assert.InRange(Durable().GetProperty("maxConcurrentOrchestratorFunctions").GetInt32(), 1, 16);

    [Fact]
    public void After_a_crash_a_job_is_visible_again_when_the_turn_that_ran_it_is() => Assert.InRange(
        Turn.Limits.VisibilityTimeout,
        TimeSpan.FromSeconds(10),
        TimeSpan.Parse(
            Durable().GetProperty("storageProvider").GetProperty("workItemQueueVisibilityTimeout").GetString()!, null));

    [Fact]
    public void Orchestrations_are_stored_in_the_triggers_account()
    {
        var durable = Durable();
        Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,44}$", durable.GetProperty("hubName").GetString());
        Assert.Equal(
            StorageNames.HostConnection, durable.GetProperty("storageProvider").GetProperty("connectionName").GetString());
    }

    [Fact]
    public void Work_of_a_crashed_instance_is_taken_over_after_the_shortest_time_that_the_host_allows()
    {
        var storage = _extensions.GetProperty("durableTask").GetProperty("storageProvider");

        // The default is five minutes. A longer activity renews its hold every 30 seconds.
        Assert.Equal("00:01:00", storage.GetProperty("controlQueueVisibilityTimeout").GetString());
        Assert.Equal("00:01:00", storage.GetProperty("workItemQueueVisibilityTimeout").GetString());
    }

    [Fact]
    public void The_host_and_orchestrations_are_traced_like_the_worker()
    {
        Assert.Equal("OpenTelemetry", ReadHostJson(RepositoryRoot.Combine("host.json")).GetProperty("telemetryMode").GetString());
        var tracing = _extensions.GetProperty("durableTask").GetProperty("tracing");
        Assert.True(tracing.GetProperty("distributedTracingEnabled").GetBoolean());
        Assert.Equal("V2", tracing.GetProperty("version").GetString());
    }

    [Fact]
    public void The_sample_settings_are_for_an_isolated_worker_without_the_home_page()
    {
        var values = ReadHostJson(RepositoryRoot.Combine("local.settings.sample.json")).GetProperty("Values");
        Assert.Equal("dotnet-isolated", values.GetProperty("FUNCTIONS_WORKER_RUNTIME").GetString());
        Assert.Equal("true", values.GetProperty("AzureWebJobsDisableHomepage").GetString());
        Assert.NotEmpty(values.GetProperty(StorageNames.HostConnection).GetString()!);
    }

    private JsonElement Durable() => _extensions.GetProperty("durableTask");

    private static JsonElement ReadHostJson(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }
}
