using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>
/// The built program in its own process on a free loopback port. It never outlives the test process, however that ends.
/// </summary>
public sealed partial class StandaloneProcess : IAsyncDisposable
{
    private static readonly TimeSpan ExitPatience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _process;
    private readonly Process _guard;

    private StandaloneProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _guard = Guard(_process.Id);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its standard output and standard error.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return $"{_output}{_errors}";
            }
        }
    }

    /// <summary>Its standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_output)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Its URL.</summary>
    public Uri Endpoint => ListeningOn().Match(Output) is { Success: true } match
        ? new Uri(match.Groups["address"].Value)
        : throw new InvalidOperationException($"It does not listen yet. It wrote: {Output}");

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it listens.</summary>
    public bool Listens => ListeningOn().IsMatch(Output);

    /// <summary>Starts it with the sample's settings and the given ones, which override them.</summary>
    /// <param name="settings">The given settings.</param>
    /// <param name="launcher">A program with arguments that runs the command after them; empty for none.</param>
    public static StandaloneProcess Start(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> launcher) =>
        Start("http://127.0.0.1:0", settings, launcher);

    /// <summary>The same, at another address.</summary>
    public static StandaloneProcess StartAt(string urls, IReadOnlyDictionary<string, string> settings) =>
        Start(urls, settings, []);

    /// <summary>Starts it with the given settings only.</summary>
    public static StandaloneProcess StartBare(IReadOnlyDictionary<string, string> settings) =>
        Start(["dotnet", Program(), "serve", "--urls", "http://127.0.0.1:0"], settings);

    private static StandaloneProcess Start(
        string urls, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> launcher) =>
        Start(
            [
                .. launcher,
                "dotnet",
                Program(),
                "--settings",
                RepositoryRoot.Combine("local.settings.sample.json"),
                "--urls",
                urls,
            ],
            settings);

    private static StandaloneProcess Start(string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(arguments[0], arguments[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // The storage clients use a proxy even for the loopback address.
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1,localhost";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new StandaloneProcess(start);
    }

    /// <summary>Waits until it listens.</summary>
    public Task ListensAsync() => ProcessPatience.HoldsAsync("Standalone listens", this, () => Task.FromResult(Listens));

    /// <summary>Kills it as a power cut would: only this process, not those that it started.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Its exit code, once it has ended.</summary>
    /// <exception cref="TimeoutException">It did not end; the message contains its output.</exception>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(ExitPatience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"Standalone did not end within {ExitPatience.TotalSeconds} s. It wrote: {Output}", e);
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();

        // The guard goes first, while the process id cannot have been reused.
        _guard.Kill();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
        _process.Dispose();
    }

    // Reads until the test process, which holds the other end of the pipe, ends in any way; then kills the program if it still
    // runs.
    private static Process Guard(int processId) => Process.Start(
        new ProcessStartInfo("/bin/sh", ["-c", "read -r line; kill -KILL \"$1\" 2>/dev/null", "guard", $"{processId}"])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        })!;

    private static string Program()
    {
        // Built beside the tests, in the same configuration.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var path = RepositoryRoot.Combine("artifacts", "bin", "MediaInfo.Standalone", configuration, "MediaInfo.Standalone.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("MediaInfo.Standalone is not built", path);
    }

    private void Keep(StringBuilder kept, string? line)
    {
        lock (_output)
        {
            if (line is not null)
            {
                kept.AppendLine(line);
            }
        }
    }

    [GeneratedRegex(
        @"Now listening on: (?<address>https?://127\.0\.0\.1:[0-9]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ListeningOn();
}
