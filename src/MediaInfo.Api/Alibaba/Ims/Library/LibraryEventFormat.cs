using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Events;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>The library's events as Intelligent Media Services sends them.</summary>
/// <remarks>
/// Source: "Event list" for the envelope, and a published live message for RegisterMediaComplete. The other bodies follow
/// ApsaraVideo VOD's events of the same names, with values written as this product does: as strings.
/// </remarks>
public sealed class LibraryEventFormat : ILibraryEventFormat
{
    /// <inheritdoc />
    public string NameOf(LibraryEventType type) => LibraryEventNames.Of(type);

    /// <inheritdoc />
    public string Format(LibraryNews news, DateTimeOffset at) => JsonSerializer.Serialize(
        new EventMessage(NameOf(news.Type), UserId(news.Asset.Key.Account), AlibabaText.Time(at), Body(news)),
        LibraryJson.Wire.EventMessage);

    /// <inheritdoc />
    public EventTarget? TargetOf(Asset asset) => NotifyAddress.Read(asset.UserData);

    // A number, like the vendor's account ids; an account id here may be any text.
    private static JsonValue UserId(string account) =>
        long.TryParse(account, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(account);

    private static EventBody Body(LibraryNews news)
    {
        var asset = news.Asset;
        var isOfAnalysis = news.Job is not null;
        var body = new EventBody
        {
            Status = isOfAnalysis && asset.Status != AssetStatus.Normal ? "Fail" : "Success",
            MediaId = asset.Key.Id,
            MediaType = asset.MediaType,
            InputURL = asset.InputUrl,
            OperateMode = news.Type == LibraryEventType.Changed ? "update" : null,
            DeleteType = news.Type == LibraryEventType.Deleted ? "all" : null,
            UserData = asset.UserData,
        };
        if (body.Status is "Fail" && news.Job?.Failure is { } failure)
        {
            var (code, message) = ImsErrors.OfFailure(failure);
            body = body with { ErrorCode = code, ErrorMessage = message, Reason = failure.ToString() };
        }

        return news is { Type: LibraryEventType.Analyzed, Media: { } media } ? WithFacts(body, media) : body;
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
