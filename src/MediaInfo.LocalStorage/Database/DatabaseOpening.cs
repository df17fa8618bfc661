using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;

namespace MediaInfo.LocalStorage.Database;

/// <summary>Checks a database before its first use, and brings it to the current form.</summary>
internal static class DatabaseOpening
{
    /// <summary>
    /// A larger file is not read in full at every start; damage that a start does not find, the first use of the page does.
    /// </summary>
    public const long LargestFullCheck = 256 * 1024 * 1024;

    private const string Sound = "ok";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens the session that writes.</summary>
    /// <param name="path">The database file; created if missing.</param>
    /// <param name="versions">Begins its block.</param>
    /// <exception cref="IOException">The file is damaged, foreign, of a newer version, or cannot be written.</exception>
    public static Session OpenWriter(string path, VersionNumbers versions)
    {
        Session? session = null;
        try
        {
            CreateForOwner(path);
            session = Session.Open(path, versions);
            Check(session, path);
            KeepForOwner(path);
            Prepare(session);
            Migrate(session);
            versions.Begin(TakeBlock(session));
            return session;
        }
        catch (Exception e)
        {
            session?.Dispose();
            throw e is SqliteException fault ? fault.AsIOException(path) : e;
        }
    }

    // The database holds callers' data and keys of theirs. Its log takes its mode from it.
    private static void CreateForOwner(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"The database {path} is a folder");
        }

        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            using var file = new FileStream(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = OwnerOnly,
                });
        }
    }

    // A copy that an operator put back has the mode that their tool gave it. Only what was found to be ours is changed, and
    // nothing that a link leads to.
    private static void KeepForOwner(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
        {
            if (!OperatingSystem.IsWindows()
                && new FileInfo(file) is { Exists: true, LinkTarget: null }
                && (File.GetUnixFileMode(file) | OwnerOnly) != OwnerOnly)
            {
                KeepForOwnerOnUnix(file);
            }
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void KeepForOwnerOnUnix(string file)
    {
        try
        {
            File.SetUnixFileMode(file, OwnerOnly);
        }
        catch (UnauthorizedAccessException)
        {
            // Another user owns it and decides who may read it.
        }
    }

    private static void Check(Session session, string path)
    {
        // Until the file is known to be sound, and ours, nothing may write to it: not even what the log still holds.
        session.LeaveLogAlone(true);
        var (version, owner) = (Number(session, "PRAGMA user_version"), Number(session, "PRAGMA application_id"));
        var isNew = Number(session, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && owner != Schema.ApplicationId)
        {
            throw new IOException($"{path} is a database of another program");
        }

        if (version > Schema.Scripts.Count)
        {
            throw new IOException(
                $"The database {path} was written by a newer version of this service (form {version}; this one knows "
                + $"{Schema.Scripts.Count})");
        }

        if (!isNew && new FileInfo(path).Length <= LargestFullCheck
            && session.Ask("PRAGMA quick_check(1)") is var finding and not Sound)
        {
            throw new IOException(DatabaseFaults.Damaged(path, finding ?? "no answer"));
        }
    }

    private static void Prepare(Session session)
    {
        session.LeaveLogAlone(false);
        session.Execute("PRAGMA journal_mode = WAL");

        // The log is copied into the database every 8 MiB, and its file is cut to 64 MiB if it ever grew beyond.
        session.Execute("PRAGMA wal_autocheckpoint = 2000");
        session.Execute("PRAGMA journal_size_limit = 67108864");
        session.Execute("PRAGMA cache_size = -16000");
        session.Execute("PRAGMA temp_store = MEMORY");
    }

    private static void Migrate(Session session)
    {
        for (var done = Number(session, "PRAGMA user_version"); done < Schema.Scripts.Count; done++)
        {
            session.Execute(string.Create(
                CultureInfo.InvariantCulture,
                $"BEGIN IMMEDIATE; {Schema.Scripts[(int)done]} PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {done + 1}; COMMIT"));
        }
    }

    private static long TakeBlock(Session session)
    {
        using var take = session.Use("UPDATE counters SET value = value + ?1 WHERE name = 'versions' RETURNING value - ?1");
        take.Bind(1, VersionNumbers.Block).Step();
        var first = take.Number(0);
        while (take.Step())
        {
            // The statement takes effect once it has run to its end.
        }

        return first;
    }

    private static long Number(Session session, string sql)
    {
        using var statement = session.Use(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }
}
