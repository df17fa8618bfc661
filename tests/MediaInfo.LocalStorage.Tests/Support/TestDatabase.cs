using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Tests.Support;

/// <summary>A database in a folder of its own, with statements that need no port.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestDatabase() => Database = New();

    public LocalDatabase Database { get; private set; }

    public string Directory => _folder["data"];

    public string File => Path.Combine(Directory, StorageNames.DatabaseFile);

    public LocalDatabase New() => new(new LocalStorageOptions { Directory = Directory });

    public void Open() => Database.Open();

    public void Reopen()
    {
        Close();
        Database = New();
        Open();
    }

    public void Close() => Database.Dispose();

    public static long Add(Session session, string nonce)
    {
        using var add = session.Use("INSERT INTO nonces (hour, digest) VALUES ('1', ?1)");
        return add.Bind(1, nonce).Run();
    }

    public Task<long> AddAsync(string nonce, CancellationToken cancellationToken = default) =>
        Database.WriteAsync(session => Add(session, nonce), cancellationToken);

    public IReadOnlyList<string> All() => Database.Read(session =>
    {
        using var list = session.Use("SELECT digest FROM nonces ORDER BY digest");
        var all = new List<string>();
        while (list.Step())
        {
            all.Add(list.Text(0));
        }

        return all;
    });

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }
}
