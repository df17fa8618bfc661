using System.Text.Json.Serialization;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Jobs;

/// <summary>What a job reads beyond the header pass. All but frames read the whole object.</summary>
/// <param name="Digest">Compute the object's MD5 if storage does not keep it.</param>
/// <param name="Packets">Read every packet: counts for all streams, and the network cost of the video.</param>
public sealed record AnalysisExtras(bool Digest, bool Packets)
{
    /// <summary>The pictures to make; none by default.</summary>
    public IReadOnlyList<FrameOrder> Frames { get; init => field = value is { Count: > 0 } ? value : []; } = [];

    /// <summary>What to recognise; null for nothing.</summary>
    public TagWork? Tags { get; init; }

    /// <summary>Whether the job makes pictures or recognises something.</summary>
    [JsonIgnore]
    public bool Decodes => Frames.Count > 0 || Tags is not null;

    /// <summary>Whether the job has more to do than one quick read of headers.</summary>
    [JsonIgnore]
    public bool GoBeyondHeaders => Digest || Packets || Decodes;

    /// <summary>The number of steps that may take long and tell their progress.</summary>
    [JsonIgnore]
    public int LongSteps => (Frames.Count > 0 ? 1 : 0) + (Tags?.Recognisers.Count ?? 0);

    /// <summary>The header pass only.</summary>
    public static AnalysisExtras None { get; } = new(Digest: false, Packets: false);
}
