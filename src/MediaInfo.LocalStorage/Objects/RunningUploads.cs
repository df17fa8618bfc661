using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>The objects that are being sent now.</summary>
/// <remarks>
/// Many requests can use one address at once. Only one of them may write, or a few addresses would fill the disk.
/// </remarks>
public sealed class RunningUploads(UploadOptions options)
{
    private readonly HashSet<ObjectRef> _targets = [];

    /// <summary>Lets an upload begin; otherwise tells why it may not.</summary>
    internal UploadStatus? Begin(ObjectRef target)
    {
        lock (_targets)
        {
            if (_targets.Contains(target))
            {
                return UploadStatus.InProgress;
            }

            if (_targets.Count >= options.AtOnce)
            {
                return UploadStatus.TooMany;
            }

            _targets.Add(target);
            return null;
        }
    }

    /// <summary>Ends an upload that had begun.</summary>
    internal void End(ObjectRef target)
    {
        lock (_targets)
        {
            _targets.Remove(target);
        }
    }
}
