using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>The files of uploads that have no name yet. The database knows them, so none outlives a process that died.</summary>
public sealed class UnfinishedFiles(MediaFolder media, LocalDatabase database)
{
    /// <summary>Records a file before it is created.</summary>
    internal Task AddAsync(ObjectRef target, string name, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            using var add = session.Use("INSERT INTO unfinished_files (bucket, key, name) VALUES (?1, ?2, ?3)");
            return add.Bind(1, target.Bucket).Bind(2, target.Key).Bind(3, name).Run();
        },
        cancellationToken);

    /// <summary>Removes a file, if it is there, and the folders that are empty then.</summary>
    /// <exception cref="IOException">The database fails. <see cref="RemoveAllAsync"/> removes the file.</exception>
    internal async Task RemoveAsync(ObjectPath place, string name)
    {
        if (TryRemove(place, name))
        {
            await ForgetAsync(name);
        }
    }

    /// <summary>Removes what a process that died left behind. What can't be removed now is removed at a later start.</summary>
    internal async Task RemoveAllAsync()
    {
        foreach (var (target, name) in database.Read(All))
        {
            await (media.Locate(target) is { } place ? RemoveAsync(place, name) : ForgetAsync(name));
        }
    }

    private Task<int> ForgetAsync(string name) => database.WriteSoonAsync(
        session =>
        {
            using var remove = session.Use("DELETE FROM unfinished_files WHERE name = ?1");
            return remove.Bind(1, name).Run();
        },
        CancellationToken.None);

    private static List<(ObjectRef Target, string Name)> All(Session session)
    {
        var all = new List<(ObjectRef, string)>();
        using var find = session.Use("SELECT bucket, key, name FROM unfinished_files");
        while (find.Step())
        {
            all.Add((new ObjectRef(find.Text(0), find.Text(1)), find.Text(2)));
        }

        return all;
    }

    private static bool TryRemove(ObjectPath place, string name)
    {
        try
        {
            if (Directory.Exists(place.Folder))
            {
                File.Delete(Path.Combine(place.Folder, name));
            }

            ObjectFolders.RemoveEmpty(place);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
