using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Tests.Support;
using Microsoft.Data.Sqlite;

namespace MediaInfo.LocalStorage.Tests.Database;

[Trait("Platform", "Linux")]
public sealed class LocalDatabaseTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void A_second_user_of_the_folder_is_refused_with_the_folders_name()
    {
        _database.Open();
        using var second = _database.New();

        var refusal = Assert.Throws<IOException>(() => second.Open());

        Assert.Contains(_database.Directory, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("used by another process", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void The_folder_is_free_again_after_the_end()
    {
        _database.Open();
        _database.Reopen();

        Assert.Empty(_database.All());
    }

    [Fact]
    public void Opening_twice_is_opening_once()
    {
        Assert.True(_database.Database.Open());
        Assert.False(_database.Database.Open());

        Assert.Empty(_database.All());
    }

    [Fact]
    public void The_database_is_readable_by_its_owner_only()
    {
        _database.Open();

        Assert.True(OwnerOnly.Is(_database.File));
        Assert.True(OwnerOnly.Is(_database.File + "-wal"));
    }

    [Fact]
    public void No_other_user_can_lock_the_folder()
    {
        _database.Open();

        Assert.True(OwnerOnly.Is(Path.Combine(_database.Directory, "lock")));
    }

    [Fact]
    public void A_copy_that_was_put_back_becomes_readable_by_its_owner_only()
    {
        _database.Open();
        _database.Close();
        FileModes.Set(_database.File, (UnixFileMode)0b110_100_100);

        _database.Reopen();

        Assert.True(OwnerOnly.Is(_database.File));
        Assert.True(OwnerOnly.Is(_database.File + "-wal"));
    }

    [Fact]
    public async Task What_a_link_leads_to_and_what_is_not_ours_keeps_its_mode()
    {
        const UnixFileMode mode = (UnixFileMode)0b110_100_100;
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["theirs"], new string('?', 5_000));
        FileModes.Set(folder["theirs"], mode);
        Directory.CreateDirectory(_database.Directory);
        File.CreateSymbolicLink(_database.File, folder["theirs"]);

        Assert.Throws<IOException>(_database.Open);
        Assert.Equal(mode, FileModes.Of(folder["theirs"]));

        File.Delete(_database.File);
        File.Copy(folder["theirs"], _database.File);
        FileModes.Set(_database.File, mode);
        using var again = _database.New();
        Assert.Throws<IOException>(() => again.Open());
        Assert.Equal(mode, FileModes.Of(_database.File));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_database_is_named()
    {
        Directory.CreateDirectory(_database.File);

        Assert.Equal($"The database {_database.File} is a folder", Assert.Throws<IOException>(_database.Open).Message);
    }

    [Fact]
    public async Task A_damaged_file_is_reported_and_left_alone()
    {
        _database.Open();
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => _database.AddAsync($"{i:d6}{new string('x', 100)}")));
        _database.Close();
        var bytes = await File.ReadAllBytesAsync(_database.File);
        bytes.AsSpan(bytes.Length / 2, 8 * 1024).Fill(0xA5);
        await File.WriteAllBytesAsync(_database.File, bytes);
        using var again = _database.New();

        var refusal = Assert.Throws<IOException>(() => again.Open());

        Assert.Contains(_database.File, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_database.File));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_reported_and_left_alone()
    {
        _database.Open();
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => _database.AddAsync($"{i:d6}{new string('x', 100)}")));
        _database.Close();
        var bytes = (await File.ReadAllBytesAsync(_database.File))[..^(40 * 4096)];
        await File.WriteAllBytesAsync(_database.File, bytes);
        using var again = _database.New();

        var refusal = Assert.Throws<IOException>(() => again.Open());

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_database.File));
    }

    [Fact]
    public async Task A_damaged_log_gives_what_was_written_before_the_damage()
    {
        using var crashed = new TestDatabase();
        Directory.CreateDirectory(crashed.Directory);
        _database.Open();
        for (var i = 0; i < 20; i++)
        {
            await _database.AddAsync($"{i:d2}");
        }

        // What a killed process leaves.
        File.Copy(_database.File, crashed.File);
        var log = await ReadSharedAsync(_database.File + "-wal");
        log.AsSpan(log.Length - (8 * 1024), 1024).Fill(0xA5);
        await File.WriteAllBytesAsync(crashed.File + "-wal", log);

        crashed.Open();

        Assert.InRange(crashed.All().Count, 15, 19);
        Assert.Equal(Enumerable.Range(0, crashed.All().Count).Select(i => $"{i:d2}"), crashed.All());
        await crashed.AddAsync("new");
        crashed.Reopen();
        Assert.Contains("new", crashed.All());
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_reported_and_left_alone()
    {
        Directory.CreateDirectory(_database.Directory);
        await File.WriteAllTextAsync(_database.File, new string('?', 5_000));

        var refusal = Assert.Throws<IOException>(_database.Open);

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(new string('?', 5_000), await File.ReadAllTextAsync(_database.File));
    }

    [Fact]
    public void A_database_of_another_program_is_not_touched()
    {
        Directory.CreateDirectory(_database.Directory);
        Run("CREATE TABLE theirs (a)");

        var refusal = Assert.Throws<IOException>(_database.Open);

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Run("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_not_touched()
    {
        _database.Open();
        _database.Close();
        Run("PRAGMA user_version = 1000");
        using var again = _database.New();

        var refusal = Assert.Throws<IOException>(() => again.Open());

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_that_was_interrupted_runs_again()
    {
        // A crash before the first script was committed leaves an empty database.
        Directory.CreateDirectory(_database.Directory);
        Run("PRAGMA journal_mode = WAL");

        _database.Open();

        Assert.Empty(_database.All());
        Assert.Equal(2L, Run("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_created_is_an_IO_error_with_a_sentence()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["file"], "");
        using var database = new LocalDatabase(new LocalStorageOptions { Directory = folder["file", "data"] });

        var refusal = Assert.Throws<IOException>(() => database.Open());
        Assert.Contains("cannot be written", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_never_used_twice_even_by_later_processes()
    {
        _database.Open();
        var first = await _database.Database.WriteAsync(session => session.NextVersion(), default);
        _database.Reopen();
        var second = await _database.Database.WriteAsync(session => session.NextVersion(), default);

        Assert.True(second >= first + VersionNumbers.Block - 1, $"{first}, {second}");
    }

    [Fact]
    public async Task The_log_stays_bounded_under_steady_writes()
    {
        _database.Open();
        for (var i = 0; i < 60; i++)
        {
            await _database.AddAsync($"{i}{new string('x', 500_000)}");
        }

        // Thirty megabytes were written, and the log is copied into the database every eight.
        Assert.InRange(new FileInfo(_database.File + "-wal").Length, 1, 20_000_000);
    }

    [Fact]
    public async Task A_clean_end_leaves_one_file()
    {
        _database.Open();
        await _database.AddAsync("one");

        _database.Close();

        Assert.Equal(
            ["lock", "mediainfo.db"],
            Directory.GetFiles(_database.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
