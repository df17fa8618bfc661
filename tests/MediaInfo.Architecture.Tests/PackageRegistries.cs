using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests;

/// <summary>The package registries that this machine is configured to use, except the public ones.</summary>
internal static partial class PackageRegistries
{
    private static readonly string[] Public = ["api.nuget.org", "www.nuget.org", "registry.npmjs.org", "localhost", "127.0.0.1"];

    private static readonly string[] Variables = ["NPM_CONFIG_REGISTRY", "npm_config_registry", "NUGET_SOURCE", "RestoreSources"];

    private static readonly string[] Files =
    [
        Path.Combine(Home, ".nuget", "NuGet", "NuGet.Config"),
        Path.Combine(Home, ".npmrc"),
        Environment.GetEnvironmentVariable("NPM_CONFIG_USERCONFIG") ?? "",
    ];

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>The hosts of the registries, from the settings of NuGet and npm and from the environment.</summary>
    public static IReadOnlyList<string> PrivateHosts()
    {
        var texts = Files.Where(File.Exists).Select(File.ReadAllText)
            .Concat(Variables.Select(Environment.GetEnvironmentVariable).OfType<string>());
        return [.. texts
            .SelectMany(text => Host().Matches(text))
            .Select(match => match.Groups["host"].Value)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Except(Public, StringComparer.OrdinalIgnoreCase)];
    }

    [GeneratedRegex(@"//([^/@\s""]*@)?(?<host>[A-Za-z0-9.-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Host();
}
