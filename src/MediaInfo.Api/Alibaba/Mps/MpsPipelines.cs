using System.Globalization;
using System.Text;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Maps pipelines to the product's responses and validates their parameters.</summary>
internal static class MpsPipelines
{
    private const int MaxNameBytes = 128;
    private const int MinSpeedLevel = 1;
    private const int MaxSpeedLevel = 3;

    // The pages of the four actions list different values; any of them is accepted.
    private static readonly string[] Speeds =
    [
        "Standard", "Boost", "NarrowBandHDV2", "AIVideoCover", "AIVideoTag", "AIVideoFPShot", "AIVideoCensor", "AIVideoMCU",
        "AIVideoSummary", "AIVideoPorn", "AIAudioKWS", "AIAudioASR",
    ];

    /// <summary>A pipeline in a response.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="withCreationTime">Whether to include the creation time, as only SearchPipeline does.</param>
    public static Wire.Pipeline Map(Pipeline pipeline, bool withCreationTime = false) => new()
    {
        Id = pipeline.Id,
        Name = pipeline.Name,
        State = pipeline.State.ToString(),
        Speed = pipeline.Speed,
        SpeedLevel = pipeline.SpeedLevel,
        Role = pipeline.Role,
        CreationTime = withCreationTime && pipeline.CreatedAt > DateTimeOffset.UnixEpoch
            ? AlibabaText.Time(pipeline.CreatedAt)
            : null,
        NotifyConfig = MpsNotifyConfig.Map(pipeline.Notify),
    };

    /// <summary>What is wrong with a name; null if nothing is.</summary>
    public static RpcError? NameError(string name) =>
        Encoding.UTF8.GetByteCount(name) > MaxNameBytes ? MpsErrors.OutOfRange("Name")
        : !char.IsLetterOrDigit(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') ? MpsErrors.Invalid("Name")
        : null;

    /// <summary>Whether there is such a kind of pipeline.</summary>
    public static bool IsSpeed(string speed) => Speeds.Contains(speed, StringComparer.Ordinal);

    /// <summary>Parses a level, 1 to 3; true with null if absent.</summary>
    public static bool TryParseSpeedLevel(string? text, out int? level)
    {
        level = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text is null || level is >= MinSpeedLevel and <= MaxSpeedLevel;
    }
}
