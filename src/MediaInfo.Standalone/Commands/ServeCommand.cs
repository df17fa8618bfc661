using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Options;

namespace MediaInfo.Standalone.Commands;

/// <summary>"mediainfo serve": the service, until it is asked to stop.</summary>
internal static class ServeCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "serve";

    private const string UrlsSetting = "urls";

    // The web host's own settings that are not in a section. Names with an underscore are written like variables.
    private static readonly string[] HostSettings =
        ["environment", "contentRoot", "applicationName", StorageNames.HostConnection];

    /// <summary>The command.</summary>
    /// <param name="arguments">Its arguments as they were typed: every one is a setting.</param>
    public static Command New(string[] arguments)
    {
        var urls = new Option<string[]>($"--{UrlsSetting}")
        {
            Description = "Where to listen, such as http://127.0.0.1:7071 or https://0.0.0.0:7443.",
            HelpName = "ADDRESSES",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            Name,
            "Serves the APIs. Settings follow as --MediaInfo:Section:Name VALUE; they win over the environment and the file.")
        {
            urls,
            SettingsArguments.NewFile(),
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) =>
            SettingsArguments.ProblemOf(parsed.UnmatchedTokens, HostSettings) is { } problem
                ? CommandLine.FailAsync(parsed.InvocationConfiguration.Error, ExitCode.Usage, problem)
                : RunAsync(arguments, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, TextWriter error)
    {
        WebApplication? app = null;
        try
        {
            app = Service.Build(arguments);
            app.Services.ThrowIfSettingsAreWrong();
            await Service.PrepareAsync(app);
            await ListenAsync(app);
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException or IOException or JsonException)
        {
            // Wrong settings, no storage, a busy port: the message tells the operator more than a stack trace.
            await error.WriteLineAsync(e.Message);
            app?.Lifetime.StopApplication();
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
            return ExitCode.Usage;
        }

        await using (app)
        {
            await app.WaitForShutdownAsync();
        }

        return ExitCode.Ok;
    }

    // The web server says what is wrong with an address, but not with which one.
    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is SocketException or FormatException or ArgumentException or UnauthorizedAccessException)
        {
            throw new IOException($"The service cannot listen on {app.Configuration[UrlsSetting]}: {e.Message}", e);
        }
    }
}
