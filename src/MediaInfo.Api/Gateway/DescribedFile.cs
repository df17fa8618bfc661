using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Gateway;

/// <summary>A file that was described, with or without a job.</summary>
/// <param name="Result">Our description and ffprobe's report.</param>
/// <param name="Usage">What reading the file cost.</param>
/// <param name="Name">The file's name, without folders.</param>
/// <param name="Address">Where the file is: its URL.</param>
public sealed record DescribedFile(AnalysisResult Result, ProbeUsage Usage, string Name, string Address)
{
    /// <summary>The file as an object of storage; null for a file elsewhere.</summary>
    public ObjectAddress? Stored { get; init; }
}
