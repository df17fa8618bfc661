using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.AzureStorage;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Tests;

/// <summary>What the worker's SDK wrote into the built app. The host knows nothing else about the functions.</summary>
public sealed class FunctionListTests
{
    // An HTTP trigger without methods accepts all of them.
    private static readonly string[] Expected =
    [
        "AbandonAnalysis: activityTrigger",
        "AnalysisV2: orchestrationTrigger",
        "Callback: queueTrigger connection=AzureWebJobsStorage queueName=callbacks; durableClient",
        "CallbackPoison: queueTrigger connection=AzureWebJobsStorage queueName=callbacks-poison",
        "Certificate: httpTrigger authLevel=Anonymous methods=[get] route=x509_public_certificate.pem; http",
        "Console: httpTrigger authLevel=Anonymous route=console/{*path}; http",
        "ConsoleDescription: httpTrigger authLevel=Anonymous route=openapi.json; http",
        "CountPackets: activityTrigger",
        "DigestObject: activityTrigger",
        "EndAnalysis: activityTrigger",
        "HealthLive: httpTrigger authLevel=Anonymous methods=[get] route=health/live; http",
        "HealthReady: httpTrigger authLevel=Anonymous methods=[get] route=health/ready; http",
        "MakePictures: activityTrigger",
        "MnsQueues: httpTrigger authLevel=Anonymous route=queues/{*path}; http",
        "MnsTopics: httpTrigger authLevel=Anonymous route=topics/{*path}; http",
        "Mpc: httpTrigger authLevel=Anonymous route=v1/{project_id}/extract-metadata; durableClient; http",
        "MpcUnknown: httpTrigger authLevel=Anonymous route=v1/{*path}; http",
        "NotifyEnd: activityTrigger",
        "QueueAge: timerTrigger schedule=0 * * * * * useMonitor=False",
        "ReadStreams: activityTrigger",
        "Recognise: activityTrigger",
        "Retention: timerTrigger schedule=0 17 * * * *; durableClient",
        "Rpc: httpTrigger authLevel=Anonymous route={ignored:maxlength(0)?}; durableClient; http",
        "TakeTurn: activityTrigger",
    ];

    // Properties that every binding has, or that only tell how the worker reads it.
    private static readonly string[] Unsaid = ["name", "direction", "dataType", "properties", "type"];

    [Fact]
    public void The_host_finds_these_functions_and_no_others() =>
        Assert.Equal(
            Expected,
            FunctionsPackage.Functions.Select(Describe).Order(StringComparer.Ordinal));

    [Fact]
    public void The_host_loads_the_queue_and_durable_task_extensions()
    {
        var extensions = FunctionsPackage.Read("extensions.json").GetProperty("extensions").EnumerateArray().ToList();

        // The third tells the host about the functions of an isolated worker. HTTP and timers are built into the host.
        Assert.Equal(
            ["AzureStorageQueues", "DurableTask", "Startup"],
            extensions.Select(extension => extension.GetProperty("name").GetString()!));
        Assert.All(extensions, extension =>
            Assert.True(File.Exists(Path.Combine(FunctionsPackage.Folder, extension.GetProperty("hintPath").GetString()!))));
    }

    [Fact]
    public void Every_activity_name_has_an_activity()
    {
        var names = typeof(ActivityNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        var activities = FunctionsPackage.Functions.Where(function => function.TriggerType is "activityTrigger");
        Assert.Equal(
            names.Order(StringComparer.Ordinal), activities.Select(function => function.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Queue_functions_listen_to_queues_that_this_service_creates() =>
        Assert.All(
            FunctionsPackage.Functions.Where(function => function.TriggerType is "queueTrigger"),
            function => Assert.Contains(function.Trigger.GetProperty("queueName").GetString(), StorageNames.Queues));

    [Theory]
    [InlineData("HealthLive", HealthEndpoint.LivePath)]
    [InlineData("HealthReady", HealthEndpoint.ReadyPath)]
    public void The_health_endpoints_have_the_same_paths_as_in_Standalone(string name, string path) =>
        Assert.Equal(
            path,
            "/" + FunctionsPackage.Functions.Single(function => string.Equals(function.Name, name, StringComparison.Ordinal))
                .Trigger.GetProperty("route").GetString());

    [Fact]
    public void An_orchestrator_takes_only_its_context()
    {
        var orchestrator = Assert.Single(FunctionsPackage.Functions, function => function.TriggerType is "orchestrationTrigger");
        Assert.Equal(typeof(AnalysisOrchestrator), orchestrator.Method.DeclaringType);
        Assert.Equal(typeof(TaskOrchestrationContext), Assert.Single(orchestrator.Method.GetParameters()).ParameterType);
        Assert.Matches("V[0-9]+$", orchestrator.Name);
    }

    [Theory]
    [InlineData("httpTrigger", typeof(HttpRequest))]
    [InlineData("durableClient", typeof(DurableTaskClient))]
    public void Bindings_have_types_that_the_worker_can_convert_to(string binding, Type type)
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
