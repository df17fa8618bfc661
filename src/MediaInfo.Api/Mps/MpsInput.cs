using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Rpc;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Mps;

/// <summary>Reads the Input parameter: {"Bucket", "Location", "Object"}, the object's key percent-encoded once.</summary>
public sealed class MpsInput(ObjectAccess access)
{
    /// <summary>The object that the parameter names, or why it names none that the account may have read.</summary>
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

        // An object without "%" decodes to itself, and "+" stays: both the documented form and a bare key are understood.
        var source = new ObjectRef(input.Bucket!, Uri.UnescapeDataString(input.Object!));
        return source.Key.Length > ObjectRef.MaxKeyLength ? (null, MpsErrors.OutOfRange("Object")) : (source, null);
    }

    /// <summary>The input as it was submitted; null when the text is no such JSON object.</summary>
    internal static Wire.JobInput? Read(string json) => CallerJson.OrNull(() => JsonSerializer.Deserialize(json, MpsJson.Wire.JobInput));

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
