using System.Text.Json.Serialization;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Jobs;

/// <summary>What a job reads beyond the header pass. All but frames read the whole object.</summary>
/// <param name="Digest">Compute the object's MD5 if storage does not keep it.</param>
/// <param name="Packets">Read every packet: counts for all streams, and the network cost of the video.</param>
public sealed record AnalysisExtras(bool Digest, bool Packets)
{
    /// <summary>The pictures to make; none by default.</summary>
    public IReadOnlyList<FrameOrder> Frames { get; init => field = value ?? []; } = [];

    /// <summary>What to recognise; null for nothing.</summary>
    public TagWork? Tags { get; init; }

    /// <summary>Whether the job makes pictures or recognises something.</summary>
    [JsonIgnore]
    public bool Decodes => Frames.Count > 0 || Tags is not null;

    /// <summary>The header pass only.</summary>
    public static AnalysisExtras None { get; } = new(Digest: false, Packets: false);
}
