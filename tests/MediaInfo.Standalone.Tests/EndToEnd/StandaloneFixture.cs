using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>A storage emulator, a bucket and an ffprobe for tests that run the program in its own process.</summary>
public sealed class StandaloneFixture : IAsyncLifetime, IDisposable
{
    /// <summary>The name of the collection of tests that share it and run one after another.</summary>
    public const string Collection = "Standalone";

    /// <summary>The bucket.</summary>
    public const string Bucket = "example-bucket";

    /// <summary>The key for the details of health.</summary>
    public const string HealthKey = "health-key-of-tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-standalone-").FullName;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>The emulator.</summary>
    public AzuriteProcess Azurite { get; init; } = new();

    /// <summary>What the program stores.</summary>
    public StoredState Stored { get; private set; } = null!;

    /// <summary>The real ffprobe.</summary>
    public string Ffprobe => Path.Combine(_folder, "ffprobe");

    /// <summary>A script that runs the real one, unless the object's name asks for a fault.</summary>
    public FaultyFfprobe FaultyFfprobe { get; private set; } = null!;

    /// <summary>A script that crashes on objects with a service's name, as static builds do.</summary>
    public string UnfitFfprobe => Path.Combine(_folder, "unfit-ffprobe");

    /// <summary>Starts the program on the storage and waits until it listens.</summary>
    public async Task<StandaloneProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var process = StandaloneProcess.Start(Settings(settings));
        try
        {
            await process.ListensAsync();
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The program's environment: storage, ffprobe, short holds, no throttling, and what the test adds or overrides.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = Azurite.ConnectionString,
            ["MediaInfo__Probe__FfprobePath"] = Ffprobe,
            ["MediaInfo__Health__Key"] = HealthKey,
            ["MediaInfo__Worker__VisibilityTimeout"] = "00:00:05",

            // Tests analyse few objects many times, and each job is to run its ffprobe.
            ["MediaInfo__Probe__RememberedObjects"] = "0",

            // Tests of other things can send as fast as the machine can.
            ["MediaInfo__Gateway__RequestsPerSecond"] = "10000",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        // The scripts around ffprobe start other programs.
        if (!string.Equals(settings["MediaInfo__Probe__FfprobePath"], Ffprobe, StringComparison.Ordinal))
        {
            settings.TryAdd("MediaInfo__Probe__Sandbox", "Off");
        }

        return settings;
    }

    /// <summary>Uploads a clip of the repository with that key.</summary>
    public async Task UploadAsync(string key, string name = "sample.mp4")
    {
        await using var clip = File.OpenRead(RepositoryRoot.Combine("tests", "media", name));
        await Stored.Bucket.GetBlobClient(key).UploadAsync(clip, overwrite: true);
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var ffprobe = RepositoryTools.Ffprobe;
        File.Copy(ffprobe, Ffprobe);
        Executable.Make(Ffprobe);
        FaultyFfprobe = new FaultyFfprobe(_folder, Ffprobe);
        await File.WriteAllTextAsync(
            UnfitFfprobe,
            $"#!/bin/sh\nulimit -c 0\ncase \"$*\" in *service.ts*) kill -SEGV $$ ;; esac\nexec '{Ffprobe}' \"$@\"\n");
        Executable.Make(UnfitFfprobe);
        await Azurite.StartAsync();
        var blobs = new BlobClientOptions { Transport = new HttpClientTransport(_http) };
        var queues =
            new QueueClientOptions { Transport = new HttpClientTransport(_http), MessageEncoding = QueueMessageEncoding.None };
        Stored = new StoredState(
            new BlobServiceClient(Azurite.ConnectionString, blobs), new QueueServiceClient(Azurite.ConnectionString, queues));
        await Stored.Bucket.CreateAsync();

        // The first message would create them, but a test may look into them earlier.
        await Stored.Analyses.CreateAsync();
        await Stored.Callbacks.CreateAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
