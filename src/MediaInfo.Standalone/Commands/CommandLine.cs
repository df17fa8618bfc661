using System.CommandLine;
using System.CommandLine.Help;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Standalone.Commands;

/// <summary>The program's command line. Without a command it serves.</summary>
public static class CommandLine
{
    private const string Program = "mediainfo";
    private const int MaxProblem = 4096;

    // A value such as "@Microsoft.KeyVault(...)" is not the name of a file with arguments.
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs a command.</summary>
    /// <param name="args">The command line, without the program's name.</param>
    /// <param name="output">Receives what was asked for.</param>
    /// <param name="error">Receives problems and progress.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var given = WithCommand(args);
        var parsed = NewProgram(given[1..]).Parse(given, Parsing);
        if (parsed.Errors is [var problem, ..] && parsed.Action is not HelpAction)
        {
            return await FailAsync(error, ExitCode.Usage, $"{problem.Message} ({Program} --help tells more)");
        }

        // Every command handles signals itself: the service may need longer to stop than the library allows.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>Writes a problem as one plain line.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> FailAsync(TextWriter error, int code, string problem)
    {
        await error.WriteLineAsync($"{Program}: {LoggedText.Neutral(OneLine(problem), MaxProblem)}");
        return code;
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Command NewProgram(string[] ofCommand) =>
        new(Program, "Reads media files with ffprobe and tells what is in them. Without a command it serves.")
        {
            ServeCommand.New(ofCommand),
            ProbeCommand.New(),
            VersionCommand.New(),
            DemoCommand.New(),
            new HelpOption(),
        };

    // A service is usually started with settings only, and a setting's value may be the name of a command.
    private static string[] WithCommand(IReadOnlyList<string> args) => args switch
    {
        ["--version", ..] => [VersionCommand.Name],
        [ServeCommand.Name or ProbeCommand.Name or VersionCommand.Name or DemoCommand.Name, ..] => [.. args],
        ["--help" or "-h" or "-?" or "/?" or "/h", ..] => [.. args],
        _ => [ServeCommand.Name, .. args],
    };
}
