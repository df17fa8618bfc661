using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.LocalStorage;

/// <summary>Where Standalone keeps its data if no storage account is named. Section "Storage:Local".</summary>
/// <remarks>Azure Storage ignores all of them. <see href="../embedded-store.md">How it works</see>.</remarks>
public sealed record LocalStorageOptions : ISettings
{
    private const string MediaName = "media";
    private const int ShortestKey = 32;

    /// <summary>The folder for all that lasts. It is created if missing, and one process at a time may use it.</summary>
    [Required(ErrorMessage = "a folder")]
    public string Directory { get; init; } = "data";

    /// <summary>
    /// The folder whose subfolders are the buckets. Without it, <c>media</c> in <c>Storage:Local:Directory</c>. It must not
    /// contain that folder.
    /// </summary>
    public string? Media { get; init; }

    /// <summary><see href="../embedded-store.md#what-survives-what">What a write survives</see>.</summary>
    [EnumDataType(typeof(Durability), ErrorMessage = "PowerLoss or ProcessCrash")]
    public Durability Durability { get; init; } = Durability.PowerLoss;

    /// <summary>
    /// The address at which callers reach the service: signed addresses of objects begin with it. Without it, the address
    /// that the service listens on, with <c>localhost</c> for all of a machine's.
    /// </summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>
    /// A key of signed addresses. The first one signs, all of them are accepted; to change it, put the new one first and
    /// remove the old one after a day. Without any, a random key is kept in the data folder.
    /// </summary>
    public IReadOnlyList<string> LinkKeys { get; init; } = [];

    /// <summary>The full path of <see cref="Directory"/>; empty if that is blank, which is a wrong setting.</summary>
    public string Root => string.IsNullOrWhiteSpace(Directory) ? "" : Path.GetFullPath(Directory);

    /// <summary>The full path of the folder of buckets.</summary>
    public string MediaRoot => string.IsNullOrWhiteSpace(Media) ? Path.Combine(Root, MediaName) : Path.GetFullPath(Media);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (PublicAddress is { } address
            && !(address.IsAbsoluteUri
                && address.Scheme is "https" or "http"
                && address.Query.Length + address.Fragment.Length == 0))
        {
            yield return "PublicAddress must be an https or http URL without a query";
        }

        if (!string.IsNullOrWhiteSpace(Media) && $"{Root}{Path.DirectorySeparatorChar}".StartsWith(
            $"{MediaRoot.TrimEnd(Path.DirectorySeparatorChar)}{Path.DirectorySeparatorChar}", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Media must not contain Directory, or callers could read the service's own files";
        }

        for (var i = 0; i < LinkKeys.Count; i++)
        {
            if (LinkKeys[i].Length < ShortestKey)
            {
                yield return $"LinkKeys:{i} must have at least {ShortestKey} characters";
            }
        }
    }

    /// <summary>The folder; the keys are secret.</summary>
    public override string ToString() => Root;
}
