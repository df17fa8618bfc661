using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace MediaInfo.Architecture.Tests;

public sealed class ReferenceTests
{
    private const string Core = "MediaInfo.Core";
    private const string Probing = "MediaInfo.Probing";
    private const string Api = "MediaInfo.Api";
    private const string AzureStorage = "MediaInfo.AzureStorage";
    private const string LocalStorage = "MediaInfo.LocalStorage";
    private const string Speech = "MediaInfo.Speech";
    private const string Functions = "MediaInfo.Functions";
    private const string Standalone = "MediaInfo.Standalone";

    // Hosts may use everything except each other; only the self-hosted one has a store of its own.
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        [Core] = [],
        [Probing] = [Core],
        [Api] = [Core],
        [AzureStorage] = [Core],
        [LocalStorage] = [Core],
        [Speech] = [Core],
        [Functions] = [Core, Probing, Api, AzureStorage],
        [Standalone] = [Core, Probing, Api, AzureStorage, LocalStorage],
    };

    private static readonly Dictionary<string, string[]> Unknown = new(StringComparer.Ordinal)
    {
        [Core] =
        [
            "OpenTelemetry.", "Azure.", "Microsoft.AspNetCore.", "Microsoft.Azure.", "Microsoft.DurableTask",
            "Microsoft.Extensions.Hosting", "DurableTask.", "Microsoft.Data.", "SQLitePCL",
        ],
        [Probing] = ["OpenTelemetry.", "Azure.", "Microsoft.Azure.", "Microsoft.DurableTask", "DurableTask."],
        [Api] = ["OpenTelemetry.", "Azure.", "Microsoft.Azure.", "Microsoft.DurableTask", "DurableTask."],
        [AzureStorage] = ["OpenTelemetry.", "Microsoft.AspNetCore.", "Microsoft.Azure.", "Microsoft.DurableTask", "DurableTask."],
        [LocalStorage] =
        [
            "OpenTelemetry.", "Azure.", "Microsoft.AspNetCore.", "Microsoft.Azure.", "Microsoft.DurableTask", "DurableTask.",
        ],
        [Speech] =
        [
            "OpenTelemetry.", "Azure.", "Microsoft.AspNetCore.", "Microsoft.Azure.", "Microsoft.DurableTask", "DurableTask.",
        ],
        [Functions] = ["Microsoft.Data.", "SQLitePCL", "Whisper."],
        [Standalone] = ["Microsoft.Azure.", "Microsoft.DurableTask", "DurableTask."],
    };

    public static TheoryData<string> Projects => [.. Repository.Projects.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_project_is_in_the_order() =>
        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), Repository.Projects.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_point_one_way(string project)
    {
        var known =
            References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Strays.None(known.Except(MayKnow[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_use_only_the_packages_and_frameworks_they_may(string project)
    {
        var known = References(project, "PackageReference").Concat(References(project, "FrameworkReference"));

        Strays.None(known.Where(name => Array.Exists(Unknown[project], prefix => Begins(name, prefix))));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Built_assemblies_refer_only_to_assemblies_they_may(string project)
    {
        using var file = new PEReader(File.OpenRead(Repository.AssemblyOf(project)));
        var reader = file.GetMetadataReader();
        var known =
            reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).ToList();

        Assert.Contains("System.Runtime", known);
        Strays.None(known.Where(name => Array.Exists(Unknown[project], prefix => Begins(name, prefix))));
        var own = known.Where(name => name.StartsWith("MediaInfo.", StringComparison.Ordinal));
        Strays.None(own.Except(MayKnow[project], StringComparer.Ordinal));
    }

    private static bool Begins(string name, string prefix) =>
        $"{name}.".StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Repository.Projects[project]).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);
}
