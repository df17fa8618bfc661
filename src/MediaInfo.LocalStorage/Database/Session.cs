using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MediaInfo.LocalStorage.Database;

/// <summary>A connection to the database with its prepared statements. Used by one thread at a time.</summary>
public sealed class Session : IDisposable
{
    private const int BusyMilliseconds = 5_000;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly VersionNumbers? _versions;

    private Session(SqliteConnection connection, VersionNumbers? versions) => (_connection, _versions) = (connection, versions);

    /// <summary>Whether a transaction is open. SQLite itself ends one after some failures.</summary>
    internal bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Opens a session.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="versions">Numbers for what the session writes; null for a session that only reads.</param>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static Session Open(string path, VersionNumbers? versions)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = versions is null ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
            var session = new Session(connection, versions);
            if (versions is null)
            {
                session.Execute("PRAGMA query_only = 1");
            }

            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The statement, ready to be bound. It is parsed at its first use only.</summary>
    public Statement Use(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new Statement(_connection.Handle!, sql));
        }

        return statement;
    }

    /// <summary>Runs one or more statements without parameters and results. They are not kept.</summary>
    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, as text; null if there is none.</summary>
    public string? Ask(string sql)
    {
        using var statement = Use(sql);
        return statement.Step() ? statement.OptionalText(0) : null;
    }

    /// <summary>A number that no other version, message or receipt of this database has.</summary>
    public long NextVersion() =>
        _versions?.Next() ?? throw new InvalidOperationException("A session that only reads has no version numbers");

    /// <summary>Whether closing leaves the log as it is, instead of copying it into the database.</summary>
    internal void LeaveLogAlone(bool leaves) =>
        _ = raw.sqlite3_db_config(_connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leaves ? 1 : 0, out _);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Free();
        }

        _statements.Clear();
        _connection.Dispose();
    }
}
