using MediaInfo.Core.Objects;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.Playlists;

/// <summary>Resolves the references of a DASH manifest (ISO/IEC 23009-1, 5.6).</summary>
/// <param name="manifest">The manifest's URL.</param>
/// <param name="isOwn">Whether a URL names an object of the manifest's bucket.</param>
internal sealed class DashAddresses(Uri manifest, Func<Uri, bool> isOwn)
{
    // Alternatives that a player may choose from, such as servers of several networks.
    private const int MaxAlternatives = 16;

    /// <summary>The addresses of a manifest in storage.</summary>
    public static DashAddresses In(ObjectRef manifest, ObjectUrl urls) =>
        new(new Uri(ObjectUrl.Of(manifest)), url => urls.KeyIn(manifest.Bucket, url.AbsoluteUri) is not null);

    /// <summary>The URL to which references of a level are relative; null if there is none.</summary>
    /// <param name="above">The same of the level above; null at the top.</param>
    /// <param name="alternatives">The level's own addresses.</param>
    public Uri? Base(Uri? above, IReadOnlyList<string> alternatives)
    {
        var all = alternatives.Take(MaxAlternatives).Select(one => Resolve(above ?? manifest, one)).OfType<Uri>().ToList();
        return alternatives.Count == 0 ? above ?? manifest : all.Find(one => isOwn(one)) ?? all.FirstOrDefault();
    }

    /// <summary>A reference as a URL; null if it is none, or too long.</summary>
    public static Uri? Resolve(Uri above, string reference) =>
        reference.Length <= ObjectRef.MaxTextLength
        && Uri.TryCreate(above, reference, out var url)
        && url.AbsoluteUri.Length <= ObjectRef.MaxTextLength
            ? url
            : null;
}
