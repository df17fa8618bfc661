using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Objects;

namespace MediaInfo.Standalone.Commands.Sources;

/// <summary>One file or URL to probe, as an object in a store.</summary>
/// <param name="Store">The store; playlists may name other objects in it.</param>
/// <param name="Object">The object.</param>
/// <param name="Address">What the user calls it.</param>
internal sealed record ProbeSource(IObjectStore Store, ObjectRef Object, string Address) : IDisposable
{
    /// <summary>Why it cannot be read; null if nothing is known to be wrong.</summary>
    public string? Problem { get; private init; }

    /// <summary>The source that a command line names: an address with a scheme, or else a path.</summary>
    public static ProbeSource Of(string text, TimeProvider time)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return OfFile(text);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && WebStore.Serves(address)
            ? new ProbeSource(new WebStore(address, time), WebStore.ObjectOf(address), address.AbsoluteUri)
            : Unusable(text, "only files, and http and https addresses, can be probed");
    }

    /// <inheritdoc />
    public void Dispose() => (Store as IDisposable)?.Dispose();

    private static ProbeSource OfFile(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return Unusable(path, "this is no path");
        }

        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? Unusable(path, "this is a folder")
            : !File.Exists(full) ? Unusable(path, path is "-" ? "standard input cannot be probed" : "there is no such file")
            : !RegularFile.Is(full) ? Unusable(path, "this is a pipe or a device, which has no size; save it as a file first")
            : new ProbeSource(
                new FolderStore(Path.GetDirectoryName(full)!, Path.GetFileName(full)), FolderStore.ObjectOf(full), path);
    }

    private static ProbeSource Unusable(string text, string problem) =>
        new(new FolderStore(Path.GetTempPath(), ""), new ObjectRef("", ""), text) { Problem = problem };
}
