namespace MediaInfo.Core.Objects.Uploads;

/// <summary>Creates signed URLs to which anyone can send one object for a limited time.</summary>
public interface IObjectUploads
{
    /// <summary>Whether storage can have an object of that name. Makes no storage requests.</summary>
    bool CanHave(ObjectRef target);

    /// <summary>Creates a URL that grants what the upload says, and nothing else, until it expires.</summary>
    /// <param name="upload">
    /// The object. Azure Storage can't sign its size: there the URL takes an object of any size.
    /// </param>
    /// <param name="lifetime">How long the URL is valid.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The address; null if this service is not allowed to delegate access, or no object can have the name.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    Task<UploadAddress?> SignAsync(ObjectUpload upload, TimeSpan lifetime, CancellationToken cancellationToken);
}
