using MediaInfo.Standalone.Tests.EndToEnd;
using MediaInfo.TestSupport;
using Microsoft.Data.Sqlite;

namespace MediaInfo.Standalone.Tests.Embedded;

/// <summary>A data folder with a bucket of media, for a Standalone that needs nothing beside it.</summary>
public sealed class EmbeddedStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-").FullName;

    public EmbeddedStore()
    {
        Directory.CreateDirectory(Path.Combine(Media, StandaloneFixture.Bucket));

        // The package has it without permission to run.
        System.IO.File.Copy(
            RepositoryTools.Ffprobe, Ffprobe);
        Executable.Make(Ffprobe);
        Faulty = new FaultyFfprobe(_folder, Ffprobe);
    }

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>The database file.</summary>
    public string File => Path.Combine(Data, "mediainfo.db");

    /// <summary>The media folder.</summary>
    public string Media => Path.Combine(_folder, "media");

    /// <summary>An ffprobe that is slow on some objects.</summary>
    public FaultyFfprobe Faulty { get; }

    private string Ffprobe => Path.Combine(_folder, "ffprobe");

    /// <summary>The program's environment.</summary>
    public IReadOnlyDictionary<string, string> Settings(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = "",
            ["MediaInfo__Storage__Local__Directory"] = Data,
            ["MediaInfo__Storage__Local__Media"] = Media,
            ["MediaInfo__Probe__FfprobePath"] = Ffprobe,
            ["MediaInfo__Gateway__RequestsPerSecond"] = "10000",

            // Tests analyse few objects many times, and each job is to run its ffprobe.
            ["MediaInfo__Probe__RememberedObjects"] = "0",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>Starts the program, and waits until it listens.</summary>
    public async Task<StandaloneProcess> StartAsync(params (string Name, string Value)[] more)
    {
        var process = StandaloneProcess.Start(Settings(more));
        await process.ListensAsync();
        return process;
    }

    /// <summary>Copies a clip of the repository into the bucket.</summary>
    public void Put(string key, string clip = "sample.mp4") =>
        System.IO.File.Copy(RepositoryRoot.Combine("tests", "media", clip), Path.Combine(Media, StandaloneFixture.Bucket, key));

    /// <summary>The first column of a query's rows. The program must not run.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add($"{reader.GetValue(0)}");
        }

        return rows;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
