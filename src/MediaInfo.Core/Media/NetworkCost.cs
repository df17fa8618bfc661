namespace MediaInfo.Core.Media;

/// <summary>
/// The network demands of a video stream, by the leaky-bucket model of its packets. Source: our own
/// <see href="../report.md#network-cost">definition</see>.
/// </summary>
/// <param name="PreloadTime">
/// Seconds, 3 decimals, rounded up: the shortest start-up delay with which a channel of the average bit rate never starves.
/// </param>
/// <param name="AverageBitRate">Average bit rate of the whole stream in bit/s, rounded down.</param>
/// <param name="PeakBitRate">Bit rate of the busiest one-second window in bit/s, rounded down.</param>
public sealed record NetworkCost(decimal PreloadTime, long AverageBitRate, long PeakBitRate);
