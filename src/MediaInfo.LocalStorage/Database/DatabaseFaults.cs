using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MediaInfo.LocalStorage.Database;

/// <summary>Says what a failure of SQLite means for the operator.</summary>
internal static class DatabaseFaults
{
    /// <summary>The failure as the ports report it: something that may pass.</summary>
    public static IOException AsIOException(this SqliteException fault, string path) => new(Sentence(fault, path), fault);

    private static string Sentence(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk of {path} is full",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN => $"The database {path} cannot be written",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path, fault.Message),
        _ => $"The database {path} failed: {fault.Message}",
    };

    /// <summary>The sentence for a damaged file.</summary>
    public static string Damaged(string path, string finding) =>
        $"The database {path} is damaged and was left as it is ({finding}). Restore a copy of it, or move it away to begin with an "
        + "empty one";
}
