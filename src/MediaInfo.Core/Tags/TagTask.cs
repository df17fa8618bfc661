using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tags;

/// <summary>What a recogniser works on.</summary>
/// <param name="Job">The job.</param>
/// <param name="Source">The object.</param>
/// <param name="Media">Its description.</param>
/// <param name="Work">What the job looks for.</param>
public sealed record TagTask(JobKey Job, ObjectRef Source, MediaDescription Media, TagWork Work);
