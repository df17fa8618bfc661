using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.AzureStorage;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Tests;

/// <summary>What the worker's SDK wrote into the built app, which is all that the host knows of the functions.</summary>
public sealed class FunctionListTests
{
    // An HTTP trigger without methods takes all of them.
    private static readonly string[] Expected =
    [
        "AbandonAnalysis: activityTrigger",
        "AnalysisToken: queueTrigger connection=AzureWebJobsStorage queueName=analysis-tokens; durableClient",
        "AnalysisTokenPoison: queueTrigger connection=AzureWebJobsStorage queueName=analysis-tokens-poison",
        "AnalysisV1: orchestrationTrigger",
        "Callback: queueTrigger connection=AzureWebJobsStorage queueName=callbacks",
        "CallbackPoison: queueTrigger connection=AzureWebJobsStorage queueName=callbacks-poison",
        "CountPackets: activityTrigger",
        "DigestObject: activityTrigger",
        "EndAnalysis: activityTrigger",
        "HealthLive: httpTrigger authLevel=Anonymous methods=[get] route=health/live; http",
        "HealthReady: httpTrigger authLevel=Anonymous methods=[get] route=health/ready; http",
        "Mpc: httpTrigger authLevel=Anonymous route=v1/{project_id}/extract-metadata; http",
        "MpcUnknown: httpTrigger authLevel=Anonymous route=v1/{*path}; http",
        "NotifyEnd: activityTrigger",
        "QueueAge: timerTrigger schedule=0 * * * * * useMonitor=False",
        "ReadStreams: activityTrigger",
        "Retention: timerTrigger schedule=0 17 * * * *; durableClient",
        "Rpc: httpTrigger authLevel=Anonymous route={ignored:maxlength(0)?}; http",
        "StartAnalysis: activityTrigger",
    ];

    // What every binding has, and what only says how the worker reads it.
    private static readonly string[] Unsaid = ["name", "direction", "dataType", "properties", "type"];

    [Fact]
    public void The_host_finds_these_functions_and_no_others() =>
        Assert.Equal(
            Expected,
            FunctionsPackage.Functions.Select(Describe).Order(StringComparer.Ordinal));

    [Fact]
    public void The_host_loads_the_extensions_of_queues_and_of_orchestrations()
    {
        var extensions = FunctionsPackage.Read("extensions.json").GetProperty("extensions").EnumerateArray().ToList();

        // The third tells the host of an isolated worker's functions. Those of HTTP and timers are the host's own.
        Assert.Equal(
            ["AzureStorageQueues", "DurableTask", "Startup"],
            extensions.Select(extension => extension.GetProperty("name").GetString()!));
        Assert.All(extensions, extension =>
            Assert.True(File.Exists(Path.Combine(FunctionsPackage.Folder, extension.GetProperty("hintPath").GetString()!))));
    }

    [Fact]
    public void Every_activity_name_has_its_activity()
    {
        var names = typeof(ActivityNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        var activities = FunctionsPackage.Functions.Where(function => function.TriggerType is "activityTrigger");
        Assert.Equal(
            names.Order(StringComparer.Ordinal), activities.Select(function => function.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Queue_functions_listen_to_queues_that_this_service_makes() =>
        Assert.All(
            FunctionsPackage.Functions.Where(function => function.TriggerType is "queueTrigger"),
            function => Assert.Contains(function.Trigger.GetProperty("queueName").GetString(), StorageNames.Queues));

    [Theory]
    [InlineData("HealthLive", HealthEndpoint.LivePath)]
    [InlineData("HealthReady", HealthEndpoint.ReadyPath)]
    public void Health_is_asked_for_where_the_other_host_has_it(string name, string path) =>
        Assert.Equal(
            path,
            "/" + FunctionsPackage.Functions.Single(function => string.Equals(function.Name, name, StringComparison.Ordinal))
                .Trigger.GetProperty("route").GetString());

    [Fact]
    public void An_orchestrator_takes_its_context_and_nothing_else()
    {
        var orchestrator = Assert.Single(FunctionsPackage.Functions, function => function.TriggerType is "orchestrationTrigger");
        Assert.Equal(typeof(AnalysisOrchestrator), orchestrator.Method.DeclaringType);
        Assert.Equal(typeof(TaskOrchestrationContext), Assert.Single(orchestrator.Method.GetParameters()).ParameterType);
        Assert.Matches("V[0-9]+$", orchestrator.Name);
    }

    [Theory]
    [InlineData("httpTrigger", typeof(HttpRequest))]
    [InlineData("durableClient", typeof(DurableTaskClient))]
    public void Bindings_are_of_the_types_that_the_worker_converts_to(string binding, Type type)
    {
        var parameters = FunctionsPackage.Functions.SelectMany(function => function.ParametersOf(binding)).ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter => Assert.Equal(type, parameter.ParameterType));
    }

    private static string Describe(Function function) =>
        $"{function.Name}: {string.Join("; ", function.Bindings.Select(Describe))}";

    private static string Describe(JsonElement binding) => string.Join(
        ' ',
        binding.EnumerateObject()
            .Where(property => !Unsaid.Contains(property.Name, StringComparer.Ordinal))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"{property.Name}={Value(property.Value)}")
            .Prepend(binding.GetProperty("type").GetString()!));

    private static string Value(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? $"[{string.Join(',', value.EnumerateArray())}]" : value.ToString();
}
