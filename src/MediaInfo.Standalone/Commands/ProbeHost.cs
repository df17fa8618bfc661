using MediaInfo.Api;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Objects;
using MediaInfo.Probing;
using MediaInfo.Standalone.Commands.Sources;

namespace MediaInfo.Standalone.Commands;

/// <summary>What a probe without a service needs: ffprobe, its proxy and one source.</summary>
internal static class ProbeHost
{
    // A probe serves no location, but the settings require one.
    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        [$"{SettingsServiceCollectionExtensions.Root}:Objects:Locations:0"] = "local",
    };

    /// <summary>The host, not started yet. It logs nothing: what matters is in the outcome.</summary>
    /// <param name="source">What is read.</param>
    /// <param name="settings">The settings file; null for none.</param>
    /// <param name="arguments">Further settings of the command line.</param>
    /// <exception cref="IOException">There is no such settings file.</exception>
    /// <exception cref="System.Text.Json.JsonException">The settings file has another form.</exception>
    public static IHost Build(ProbeSource source, string? settings, string[] arguments)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(Defaults);
        SettingsArguments.AddTo(builder.Configuration, settings, arguments);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(source.Store)
            .AddSettings<ObjectOptions>(builder.Configuration, "Objects")
            .AddSettings<AnalysisOptions>(builder.Configuration, "Analysis")
            .AddMediaInfoProbing(builder.Configuration)
            .AddDescriptionFormats()
            .AddSingleton<FileProbe>();
        return builder.Build();
    }
}
