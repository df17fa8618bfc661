using MediaInfo.Core.Health;
using MediaInfo.Probing.Processes.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing.Processes;

/// <summary>Registers tools.</summary>
internal static class ToolServices
{
    /// <summary>Adds a tool: its search, its processes and its health, under the key of its name.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="tool">Where to find it and what it may use.</param>
    /// <param name="trial">Its self-test.</param>
    /// <param name="uses">What there is only with it; null if the service cannot work without it.</param>
    public static IServiceCollection AddTool(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, Tool> tool,
        Func<IServiceProvider, ToolChild, IToolTrial> trial,
        string? uses = null) => services
        .AddEngine(name, tool, trial)
        .AddSingleton<IReadiness>(all => new ToolReadiness(all.Of<ToolBinary>(name), uses))
        .AddSingleton<IHostedService>(all =>
            new ToolAtStart(all.Of<ToolBinary>(name), uses, all.Of<ILogger<ToolAtStart>>()));

    /// <summary>Adds the engine of one recogniser: its search and its processes, under the key of its name.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="tool">Where to find it and what it may use.</param>
    /// <param name="trial">Its self-test.</param>
    public static IServiceCollection AddEngine(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, Tool> tool,
        Func<IServiceProvider, ToolChild, IToolTrial> trial) => services
        .AddKeyedSingleton(name, (all, _) => new ToolChild(
            tool(all), all.Of<OrphanGuard>(), all.Of<ChildSandbox>(), all.Of<TimeProvider>()))
        .AddKeyedSingleton(name, (all, _) => new ToolBinary(
            tool(all), all.Of<ToolChild>(name), trial(all, all.Of<ToolChild>(name)), all.Of<TimeProvider>()))
        .AddKeyedSingleton(name, (all, _) => new ToolProcess(
            all.Of<ToolBinary>(name), all.Of<ToolChild>(name), all.Of<ILogger<ToolProcess>>()))
        .AddKeyedSingleton(name, (all, _) => new ToolRunner(all.Of<IObjectProxy>(), all.Of<ToolProcess>(name)));

    private static T Of<T>(this IServiceProvider all)
        where T : notnull => all.GetRequiredService<T>();

    private static T Of<T>(this IServiceProvider all, string name)
        where T : notnull => all.GetRequiredKeyedService<T>(name);
}
