using MediaInfo.Standalone.Commands;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Commands;

/// <summary>One run of the command line in this process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it printed to standard error.</param>
public sealed record CommandLineRun(int Code, string Output, string Error)
{
    private static readonly string Ffprobe = RepositoryTools.Ffprobe;

    /// <summary>Runs it with those words.</summary>
    public static async Task<CommandLineRun> OfAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error);
        return new CommandLineRun(code, $"{output}", $"{error}");
    }

    /// <summary>Runs "probe" with the repository's ffprobe.</summary>
    public static Task<CommandLineRun> ProbeAsync(params string[] args) =>
        OfAsync(["probe", .. args, "--MediaInfo:Probe:FfprobePath", Ffprobe]);

    /// <summary>A clip of the repository.</summary>
    public static string Clip(params string[] path) => RepositoryRoot.Combine(["tests", "media", .. path]);
}
