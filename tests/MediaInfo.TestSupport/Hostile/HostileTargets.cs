namespace MediaInfo.TestSupport.Hostile;

/// <summary>What hostile objects point to and must not reach. Each is good media, so a read would be noticed.</summary>
/// <param name="Port">The port of a listener on the loopback address.</param>
/// <param name="File">The path of a clip on this machine.</param>
/// <param name="OwnBucket">The bucket of the samples.</param>
/// <param name="OtherBucket">A bucket with a clip "segment.ts" in it.</param>
public sealed record HostileTargets(int Port, string File, string OwnBucket, string OtherBucket);
