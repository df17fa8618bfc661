namespace MediaInfo.Core.Media;

/// <summary>The result of reading every packet of a stream.</summary>
/// <param name="Index">The stream's index in the file, from 0.</param>
/// <param name="Count">The number of packets.</param>
/// <param name="NetworkCost">The network cost; null unless the stream is video with usable timestamps.</param>
public sealed record StreamPackets(int Index, long Count, NetworkCost? NetworkCost = null);
