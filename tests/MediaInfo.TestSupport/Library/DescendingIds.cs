using System.Globalization;
using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Library;

/// <summary>Ids that are the same in every run. As with real job ids, later ones sort before earlier ones.</summary>
public sealed class DescendingIds : IIdSource
{
    private int _count;

    public string NewJobId(DateTimeOffset createdAt) =>
        (long.MaxValue - Interlocked.Increment(ref _count)).ToString("x32", CultureInfo.InvariantCulture);

    public string NewNumberedJobId(string account, DateTimeOffset createdAt) => NewJobId(createdAt);

    public string NewPipelineId() => Interlocked.Increment(ref _count).ToString("x32", CultureInfo.InvariantCulture);

    public string NewTemplateId() => NewPipelineId();

    public string NewRequestId() => $"00000000-0000-0000-0000-{Interlocked.Increment(ref _count):X12}";
}
