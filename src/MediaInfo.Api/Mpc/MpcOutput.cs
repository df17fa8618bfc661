using MediaInfo.Api.Mpc.Wire;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Mpc;

/// <summary>Where a task's metadata is written as a file.</summary>
internal static class MpcOutput
{
    /// <summary>The file's name: the one that the caller chose, else the task's id.</summary>
    public static string NameOf(ObsObjInfo output, string taskId) =>
        string.IsNullOrEmpty(output.FileName) ? $"{taskId}.json" : output.FileName;

    /// <summary>The object: the name in the directory. Slashes around the directory mean nothing.</summary>
    public static ObjectRef TargetOf(ObsObjInfo output, string taskId)
    {
        var directory = (output.Object ?? "").Trim('/');
        var name = NameOf(output, taskId);
        return new ObjectRef(output.Bucket!, directory.Length == 0 ? name : $"{directory}/{name}");
    }
}
