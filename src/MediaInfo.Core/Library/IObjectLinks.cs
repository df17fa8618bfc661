using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>Makes addresses by which anybody can read an object for a while.</summary>
public interface IObjectLinks
{
    /// <summary>An address that reads the object, and can do nothing else, until its time is over.</summary>
    /// <param name="source">The object, there or not.</param>
    /// <param name="lifetime">How long it is good for.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The address; null when this service holds no right to give others a right.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; try again.</exception>
    Task<Uri?> SignAsync(ObjectRef source, TimeSpan lifetime, CancellationToken cancellationToken);
}
