using System.Globalization;
using System.Text.Json;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>What RegisterMediaInfo says about the pictures of an asset.</summary>
/// <remarks>Source: "RegisterMediaInfo" of Intelligent Media Services, RegisterConfig.</remarks>
internal sealed class RegisterConfig
{
    private const string Parameter = "RegisterConfig";
    private const string Cover = "CoverConfig";
    private const string Start = "StartTime";
    private const int Decimals = 4;

    // Longer than any media; the frame of a time after the end is the last one.
    private const decimal MaxStart = 10_000_000;

    private string? _invalid;

    private RegisterConfig(JsonElement json)
    {
        var cover = ObjectOf(json, Cover);
        Wishes = new AssetWishes
        {
            Snapshots = Flag(json, "NeedSnapshot"),
            Sprite = Flag(json, "NeedSprite"),
            CoverAt = cover is { } config ? Time(config) : null,
        };
    }

    private AssetWishes Wishes { get; }

    /// <summary>What to make of the asset, or the error for the member that is wrong.</summary>
    /// <param name="json">The parameter; null for what an owner gets who says nothing.</param>
    public static (AssetWishes? Wishes, RpcError? Error) Parse(string? json)
    {
        if (json is null)
        {
            return (AssetWishes.Default, null);
        }

        var config = CallerJson.OrNull(() =>
            JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } root ? new RegisterConfig(root) : null);
        return config is null ? (null, ImsErrors.Invalid(Parameter))
            : config._invalid is { } member ? (null, ImsErrors.Invalid($"{Parameter}.{member}"))
            : (config.Wishes, null);
    }

    // The vendor's page has text; SDKs' users also send JSON's own values.
    private bool Flag(JsonElement json, string name)
    {
        if (Member(json, name) is not { } value)
        {
            return true;
        }

        if (!bool.TryParse(value.ToString(), out var flag))
        {
            _invalid ??= name;
        }

        return flag;
    }

    private JsonElement? ObjectOf(JsonElement json, string name)
    {
        if (Member(json, name) is { ValueKind: not JsonValueKind.Object })
        {
            _invalid ??= name;
            return null;
        }

        return Member(json, name);
    }

    private TimeSpan? Time(JsonElement cover)
    {
        if (Member(cover, Start) is not { } value)
        {
            return null;
        }

        if (decimal.TryParse(value.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= MaxStart)
        {
            return TimeSpan.FromTicks((long)(Math.Round(seconds, Decimals) * TimeSpan.TicksPerSecond));
        }

        _invalid ??= $"{Cover}.{Start}";
        return null;
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
