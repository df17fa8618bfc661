using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.LocalStorage;

/// <summary>Where the embedded store keeps its data, and how. Section "Storage:Local".</summary>
public sealed record LocalStorageOptions : ISettings
{
    private const string MediaName = "media";
    private const int ShortestKey = 32;

    /// <summary>The folder for all that lasts; created if missing. One process at a time may use it.</summary>
    [Required(ErrorMessage = "a folder")]
    public string Directory { get; init; } = "data";

    /// <summary>The folder whose subfolders are the buckets; null for "media" in <see cref="Directory"/>.</summary>
    public string? Media { get; init; }

    /// <summary>What a write survives.</summary>
    [EnumDataType(typeof(Durability), ErrorMessage = "PowerLoss or ProcessCrash")]
    public Durability Durability { get; init; } = Durability.PowerLoss;

    /// <summary>
    /// The address at which callers reach this service, the start of signed object URLs; null for the one it listens on.
    /// </summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>
    /// The keys of signed object URLs: the first one signs, all of them are accepted. Empty for a random key that is kept in
    /// <see cref="Directory"/>. Never logged.
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
