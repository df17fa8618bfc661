namespace MediaInfo.Core.Probing;

/// <summary>How one run of ffprobe ended.</summary>
/// <param name="End">The kind of end.</param>
/// <param name="Code">The exit code, or the signal's number where it crashed; 0 otherwise.</param>
/// <param name="Report">Standard output as bytes.</param>
/// <param name="Messages">Standard error, its tail where it was long.</param>
public sealed record FfprobeRun(FfprobeEnd End, int Code, ReadOnlyMemory<byte> Report, string Messages);
