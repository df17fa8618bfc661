namespace MediaInfo.LocalStorage.Database;

/// <summary>Documents by number, apart from the tables that lists read.</summary>
internal static class Documents
{
    /// <summary>Adds a document.</summary>
    public static void Add(Session session, long number, ReadOnlySpan<byte> json)
    {
        using var add = session.Use("INSERT INTO documents (number, document) VALUES (?1, ?2)");
        add.Bind(1, number).Bind(2, json).Run();
    }

    /// <summary>Replaces a document.</summary>
    public static void Replace(Session session, long number, ReadOnlySpan<byte> json)
    {
        using var replace = session.Use("UPDATE documents SET document = ?2 WHERE number = ?1");
        replace.Bind(1, number).Bind(2, json).Run();
    }

    /// <summary>Removes a document.</summary>
    public static void Remove(Session session, long number)
    {
        using var remove = session.Use("DELETE FROM documents WHERE number = ?1");
        remove.Bind(1, number).Run();
    }
}
