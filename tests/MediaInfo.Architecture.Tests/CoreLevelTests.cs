using System.Reflection;
using MediaInfo.Core;

namespace MediaInfo.Architecture.Tests;

public sealed class CoreLevelTests
{
    private const string Root = "MediaInfo.Core";
    private static readonly Assembly Assembly = typeof(ServiceCollectionExtensions).Assembly;

    // From the bottom up: a folder refers only to those before it. The root registers them all.
    private static readonly string[] Levels =
    [
        "Configuration",
        "Serialization",
        "Telemetry",
        "Health",
        "Accounts",
        "Objects",
        "Media",
        "Jobs",
        "Messaging",
        "Pipelines",
        "Queues",
        "Callbacks",
        "Topics",
        "Frames",
        "Tags",
        "Analysis",
        "Library",
        "Retention",
    ];

    public static TheoryData<string> Folders => [.. Levels];

    [Fact]
    public void Every_folder_has_a_level()
    {
        var folders = Assembly.GetTypes().Select(Folder).OfType<string>().Distinct(StringComparer.Ordinal);

        Assert.Equal(Levels.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_folder_refers_to_one_above_it(string folder)
    {
        var level = Array.IndexOf(Levels, folder);
        var strays =
            from type in Assembly.GetTypes()
            where string.Equals(Folder(type), folder, StringComparison.Ordinal)
            from referred in Referred.TypesOf(type)
            where Folder(referred) is { } other && Array.IndexOf(Levels, other) > level
            select $"{type.FullName} refers to {referred.FullName}";

        Strays.None(strays);
    }

    [Fact]
    public void Core_uses_no_processes_or_sockets()
    {
        string[] unknown = ["System.Diagnostics.Process", "System.Net.Sockets", "System.Net.Http"];
        var strays =
            from type in Assembly.GetTypes()
            from referred in Referred.TypesOf(type)
            where Array.Exists(unknown, name => $"{referred.FullName}.".StartsWith(name + ".", StringComparison.Ordinal))
            select $"{type.FullName} refers to {referred.FullName}";

        Strays.None(strays);
    }

    private static string? Folder(Type type) =>
        type.Assembly == Assembly && type.Namespace is { } name && name.StartsWith(Root + ".", StringComparison.Ordinal)
            ? name[(Root.Length + 1)..].Split('.')[0]
            : null;
}
