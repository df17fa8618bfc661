using System.CommandLine;
using System.Runtime.InteropServices;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Standalone.Commands;

/// <summary>"mediainfo version": the version of this program and of the runtime below it.</summary>
internal static class VersionCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "version";

    /// <summary>The command.</summary>
    public static Command New()
    {
        var command = new Command(Name, "Prints the version.");
        command.SetAction(async (parsed, _) =>
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"mediainfo {ProductVersion.Current} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})");
            return ExitCode.Ok;
        });
        return command;
    }
}
