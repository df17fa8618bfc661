namespace MediaInfo.Core.Media;

/// <summary>What a video stream asks of a network, by the leaky-bucket model of its packets.</summary>
/// <param name="PreloadTime">
/// Seconds, 3 decimals, rounded up: the shortest start-up delay with which a channel of the average rate never starves.
/// </param>
/// <param name="AverageBitRate">bit/s of the whole stream, rounded down.</param>
/// <param name="PeakBitRate">bit/s of the fullest window of one second, rounded down.</param>
public sealed record NetworkCost(decimal PreloadTime, long AverageBitRate, long PeakBitRate);
