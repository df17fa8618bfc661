using System.Text.Json;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Probing;
using MediaInfo.Functions.Lanes;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Functions.Tests;

public sealed class HostJsonTests
{
    private readonly JsonElement _extensions = ReadHostJson(RepositoryRoot.Combine("host.json")).GetProperty("extensions");

    [Fact]
    public void The_app_takes_along_the_file_at_the_root() =>
        Assert.Equal(
            File.ReadAllText(RepositoryRoot.Combine("host.json")),
            File.ReadAllText(Path.Combine(FunctionsPackage.Folder, "host.json")));

    [Fact]
    public void Routes_begin_at_the_root() =>
        Assert.Equal("", _extensions.GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Queue_messages_are_plain_text_and_poisoned_after_five_deliveries()
    {
        var queues = _extensions.GetProperty("queues");
        Assert.Equal("none", queues.GetProperty("messageEncoding").GetString());
        Assert.Equal(5, queues.GetProperty("maxDequeueCount").GetInt32());
        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, 32);
        Assert.InRange(TimeSpan.Parse(queues.GetProperty("visibilityTimeout").GetString()!, null), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));
        Assert.InRange(TimeSpan.Parse(queues.GetProperty("maxPollingInterval").GetString()!, null), TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_token_that_failed_comes_back_later_than_the_job_that_its_turn_held() =>
        Assert.True(TimeSpan.Parse(_extensions.GetProperty("queues").GetProperty("visibilityTimeout").GetString()!, null) > TokenTurn.LaneHold);

    [Fact]
    public void A_free_place_is_filled_while_most_are_taken()
    {
        // The host takes another batch when so many calls or fewer run, so places and a batch together are the most that run.
        var queues = _extensions.GetProperty("queues");
        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, queues.GetProperty("newBatchThreshold").GetInt32() / 2);
    }

    [Fact]
    public void A_turn_ends_before_the_shortest_time_limit_of_functions() =>
        Assert.True(TokenTurn.Length + JobPlace.Longest < TimeSpan.FromMinutes(5));

    [Fact]
    public void A_step_may_take_as_long_as_the_options_let_it()
    {
        var limit = TimeSpan.Parse(ReadHostJson(RepositoryRoot.Combine("host.json")).GetProperty("functionTimeout").GetString()!, null);

        // ffprobe's list of streams comes before the pass over the whole object, and storage is asked again for a while.
        var longest = new AnalysisOptions().WholeObjectTimeLimit;
        Assert.InRange(limit, longest + new ProbeOptions().TimeLimit + TimeSpan.FromMinutes(5), TimeSpan.FromHours(2));

        // A sweep may be set to take an hour.
        Assert.True(limit > TimeSpan.FromHours(1));
    }

    [Fact]
    public void The_steps_at_a_time_are_bounded_where_they_run()
    {
        var durable = _extensions.GetProperty("durableTask");

        // The host's own default is ten for each processor; the memory of as many as these is tested with the deployment.
        Assert.InRange(durable.GetProperty("maxConcurrentActivityFunctions").GetInt32(), 1, 8);
        Assert.InRange(durable.GetProperty("maxConcurrentOrchestratorFunctions").GetInt32(), 1, 16);
    }

    [Fact]
    public void Orchestrations_are_kept_in_the_account_of_the_triggers()
    {
        var durable = _extensions.GetProperty("durableTask");
        Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,44}$", durable.GetProperty("hubName").GetString());
        Assert.Equal(StorageNames.HostConnection, durable.GetProperty("storageProvider").GetProperty("connectionName").GetString());
    }

    [Fact]
    public void What_a_crashed_instance_held_is_taken_up_by_another_after_the_least_time_that_the_host_allows()
    {
        var storage = _extensions.GetProperty("durableTask").GetProperty("storageProvider");

        // By default it is five minutes. An activity that takes longer renews its hold every half a minute.
        Assert.Equal("00:01:00", storage.GetProperty("controlQueueVisibilityTimeout").GetString());
        Assert.Equal("00:01:00", storage.GetProperty("workItemQueueVisibilityTimeout").GetString());
    }

    [Fact]
    public void Host_and_orchestrations_are_traced_as_the_worker_is()
    {
        Assert.Equal("OpenTelemetry", ReadHostJson(RepositoryRoot.Combine("host.json")).GetProperty("telemetryMode").GetString());
        var tracing = _extensions.GetProperty("durableTask").GetProperty("tracing");
        Assert.True(tracing.GetProperty("distributedTracingEnabled").GetBoolean());
        Assert.Equal("V2", tracing.GetProperty("version").GetString());
    }

    [Fact]
    public void The_sample_settings_are_those_of_an_isolated_worker_that_owns_the_root()
    {
        var values = ReadHostJson(RepositoryRoot.Combine("local.settings.sample.json")).GetProperty("Values");
        Assert.Equal("dotnet-isolated", values.GetProperty("FUNCTIONS_WORKER_RUNTIME").GetString());
        Assert.Equal("true", values.GetProperty("AzureWebJobsDisableHomepage").GetString());
        Assert.NotEmpty(values.GetProperty(StorageNames.HostConnection).GetString()!);
    }

    private static JsonElement ReadHostJson(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }
}
