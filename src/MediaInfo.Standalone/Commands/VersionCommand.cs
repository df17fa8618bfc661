using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

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
                $"mediainfo {Version} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})");
            return ExitCode.Ok;
        });
        return command;
    }

    // Contains the commit, if the program was built in a clone.
    private static string Version => typeof(VersionCommand).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
