using MediaInfo.Api.Alibaba.Frames;
using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>Reads where a snapshot job writes its pictures.</summary>
/// <parameter name="Output" required="true" example='{"Type":"OSS","Media":"oss://example-bucket/demo/{Count}.jpg"}'>
/// Where to write, as JSON of the type <c>JobInput</c>, or flattened as Output.Type and Output.Media. The Type is OSS. The
/// account needs the bucket with Access ReadWrite. Several snapshots need <c>{Count}</c> in the name, sprites
/// <c>{TileCount}</c>: five digits take their place. A WebVTT file's name ends in .vtt; its pictures are in a folder of its
/// name. The extensions .png and .webp choose these formats, any other JPEG.
/// <member name="Type" required="true" values="OSS" example="OSS">OSS.</member>
/// <member name="Media" required="true" maxlength="16384" example="oss://example-bucket/demo/{Count}.jpg">
/// The objects' address.</member>
/// </parameter>
public sealed class SnapshotOutput(OssUrl urls, ObjectAccess access)
{
    private const string Parameter = "Output";
    private const string Media = Parameter + ".Media";

    /// <summary>The order with its output, and the parameter to echo in responses; or why the call is refused.</summary>
    public (FrameOrder? Order, JobInput? Output, RpcError? Error) Parse(RpcCall call, FrameOrder order)
    {
        var (output, wrong) = ImsInput.ReadMedia(call.Parameters, Parameter);
        if (output is null)
        {
            return (null, null, wrong);
        }

        if (output.Type is not ImsInput.Oss)
        {
            return (null, null, ImsErrors.OutputType);
        }

        if (urls.Read(output.Media) is not { Source: var target } || !ObjectRef.CanBeListed(target.Key))
        {
            return (null, null, ImsErrors.Invalid(Media));
        }

        return !access.MayWrite(call.Account, target.Bucket) ? (null, null, ImsErrors.Forbidden)
            : FrameOutputs.Place(order, target) is { } placed ? (placed, output, null)
            : (null, null, ImsErrors.OutputName);
    }
}
