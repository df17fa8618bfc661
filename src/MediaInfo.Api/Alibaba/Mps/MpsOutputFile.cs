using System.Globalization;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>
/// Reads where pictures are written: {"Bucket", "Location", "Object"}, with the object's key percent-encoded once. Source:
/// "Screenshot OutputFile" of ApsaraVideo Media Processing, whose marks for parts of the input's name are replaced.
/// </summary>
public sealed class MpsOutputFile(ObjectAccess access)
{
    private const string TimeMark = "{SnapshotTime}";

    /// <summary>The object, which may have marks for numbers; or why the account may not write it.</summary>
    internal (ObjectRef? Target, RpcError? Error) Read(string account, ConfigObject file, ObjectRef source, FrameOrder order)
    {
        foreach (var name in new[] { "Bucket", "Location", "Object" })
        {
            if (file.Text(name, _ => true) is null)
            {
                return (null, file.Invalid is { } invalid ? MpsErrors.Invalid(invalid) : MpsErrors.Null($"{file.Name}.{name}"));
            }
        }

        var (bucket, key) = (TextOf(file, "Bucket"), Uri.UnescapeDataString(TextOf(file, "Object")));
        if (!access.ServesLocation(TextOf(file, "Location")))
        {
            return (null, MpsErrors.NotSupported("Location"));
        }

        if (!access.MayWrite(account, bucket))
        {
            return (null, MpsErrors.ResourceDenied);
        }

        if (order.Count != 1 && key.Contains(TimeMark, StringComparison.Ordinal))
        {
            return (null, MpsErrors.NotSupported($"{file.Name}.Object"));
        }

        var target = new ObjectRef(bucket, Named(key, source.Key, order.Start));
        return target.Key.Length > ObjectRef.MaxKeyLength ? (null, MpsErrors.OutOfRange("Object"))
            : ObjectRef.CanBeListed(target.Key) ? (target, null)
            : (null, MpsErrors.Invalid($"{file.Name}.Object"));
    }

    private static string TextOf(ConfigObject file, string name) => file.Text(name, _ => true) ?? "";

    private static string Named(string key, string source, TimeSpan time)
    {
        var name = source[(source.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return key
            .Replace("{ObjectPrefix}", source[..^name.Length], StringComparison.Ordinal)
            .Replace("{FileName}", dot < 0 ? name : name[..dot], StringComparison.Ordinal)
            .Replace("{ExtName}", dot < 0 ? "" : name[(dot + 1)..], StringComparison.Ordinal)
            .Replace(
                TimeMark, ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
