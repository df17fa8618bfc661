using System.Security.Cryptography;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>
/// Gives files their names below the media folder. A file without one lies beside its place, and no key leads to it.
/// </summary>
/// <remarks>
/// Beside it, so that both are of one file system, where a name is given at once and the content is not copied.
/// </remarks>
internal static class ObjectNames
{
    /// <summary>A path for the file of a place before it has its name.</summary>
    public static string PathBeside(ObjectPath place) => Path.Combine(place.Folder, NewName());

    /// <summary>A name that no other file has.</summary>
    public static string NewName() =>
        FileNames.UnfinishedName(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    /// <summary>Gives a file its name, and waits until the disk has it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="place">The name.</param>
    /// <param name="replaces">Whether a file that has the name loses it.</param>
    /// <returns>False if another file has the name and keeps it.</returns>
    /// <exception cref="IOException">The disk fails.</exception>
    public static bool TryGive(string path, ObjectPath place, bool replaces)
    {
        if (!(replaces ? Move(path, place, replaces: true) : TryLink(path, place) ?? Move(path, place, replaces: false)))
        {
            return false;
        }

        FolderSync.Flush(place.Folder);
        return true;
    }

    // .NET looks for the name before it moves a file, and another program could take the name in between.
    private static bool? TryLink(string path, ObjectPath place)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var isNew = LinuxFiles.TryLink(path, place.File);
        if (isNew == true)
        {
            File.Delete(path);
        }

        return isNew;
    }

    private static bool Move(string path, ObjectPath place, bool replaces)
    {
        try
        {
            File.Move(path, place.File, replaces);
            return true;
        }
        catch (IOException) when (!replaces && Path.Exists(place.File))
        {
            return false;
        }
    }
}
