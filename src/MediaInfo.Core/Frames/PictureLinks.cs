using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Frames;

/// <summary>The addresses of what a job made.</summary>
public sealed class PictureLinks(IObjectLinks links, ObjectAccess access)
{
    /// <summary>Signed addresses of pictures, without those that the account may no longer read.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(
        string account, IEnumerable<Picture> pictures, TimeSpan lifetime, CancellationToken cancellationToken) =>
    [
        .. (await Task.WhenAll(pictures.Select(picture => OfAsync(account, picture.File, lifetime, cancellationToken))))
            .OfType<string>(),
    ];

    /// <summary>The signed address of a file; null if there is none, or the account may not read it.</summary>
    public async Task<string?> OfAsync(
        string account, ObjectRef? file, TimeSpan lifetime, CancellationToken cancellationToken) =>
        // What a job's own list of files names in the service's bucket is the job's.
        file is not null && (OwnBucket.Is(file.Bucket) || access.MayRead(account, file.Bucket))
            ? (await links.SignAsync(file, lifetime, cancellationToken))?.AbsoluteUri
            : null;
}
