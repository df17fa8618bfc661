using System.CommandLine;
using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Processes;
using MediaInfo.Standalone.Commands.Sources;
using Microsoft.Extensions.Options;

namespace MediaInfo.Standalone.Commands;

/// <summary>"mediainfo probe": describes one file or URL as JSON, without a server and without storage.</summary>
internal static class ProbeCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "probe";

    // The first one is the default.
    private static readonly string[] Formats = ["report", "mps", "ims", "mpc", "ffprobe"];

    private static readonly Argument<string> Source = new("FILE|URL")
    {
        Description = "A file, or an http or https address whose server states its size.",
    };

    private static readonly Option<string> Format = NewFormat();
    private static readonly Option<bool> Packets = new("--packets")
    {
        Description = "Also read every packet, for frame counts and the network cost. This reads the whole file.",
    };

    private static readonly Option<bool> Digest = new("--digest")
    {
        Description = "Also compute the MD5. This reads the whole file.",
    };

    private static readonly Option<bool> Progress = new("--progress")
    {
        Description = "Show the progress of reading the whole file on standard error, even if that is no terminal.",
    };

    private static readonly Option<bool> Compact = new("--compact") { Description = "Print the JSON in one line." };
    private static readonly Option<string> SettingsFile = SettingsArguments.NewFile();

    /// <summary>The command.</summary>
    public static Command New()
    {
        var command = new Command(
            Name,
            "Describes one file as JSON. Exit codes: 0 described, 1 wrong usage or settings, 2 not media, 3 not readable.")
        {
            Source, Format, Packets, Digest, Progress, Compact, SettingsFile,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => SettingsArguments.ProblemOf(parsed.UnmatchedTokens, []) is { } problem
            ? CommandLine.FailAsync(parsed.InvocationConfiguration.Error, ExitCode.Usage, problem)
            : RunAsync(parsed));
        return command;
    }

    private static Option<string> NewFormat()
    {
        var format = new Option<string>("--format")
        {
            Description = "What to print: our description with ffprobe's report (as GetProbeReport answers), the member of "
                + "MPS's, IMS's or MPC's answers, or ffprobe's own JSON.",
            DefaultValueFactory = _ => Formats[0],
        };
        return format.AcceptOnlyFromAmong(Formats);
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var error = parsed.InvocationConfiguration.Error;
        var text = parsed.GetRequiredValue(Source);
        try
        {
            using var source = ProbeSource.Of(text, TimeProvider.System);
            if (source.Problem is { } problem)
            {
                return await CommandLine.FailAsync(error, ExitCode.Unreadable, $"{text}: {problem}");
            }

            using var host = ProbeHost.Build(source, parsed.GetValue(SettingsFile), [.. parsed.UnmatchedTokens]);
            return await RunAsync(parsed, source, host);
        }
        catch (Exception e) when (IsOfUsage(e))
        {
            return await CommandLine.FailAsync(error, ExitCode.Usage, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            var cause = e.InnerException as IOException ?? e;
            return await CommandLine.FailAsync(error, ExitCode.Unreadable, $"{text}: {cause.Message}");
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, ProbeSource source, IHost host)
    {
        host.Services.ThrowIfSettingsAreWrong();
        await host.StartAsync();
        try
        {
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            using var progress = ProgressOf(parsed);
            var plan = new ProbePlan(parsed.GetValue(Packets), parsed.GetValue(Digest));
            var (file, failure) = await host.Services.GetRequiredService<FileProbe>().RunAsync(source, plan, progress, stopping);
            progress?.Clear();
            return failure is null
                ? await PrintAsync(parsed, host.Services, file!)
                : await CommandLine.FailAsync(
                    parsed.InvocationConfiguration.Error, CodeOf(failure), $"{source.Address}: {failure.Detail}");
        }
        finally
        {
            await host.StopAsync();
        }
    }

    private static ProbeProgress? ProgressOf(ParseResult parsed)
    {
        var isTerminal = !Console.IsErrorRedirected;
        return isTerminal || parsed.GetValue(Progress)
            ? new ProbeProgress(parsed.InvocationConfiguration.Error, isTerminal)
            : null;
    }

    private static async Task<int> PrintAsync(ParseResult parsed, IServiceProvider services, DescribedFile file)
    {
        var format = services.GetServices<IDescriptionFormat>().Single(
            candidate => string.Equals(candidate.Name, parsed.GetRequiredValue(Format), StringComparison.Ordinal));
        var options = parsed.GetValue(Compact) ? PlainJson.Compact : PlainJson.Indented;
        await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(format.Write(file), options));
        return ExitCode.Ok;
    }

    // A file to probe that is missing was found out before; here it is the settings file.
    private static bool IsOfUsage(Exception e) =>
        e is OptionsValidationException or InvalidOperationException or JsonException
            or ToolMissingException or FileNotFoundException or DirectoryNotFoundException;

    private static int CodeOf(JobFailure failure) =>
        failure.Reason is FailureReason.NotMedia or FailureReason.ObjectEmpty or FailureReason.Truncated
            ? ExitCode.NotMedia : ExitCode.Unreadable;
}
