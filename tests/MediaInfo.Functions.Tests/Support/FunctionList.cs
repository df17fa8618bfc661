using System.Reflection;
using MediaInfo.Functions.Durable;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Every function of the app, found by its attribute as the worker's SDK finds it.</summary>
internal static class FunctionList
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(AnalysisOrchestrator).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    public static string Name(this MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    /// <summary>The parameter that carries the attribute; null when there is none.</summary>
    public static ParameterInfo? With<T>(this MethodInfo function)
        where T : Attribute =>
        Array.Find(function.GetParameters(), parameter => parameter.GetCustomAttribute<T>() is not null);
}
