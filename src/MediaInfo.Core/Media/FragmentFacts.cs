namespace MediaInfo.Core.Media;

/// <summary>What is known of a fragmented file of which only some fragments were read.</summary>
/// <param name="ReadBytes">Bytes of the fragments that were read, media data included.</param>
/// <param name="AllBytes">Bytes of all fragments.</param>
/// <param name="HasEnd">
/// Whether the last fragment was read and fragments state their times, so that ffprobe's duration is that of the whole file.
/// </param>
public sealed record FragmentFacts(long ReadBytes, long AllBytes, bool HasEnd);
