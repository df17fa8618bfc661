using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>The library's events as Intelligent Media Services sends them.</summary>
/// <remarks>
/// Source: "Event list" for the envelope, and a published live message for RegisterMediaComplete. The other bodies follow
/// ApsaraVideo VOD's events of the same names, with values written as this product does: as strings. No source tells the body of
/// MediaAiAnalysisComplete: it has the members of every event and the JobId, as VOD's AIVideoTagComplete has.
/// </remarks>
public sealed class LibraryEventFormat(OssUrl urls) : ILibraryEventFormat
{
    /// <inheritdoc />
    public string NameOf(LibraryEventType type) => LibraryEventNames.Of(type);

    /// <inheritdoc />
    public string Format(LibraryNews news, DateTimeOffset at) => JsonSerializer.Serialize(
        new EventMessage(NameOf(news.Type), UserId(news.Asset.Key.Account), AlibabaText.Time(at), Body(news)),
        LibraryJson.Wire.EventMessage);

    /// <inheritdoc />
    public EventTarget? TargetOf(LibraryNews news) => NotifyAddress.Read(UserDataOf(news));

    // A job may have data of its own.
    private static string? UserDataOf(LibraryNews news) => news.Job?.UserData ?? news.Asset.UserData;

    // A number, like the vendor's account ids; an account id here may be any text.
    private static JsonValue UserId(string account) =>
        long.TryParse(account, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(account);

    private EventBody Body(LibraryNews news)
    {
        var asset = news.Asset;
        var body = new EventBody
        {
            Status = IsSuccess(news) ? "Success" : "Fail",
            MediaId = asset.Key.Id,
            MediaType = asset.MediaType,
            InputURL = asset.InputUrl,
            OperateMode = news.Type == LibraryEventType.Changed ? "update" : null,
            DeleteType = news.Type == LibraryEventType.Deleted ? "all" : null,
            UserData = UserDataOf(news),
        };
        if (body.Status is "Fail" && news.Job?.Failure is { } failure)
        {
            var (code, message) = ImsErrors.OfFailure(failure);
            body = body with { ErrorCode = code, ErrorMessage = message, Reason = failure.ToString() };
        }

        return news switch
        {
            { Type: LibraryEventType.Analyzed, Media: { } media } => WithFacts(body, media),
            { Type: LibraryEventType.Pictured, Job.Key.Id: var job } => body with
            {
                JobId = job,
                SnapshotInfos = news.Frames is { } made
                    ? [.. made.Sets.Select(set => Map(set, job)).OfType<SnapshotInfo>()]
                    : null,
            },
            { Type: LibraryEventType.Tagged, Job.Key.Id: var job } => body with { JobId = job },
            _ => body,
        };
    }

    // An asset whose pictures failed is still Normal.
    private static bool IsSuccess(LibraryNews news) => news.Job is not { } job
        || (news.Type is LibraryEventType.Pictured or LibraryEventType.Tagged
            ? job.State == JobState.Succeeded
            : news.Asset.Status == AssetStatus.Normal);

    private SnapshotInfo? Map(FrameSet set, string job)
    {
        if (set.Pictures.Count == 0)
        {
            return null;
        }

        var isSprite = set.Kind == FrameOrderKind.Sprite;
        var common = set.Pictures[0].File with
        {
            Key = AssetPictures.Regular(set, isSprite ? PictureNames.TileCount : PictureNames.Count),
        };
        return new SnapshotInfo(
            Status: "Success",
            isSprite ? "SpriteSnapshot" : set.Kind == FrameOrderKind.Cover ? "CoverSnapshot" : "NormalSnapshot",
            AlibabaText.Number(set.Pictures.Count)!,
            common.Key,
            $"http://{common.Bucket}.{urls.AddressOf(common).Location}.aliyuncs.com/{common.Key}",
            job);
    }

    private static EventBody WithFacts(EventBody body, Core.Media.MediaDescription media) => body with
    {
        Size = AlibabaText.Number(media.Container.Size),
        Duration = AlibabaText.Seconds(media.Container.Duration),
        Bitrate = AlibabaText.KilobitsPerSecond(media.Container.BitRate),
        Width = AlibabaText.Number(media.MainVideo?.Width),
        Height = AlibabaText.Number(media.MainVideo?.Height),
        Fps = AlibabaText.FrameRate(media.MainVideo?.FrameRate),
    };
}
