using MediaInfo.Api.Huawei.Mpc.Wire;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Where a task's metadata file is written.</summary>
internal static class MpcOutput
{
    /// <summary>The file's name: the caller's choice, or else the task's id.</summary>
    public static string NameOf(ObsObjInfo output, string taskId) =>
        string.IsNullOrEmpty(output.FileName) ? $"{taskId}.json" : output.FileName;

    /// <summary>The object: the name within the directory. Slashes around the directory are ignored.</summary>
    public static ObjectRef TargetOf(ObsObjInfo output, string taskId)
    {
        var directory = (output.Object ?? "").Trim('/');
        var name = NameOf(output, taskId);
        return new ObjectRef(output.Bucket!, directory.Length == 0 ? name : $"{directory}/{name}");
    }
}
