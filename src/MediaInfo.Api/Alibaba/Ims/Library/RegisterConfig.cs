using System.Globalization;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>What RegisterMediaInfo says about the pictures of an asset.</summary>
/// <remarks>Source: "RegisterMediaInfo" of Intelligent Media Services, RegisterConfig.</remarks>
internal static class RegisterConfig
{
    private const string Parameter = "RegisterConfig";
    private const int Decimals = 4;

    // Longer than any media; the frame of a time after the end is the last one.
    private const decimal MaxStart = 10_000_000;

    /// <summary>What to make of the asset, or the error for the member that is wrong.</summary>
    /// <param name="json">The parameter; null for what an owner gets who says nothing.</param>
    public static (AssetWishes? Wishes, RpcError? Error) Parse(string? json)
    {
        if (json is null)
        {
            return (AssetWishes.Default, null);
        }

        if (ConfigObject.Parse(Parameter, json) is not { } config)
        {
            return (null, ImsErrors.Invalid(Parameter));
        }

        var wishes = new AssetWishes
        {
            Snapshots = config.Flag("NeedSnapshot") ?? true,
            Sprite = config.Flag("NeedSprite") ?? true,
            CoverAt = config.Object("CoverConfig")?.Text("StartTime", text => Time(text) is not null) is { } start
                ? Time(start)
                : null,
        };
        return config.Invalid is { } member ? (null, ImsErrors.Invalid(member)) : (wishes, null);
    }

    private static TimeSpan? Time(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= MaxStart
            ? TimeSpan.FromTicks((long)(Math.Round(seconds, Decimals) * TimeSpan.TicksPerSecond))
            : null;
}
