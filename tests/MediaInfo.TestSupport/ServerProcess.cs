using System.Diagnostics;
using System.Text;

namespace MediaInfo.TestSupport;

/// <summary>A server that a test started, with its child processes. It never outlives the test process.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const int MaxOutput = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Its output so far, at most 16 KiB.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the program and waits until each address answers an HTTP request with any status.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="addresses">The addresses that must answer.</param>
    /// <param name="environment">Additional environment variables; null for none.</param>
    /// <exception cref="InvalidOperationException">It ended or did not answer; the message holds its output.</exception>
    public static async Task<ServerProcess> StartAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyList<Uri> addresses,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = RepositoryRoot.FullPath,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(start);
        try
        {
            await server.AnswersAsync(addresses);
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"{program} did not start. {e.Message} It wrote: {server.Output}", e);
        }
    }

    /// <summary>Asks it to end, and kills what is still running after half a minute.</summary>
    public async ValueTask StopAsync()
    {
        if (!OperatingSystem.IsWindows() && !_process.HasExited)
        {
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
                await kill.WaitForExitAsync(limit.Token);
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                // It is killed below.
            }
        }

        await DisposeAsync();
    }

    /// <summary>Kills it and everything it started.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AnswersAsync(IReadOnlyList<Uri> addresses)
    {
        using var http = new HttpClient();
        foreach (var address in addresses)
        {
            await Eventually.HoldsAsync($"an answer from {address}", async () =>
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"It ended with code {_process.ExitCode}.");
                }

                try
                {
                    using var answer = await http.GetAsync(address);
                    return true;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            });
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            if (line is not null && _output.Length + line.Length < MaxOutput)
            {
                _output.AppendLine(line);
            }
        }
    }

    private void OnExit(object? sender, EventArgs e) => _process.Kill(entireProcessTree: true);
}
