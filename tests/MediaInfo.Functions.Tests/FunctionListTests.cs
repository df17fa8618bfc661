using System.Reflection;
using MediaInfo.Api.Gateway;
using MediaInfo.AzureStorage;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Tests;

/// <summary>What the host reads off the attributes.</summary>
public sealed class FunctionListTests
{
    [Fact]
    public void Every_name_is_unique_and_legal()
    {
        var names = FunctionList.All.Select(function => function.Name()).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^[A-Za-z][A-Za-z0-9_-]{0,127}$", name));
    }

    [Fact]
    public void Every_activity_name_has_its_activity()
    {
        var names = typeof(ActivityNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        var activities = FunctionList.All.Where(function => function.With<ActivityTriggerAttribute>() is not null);
        Assert.Equal(names.Order(StringComparer.Ordinal), activities.Select(function => function.Name()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Queue_functions_listen_to_the_queues_that_this_service_makes()
    {
        var triggers = FunctionList.All
            .Select(function => function.With<QueueTriggerAttribute>()?.GetCustomAttribute<QueueTriggerAttribute>())
            .OfType<QueueTriggerAttribute>()
            .ToList();
        Assert.Equal(["analysis-tokens", "analysis-tokens-poison", "callbacks", "callbacks-poison"], triggers.Select(trigger => trigger.QueueName).Order(StringComparer.Ordinal));
        Assert.All(triggers, trigger => Assert.Contains(trigger.QueueName, StorageNames.Queues));
        Assert.All(triggers, trigger => Assert.Equal("AzureWebJobsStorage", trigger.Connection));
    }

    [Fact]
    public void Timers_run_by_the_schedules_that_the_documents_name()
    {
        var schedules = FunctionList.All
            .Where(function => function.With<TimerTriggerAttribute>() is not null)
            .ToDictionary(function => function.Name(), function => function.With<TimerTriggerAttribute>()!.GetCustomAttribute<TimerTriggerAttribute>()!.Schedule, StringComparer.Ordinal);
        Assert.Equal("0 17 * * * *", schedules["Retention"]);
        Assert.Equal("0 * * * * *", schedules["QueueAge"]);
    }

    [Fact]
    public void Http_functions_ask_for_no_key_of_the_host()
    {
        var routes = Routes();
        Assert.All(routes, route => Assert.Equal(AuthorizationLevel.Anonymous, route.AuthLevel));
        Assert.Contains(HealthEndpoint.LivePath.TrimStart('/'), routes.Select(route => route.Route));
        Assert.Contains(HealthEndpoint.ReadyPath.TrimStart('/'), routes.Select(route => route.Route));
    }

    [Fact]
    public void One_route_is_the_root_and_serves_both_methods()
    {
        var root = Assert.Single(Routes(), route => RoutePatternFactory.Parse("/" + route.Route).PathSegments[0].Parts[0].IsParameter);
        Assert.Equal("{ignored:maxlength(0)?}", root.Route);
        Assert.Equal(["get", "post"], root.Methods!);
    }

    [Fact]
    public void The_paths_of_version_1_serve_every_method_so_that_each_gets_the_products_error()
    {
        var routes = Routes().Where(route => route.Route!.StartsWith("v1/", StringComparison.Ordinal)).ToList();

        Assert.Equal(["v1/{*path}", "v1/{project_id}/extract-metadata"], routes.Select(route => route.Route!).Order(StringComparer.Ordinal));
        Assert.All(routes, route => Assert.Null(route.Methods));
    }

    [Fact]
    public void Orchestrators_take_their_context_and_nothing_else()
    {
        var orchestrator = Assert.Single(FunctionList.All, function => function.With<OrchestrationTriggerAttribute>() is not null);
        Assert.Equal([typeof(TaskOrchestrationContext)], orchestrator.GetParameters().Select(parameter => parameter.ParameterType));
        Assert.Matches("V[0-9]+$", orchestrator.Name());
    }

    [Fact]
    public void Bindings_are_of_the_types_that_the_worker_converts_to()
    {
        Assert.All(FunctionList.All.Select(function => function.With<HttpTriggerAttribute>()).OfType<ParameterInfo>(), parameter =>
            Assert.Equal(typeof(HttpRequest), parameter.ParameterType));
        Assert.All(FunctionList.All.Select(function => function.With<DurableClientAttribute>()).OfType<ParameterInfo>(), parameter =>
            Assert.Equal(typeof(DurableTaskClient), parameter.ParameterType));
    }

    private static List<HttpTriggerAttribute> Routes() =>
    [
        .. FunctionList.All
            .Select(function => function.With<HttpTriggerAttribute>()?.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>(),
    ];
}
