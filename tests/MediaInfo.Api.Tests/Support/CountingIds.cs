using System.Globalization;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Ids that are the same in every run.</summary>
public sealed class CountingIds : IIdSource
{
    private int _jobs;
    private int _pipelines;
    private int _requests;
    private int _templates;

    public string NewJobId(DateTimeOffset createdAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _jobs):x32}");

    public string NewNumberedJobId(string account, DateTimeOffset createdAt) =>
        JobNumber.Find(account, string.Create(
            CultureInfo.InvariantCulture, $"{(createdAt.ToUnixTimeMilliseconds() << 12) + Interlocked.Increment(ref _jobs)}"))!;

    public string NewPipelineId() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _pipelines):x32}");

    public string NewTemplateId() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _templates):x32}");

    public string NewRequestId() =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{Interlocked.Increment(ref _requests):X12}");
}
