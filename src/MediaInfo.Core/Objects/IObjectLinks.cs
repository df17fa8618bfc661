namespace MediaInfo.Core.Objects;

/// <summary>Creates signed URLs that anyone can use to read an object for a limited time.</summary>
public interface IObjectLinks
{
    /// <summary>Creates a URL that grants read access to the object, and nothing else, until it expires.</summary>
    /// <param name="source">The object; it need not exist.</param>
    /// <param name="lifetime">How long the URL is valid.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The URL; null if this service is not allowed to delegate access.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    Task<Uri?> SignAsync(ObjectRef source, TimeSpan lifetime, CancellationToken cancellationToken);
}
