namespace MediaInfo.Api.Reports.Wire;

/// <summary>What a job does beyond reading headers. Source: our own.</summary>
/// <param name="Digest">Whether it computes the MD5.</param>
/// <param name="Packets">Whether it reads every packet, so that GetBitRate has an answer.</param>
/// <param name="Frames">How many orders for pictures it has.</param>
public sealed record JobExtras(bool Digest, bool Packets, int Frames)
{
    /// <summary>What it recognises: Chapters, Text, Speech, External; absent for nothing.</summary>
    /// <example>["Chapters"]</example>
    public IReadOnlyList<string>? Recognisers { get; init; }
}
