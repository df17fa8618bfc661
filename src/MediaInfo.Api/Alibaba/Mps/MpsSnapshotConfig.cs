using MediaInfo.Api.Alibaba.Frames;
using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Reads the SnapshotConfig parameter.</summary>
/// <parameter name="SnapshotConfig" required="true"
/// example='{"OutputFile":{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"demo%2F{Count}.jpg"},"Num":5}'
/// maxlength="16384">
/// What to take and where to write it, as JSON of the type <c>SnapshotConfig</c>. Also BlackLevel (percent of black pixels from
/// which a later frame is taken), PixelBlackThreshold (luma, up to 255), Format "vtt" and SubOut {"IsSptFrag"}. Objects are
/// percent-encoded once; <c>{ObjectPrefix}</c>, <c>{FileName}</c> and <c>{ExtName}</c> stand for parts of the input's key,
/// <c>{SnapshotTime}</c> for the time of a single frame in milliseconds. TimeArray is refused.
/// <member name="OutputFile" required="true">Where the snapshots, or the WebVTT file, are written.
/// <member name="Bucket" required="true">The bucket, which the account may write.</member>
/// <member name="Location" required="true">The region.</member>
/// <member name="Object" required="true">The key, percent-encoded once.</member>
/// </member>
/// <member name="TileOutputFile">Where sprites are written.
/// <member name="Bucket" required="true">The bucket, which the account may write.</member>
/// <member name="Location" required="true">The region.</member>
/// <member name="Object" required="true">The key, percent-encoded once.</member>
/// </member>
/// <member name="Num" type="integer" min="1" max="10000">How many frames at most.</member>
/// <member name="FrameType" values="intra,normal" case="ignored" otherwise="intra">
/// intra for key frames, normal for exact ones.</member>
/// <member name="Time" type="integer" min="0" max="360000000" otherwise="0">
/// The time of the first frame in milliseconds.</member>
/// <member name="Interval" type="integer" min="0" max="360000">Seconds from frame to frame; 0 spreads them evenly.</member>
/// <member name="Width" type="integer" min="8" max="4096">Pixels.</member>
/// <member name="Height" type="integer" min="8" max="4096">Pixels.</member>
/// <member name="BlackLevel" type="integer" min="1" max="100">
/// Percent of black pixels from which a later frame is taken.</member>
/// <member name="PixelBlackThreshold" type="integer" min="0" max="255">Luma.</member>
/// <member name="Format" values="vtt,jpg,jpeg">vtt for a WebVTT file.</member>
/// <member name="SubOut">How a WebVTT file has its pictures.
/// <member name="IsSptFrag" type="boolean">Whether in sprites.</member>
/// </member>
/// <member name="TileOut">The grid of sprites.
/// <member name="Columns" type="integer" min="1" max="1000" otherwise="10">Cells in a row.</member>
/// <member name="Lines" type="integer" min="1" max="1000" otherwise="10">Rows.</member>
/// <member name="CellWidth" type="integer" min="8" max="4096">Pixels.</member>
/// <member name="CellHeight" type="integer" min="8" max="4096">Pixels.</member>
/// <member name="Padding" type="integer" min="0" max="1000" otherwise="0">Pixels between cells.</member>
/// <member name="Margin" type="integer" min="0" max="1000" otherwise="0">Pixels around the grid.</member>
/// <member name="Color" otherwise="black">A keyword, #RRGGBB or random.</member>
/// <member name="IsKeepCellPic" type="boolean" otherwise="true">Whether the single pictures are kept too.</member>
/// <member name="CellSelStep" type="integer" min="1" max="10000">Only 1.</member>
/// </member>
/// </parameter>
public sealed class MpsSnapshotConfig(MpsOutputFile files)
{
    private const string Parameter = "SnapshotConfig";
    private const string File = "OutputFile";
    private const string TileFile = "TileOutputFile";
    private const string Times = "TimeArray";

    /// <summary>What to make, whether the caller waits for it, and the settings to echo; or why the call is refused.</summary>
    internal (MpsSnapshotOrders? Orders, RpcError? Error) Parse(RpcCall call, ObjectRef source)
    {
        if (call.Parameters["SnapshotConfig"] is not { } json)
        {
            return (null, RpcErrors.Missing(Parameter));
        }

        if (json.Length > ObjectRef.MaxTextLength)
        {
            return (null, MpsErrors.OutOfRange(Parameter));
        }

        if (ConfigObject.Parse(Parameter, json) is not { } config)
        {
            return (null, MpsErrors.NoJsonObject(Parameter));
        }

        var file = config.Object(File);
        var tileFile = config.Object(TileFile);
        var settings = MpsSnapshotSettings.Read(config, call.RequestId);
        if (Problem(config, settings, file, tileFile) is { } problem)
        {
            return (null, problem);
        }

        var orders = new List<FrameOrder>();
        var wantsTile = tileFile is not null && !settings.IsVtt;
        (FrameOrder Order, ConfigObject File)[] wanted =
        [
            .. !wantsTile || settings.KeepsCells ? [(settings.Frames, file!)] : Array.Empty<(FrameOrder, ConfigObject)>(),
            .. wantsTile ? [(settings.Sprite, tileFile!)] : Array.Empty<(FrameOrder, ConfigObject)>(),
        ];
        foreach (var (order, target) in wanted)
        {
            var (placed, error) = Place(call.Account, order, target, source);
            if (placed is null)
            {
                return (null, error);
            }

            orders.Add(placed);
        }

        var echo = Echo(config, file!, tileFile, settings.Tile);
        return (new MpsSnapshotOrders(orders, settings.IsSingle && !wantsTile, echo), null);
    }

    private static RpcError? Problem(
        ConfigObject config, MpsSnapshotSettings settings, ConfigObject? file, ConfigObject? tileFile) =>
        config.Invalid is { } invalid ? MpsErrors.Invalid(invalid)
        : config.Has(Times) ? MpsErrors.NotSupported($"{Parameter}.{Times}")
        : settings.HasSteps ? MpsErrors.NotSupported($"{Parameter}.TileOut.CellSelStep")
        : file is null ? MpsErrors.Null($"{Parameter}.{File}")
        : settings.Tile is not null && tileFile is null && !settings.IsVtt ? MpsErrors.Null($"{Parameter}.{TileFile}")
        : null;

    // As the vendor's model has it, so without what that leaves out.
    private static SnapshotConfig Echo(
        ConfigObject config, ConfigObject file, ConfigObject? tileFile, ConfigObject? tile) => new()
    {
        OutputFile = Echo(file),
        TileOutputFile = tileFile is null ? null : Echo(tileFile),
        Time = config.TextOf("Time"),
        Interval = config.TextOf("Interval"),
        Num = config.TextOf("Num"),
        Width = config.TextOf("Width"),
        Height = config.TextOf("Height"),
        FrameType = config.TextOf("FrameType"),
        TileOut = tile is null ? null : new TileOut
        {
            Lines = tile.TextOf("Lines"),
            Columns = tile.TextOf("Columns"),
            CellWidth = tile.TextOf("CellWidth"),
            CellHeight = tile.TextOf("CellHeight"),
            Margin = tile.TextOf("Margin"),
            Padding = tile.TextOf("Padding"),
            Color = tile.TextOf("Color"),
            IsKeepCellPic = tile.TextOf("IsKeepCellPic"),
            CellSelStep = tile.TextOf("CellSelStep"),
        },
    };

    private static SnapshotOutputFile Echo(ConfigObject file) =>
        new(file.TextOf("Bucket"), file.TextOf("Location"), file.TextOf("Object"), file.TextOf("RoleArn"));

    private (FrameOrder? Order, RpcError? Error) Place(string account, FrameOrder order, ConfigObject file, ObjectRef source)
    {
        var (target, error) = files.Read(account, file, source, order);
        return target is null ? (null, error)
            : FrameOutputs.Place(order, target) is { } placed ? (placed, null)
            : (null, MpsErrors.Invalid($"{file.Name}.Object"));
    }
}
