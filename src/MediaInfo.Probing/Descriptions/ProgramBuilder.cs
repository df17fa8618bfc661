using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Describes a program.</summary>
internal static class ProgramBuilder
{
    internal static MediaProgram Build(FfprobeProgram program) => new()
    {
        Id = ProbeNumbers.Integer(program.ProgramId),
        Number = ProbeNumbers.Integer(program.ProgramNum),
        Tags = ProbeTags.Of(program.Tags),
        Streams = [.. program.Streams.Select(CommonFields.Index)],
    };
}
