namespace MediaInfo.Core.Media;

/// <summary>What reading every packet of a stream found.</summary>
/// <param name="Index">The stream's position in the whole file, from 0.</param>
/// <param name="Count">Packets.</param>
/// <param name="NetworkCost">Of a video stream with usable time stamps; else null.</param>
public sealed record StreamPackets(int Index, long Count, NetworkCost? NetworkCost = null);
