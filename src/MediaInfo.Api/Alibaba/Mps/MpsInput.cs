using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Reads the Input parameter: {"Bucket", "Location", "Object"}, with the object's key percent-encoded once.</summary>
public sealed class MpsInput(ObjectAccess access)
{
    /// <summary>The object that the parameter names, or why the account may not read it.</summary>
    public (ObjectRef? Source, RpcError? Error) Parse(string account, string json)
    {
        if (json.Length > ObjectRef.MaxTextLength)
        {
            return (null, MpsErrors.OutOfRange("Input"));
        }

        if (Read(json) is not { } input)
        {
            return (null, MpsErrors.NoJsonObject("Input"));
        }

        if (Problem(account, input) is { } problem)
        {
            return (null, problem);
        }

        // A key without "%" decodes to itself, and "+" stays, so both the documented form and a bare key work.
        var source = new ObjectRef(input.Bucket!, Uri.UnescapeDataString(input.Object!));
        return source.Key.Length > ObjectRef.MaxKeyLength ? (null, MpsErrors.OutOfRange("Object")) : (source, null);
    }

    /// <summary>
    /// The key that the parameter names if it was encoded as forms are; see <see cref="ObjectRef.FormKeyOf"/>.
    /// </summary>
    public static string? FormKeyOf(string json) => Read(json)?.Object is { } key ? ObjectRef.FormKeyOf(key) : null;

    /// <summary>The input as submitted; null if the text is not such a JSON object.</summary>
    internal static Wire.JobInput? Read(string json) =>
        CallerJson.OrNull(() => JsonSerializer.Deserialize(json, MpsJson.Wire.JobInput));

    private RpcError? Problem(string account, Wire.JobInput input)
    {
        foreach (var (name, value) in new[] { ("Bucket", input.Bucket), ("Location", input.Location), ("Object", input.Object) })
        {
            if (string.IsNullOrEmpty(value))
            {
                return value is null ? MpsErrors.Null(name) : MpsErrors.Empty(name);
            }
        }

        return !access.ServesLocation(input.Location!) ? MpsErrors.NotSupported("Location")
            : !access.MayRead(account, input.Bucket!) ? MpsErrors.ResourceDenied
            : null;
    }
}
