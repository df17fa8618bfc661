using System.CommandLine;
using System.Text.Json;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Configuration;
using MediaInfo.LocalStorage;
using MediaInfo.Standalone.Commands.Demonstration;

namespace MediaInfo.Standalone.Commands;

/// <summary>
/// "mediainfo demo": what a user of a service on this machine does. It copies a file into a bucket, submits a job with a signed
/// request, and prints the finished job and its completion message. eng/run.sh calls it.
/// </summary>
internal static class DemoCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "demo";

    private const string Bucket = "example-bucket";

    private static readonly Argument<Uri> Endpoint = new("ENDPOINT")
    {
        CustomParser = parsed => new Uri(parsed.Tokens[0].Value, UriKind.Absolute),
    };

    private static readonly Argument<FileInfo> File = new("FILE");
    private static readonly Option<string> Settings = SettingsArguments.NewFile();
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    /// <summary>The command.</summary>
    public static Command New()
    {
        var command = new Command(Name, "Shows what a user of the service does.") { Endpoint, File, Settings };
        command.Hidden = true;
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        using var limit = new CancellationTokenSource(TimeLimit);
        try
        {
            var configuration = new ConfigurationBuilder();
            SettingsArguments.AddTo(configuration, parsed.GetValue(Settings), []);
            var settings = configuration.Build().GetSection(SettingsServiceCollectionExtensions.Root);
            var account = settings.GetSection("Accounts").Get<AccountOptions>()!.List[0];
            var storage = settings.GetSection("Storage:Local").Get<LocalStorageOptions>() ?? new LocalStorageOptions();

            var file = parsed.GetRequiredValue(File);
            var key = $"demo/{file.Name}";
            Upload(file, Path.Combine(storage.MediaRoot, Bucket, key));
            using var caller = new DemoCaller(parsed.GetRequiredValue(Endpoint), account);
            var job = await caller.AnalyseAsync(Bucket, settings["Objects:Locations:0"]!, key, limit.Token);
            await output.WriteLineAsync($"job:\n{JsonSerializer.Serialize(job, PlainJson.Indented)}");
            var message = await caller.TakeMessageAsync(job.GetProperty("JobId").GetString()!, limit.Token);
            await output.WriteLineAsync($"callback:\n{message}");
            return job.GetProperty("State").GetString() is "Success" ? ExitCode.Ok : ExitCode.Usage;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            return await CommandLine.FailAsync(parsed.InvocationConfiguration.Error, ExitCode.Usage, e.Message);
        }
    }

    // Copied beside and renamed: the service never sees half a file.
    private static void Upload(FileInfo file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var beside = $"{target}.{Environment.ProcessId}.part";
        file.CopyTo(beside, overwrite: true);
        System.IO.File.Move(beside, target, overwrite: true);
    }
}
