using MediaInfo.Standalone.Tests.EndToEnd;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>The program, repeatedly killed and restarted.</summary>
public sealed class MortalStandalone(IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private StandaloneProcess _process = StandaloneProcess.Start(settings);

    /// <summary>The current process.</summary>
    public StandaloneProcess Process => Volatile.Read(ref _process);

    /// <summary>Kills it, even while it starts, and starts another without waiting for that one.</summary>
    public async Task ReplaceAsync()
    {
        var killed = Process;
        await killed.KillAsync();
        Volatile.Write(ref _process, StandaloneProcess.Start(settings));
        await killed.DisposeAsync();
    }

    /// <summary>Submits an analysis of the object until it is accepted.</summary>
    /// <returns>The job's id, and the number of attempts without an answer.</returns>
    public async Task<(string JobId, int Unanswered)> SubmitAsync(string key)
    {
        for (var unanswered = 0; ; await Task.Delay(50))
        {
            var process = Process;
            if (!process.Listens)
            {
                continue;
            }

            try
            {
                using var client = new RpcClient(process.Endpoint);
                return (await client.SubmitAsync(key), unanswered);
            }
            catch (HttpRequestException)
            {
                unanswered++;
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
