using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;

namespace MediaInfo.TestSupport.Memory;

/// <summary>A service that may not delegate access, so nobody can upload.</summary>
public sealed class NoObjectUploads : IObjectUploads
{
    public bool CanHave(ObjectRef target) => true;

    public Task<UploadAddress?> SignAsync(ObjectUpload upload, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Task.FromResult<UploadAddress?>(null);
}
