using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Turns;

/// <summary>How many jobs an instance of a Functions app works on at the same time. Section "Turns".</summary>
/// <remarks>
/// Standalone ignores them. host.json's maxConcurrentActivityFunctions must be larger than both numbers together, so that a turn
/// which waits for a place does not keep out those of other accounts. A deployment by infra/main.bicep sets both, by the size of
/// the instance.
/// </remarks>
public sealed record TurnOptions : PlaceOptions;
