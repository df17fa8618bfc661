using MediaInfo.Core.Probing;
using MediaInfo.Core.Probing.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Core.Tests.Support;

/// <summary>Makes what runs ffprobe.</summary>
public static class TestFfprobe
{
    public static OrphanGuard Guard { get; } = new(NullLogger<OrphanGuard>.Instance);

    public static FfprobeChild Child(ProbeOptions options, TimeProvider? time = null) => new(options, Guard, time ?? TimeProvider.System);

    /// <summary>A search without a self-test, which scripts cannot pass, unless one is given.</summary>
    public static FfprobeBinary Binary(ProbeOptions options, ScriptedTrial? trial = null, TimeProvider? time = null) =>
        new(options, Child(options), trial ?? ScriptedTrial.Passing, time ?? TimeProvider.System);
}
