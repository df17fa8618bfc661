using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>What a snapshot job makes.</summary>
/// <param name="Frames">The orders.</param>
/// <param name="IsSynchronous">Whether the caller waits for the result.</param>
/// <param name="Config">The settings as submitted.</param>
internal sealed record MpsSnapshotOrders(IReadOnlyList<FrameOrder> Frames, bool IsSynchronous, SnapshotConfig Config);
