namespace MediaInfo.TestSupport;

/// <summary>
/// A test's own storage emulator on free loopback ports. It can be stopped and restarted on the same ports.
/// </summary>
/// <param name="folder">Where its data survives a restart; null keeps everything in memory.</param>
public sealed class AzuriteProcess(string? folder = null) : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    /// <summary>The emulator's well-known key, the same in every Azurite.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Another account of the emulator with the same key.
    private const string OtherAccount = "otheraccount";

    private const int Attempts = 3;
    private static readonly string[] Services = ["blob", "queue", "table"];

    private static readonly Dictionary<string, string?> Accounts = new(StringComparer.Ordinal)
    {
        ["AZURITE_ACCOUNTS"] = $"{Account}:{Key};{OtherAccount}:{Key}",
    };

    private IReadOnlyList<int> _ports = LoopbackPorts.TakeFree(3);
    private ServerProcess? _process;
    private bool _portsAreOurs;

    /// <summary>The blob service's address.</summary>
    public Uri BlobEndpoint => Endpoint(0);

    /// <summary>The queue service's address.</summary>
    public Uri QueueEndpoint => Endpoint(1);

    /// <summary>The table service's address.</summary>
    public Uri TableEndpoint => Endpoint(2);

    /// <summary>Connects to this emulator.</summary>
    public string ConnectionString => $"{ConnectionStringTo(BlobEndpoint, QueueEndpoint)}TableEndpoint={TableEndpoint};";

    /// <summary>Connects to another account of this emulator, which shares no data with the first.</summary>
    public string OtherConnectionString => ConnectionString.Replace(Account, OtherAccount, StringComparison.Ordinal);

    /// <summary>Connects with the emulator's account through other addresses, such as those of a proxy.</summary>
    public static string ConnectionStringTo(Uri blobs, Uri queues) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={blobs};QueueEndpoint={queues};";

    /// <summary>Starts it and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message holds its output.</exception>
    public async Task StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _process =
                    await ServerProcess.StartAsync("node", Arguments(), [BlobEndpoint, QueueEndpoint, TableEndpoint], Accounts);
                _portsAreOurs = true;
                return;
            }
            catch (InvalidOperationException) when (attempt < Attempts && !_portsAreOurs)
            {
                _ports = LoopbackPorts.TakeFree(3);
            }
        }
    }

    /// <summary>Stops it; does nothing if it is not running.</summary>
    /// <remarks>With a folder it shuts down in order, because a killed emulator loses the writes of its last seconds.</remarks>
    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await (folder is null ? process.DisposeAsync() : process.StopAsync());
        }
    }

    /// <summary>
    /// Kills it as a power cut would; does nothing if it is not running. The writes of its last seconds are lost.
    /// </summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync();

    private Uri Endpoint(int index) => new($"http://127.0.0.1:{_ports[index]}/{Account}");

    private List<string> Arguments()
    {
        var script = RepositoryRoot.Combine("node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            throw new FileNotFoundException("Azurite is not installed; run 'npm ci' at the repository's root", script);
        }

        List<string> arguments = [script, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--loose"];
        arguments.AddRange(folder is null ? ["--inMemoryPersistence"] : ["--location", folder]);
        foreach (var (service, port) in Services.Zip(_ports))
        {
            arguments.AddRange([$"--{service}Host", "127.0.0.1", $"--{service}Port", $"{port}"]);
        }

        return arguments;
    }
}
