using System.Text.Json;
using MediaInfo.Functions.Durable;
using MediaInfo.TestSupport;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>The built app, as it is passed to the Functions host.</summary>
internal static class FunctionsPackage
{
    /// <summary>The folder of the app, built in the same configuration as these tests.</summary>
    public static string Folder { get; } =
        RepositoryRoot.Combine("artifacts", "bin", "MediaInfo.Functions", new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>Every function that the host finds in it.</summary>
    public static IReadOnlyList<Function> Functions { get; } =
        [.. Read("functions.metadata").EnumerateArray().Select(ToFunction)];

    /// <summary>Reads a JSON file of the app.</summary>
    public static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
        return document.RootElement.Clone();
    }

    private static Function ToFunction(JsonElement metadata)
    {
        var entry = metadata.GetProperty("entryPoint").GetString()!;
        var end = entry.LastIndexOf('.');
        return new Function(
            metadata.GetProperty("name").GetString()!,
            typeof(AnalysisOrchestrator).Assembly.GetType(entry[..end], throwOnError: true)!.GetMethod(entry[(end + 1)..])!,
            [.. metadata.GetProperty("bindings").EnumerateArray()]);
    }
}
