using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Turns;

/// <summary>How many jobs an instance works on at the same time. Section "Turns".</summary>
/// <remarks>
/// host.json's maxConcurrentActivityFunctions must be larger than both numbers together, so that a turn which waits for room does
/// not keep out those of other accounts.
/// </remarks>
public sealed record TurnOptions : PlaceOptions;
